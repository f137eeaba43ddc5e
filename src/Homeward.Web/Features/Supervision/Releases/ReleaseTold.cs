using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>A part of what the receiving unit told of a release that may be emptied.</summary>
public enum ReleasePart
{
    Needs,
    CollectMode,
    Collector,
    Family,
    At,
    TakenOverBy,
}

/// <summary>What the receiving unit arranges, and what it tells of the way home, in clear on its way to the seal.</summary>
public sealed record ReleaseTold
{
    public IReadOnlyList<string>? Needs { get; init; }
    public string? CollectMode { get; init; }
    public string? Collector { get; init; }
    public FamilyStance? Family { get; init; }
    public TimeOnly? At { get; init; }
    public string? TakenOverBy { get; init; }

    /// <summary>What is emptied, where only what is named changes; null where all of it is said anew, as a form does.</summary>
    public IReadOnlyList<ReleasePart>? Clear { get; init; }

    /// <summary>What is arranged on a day.</summary>
    public void Prepare(CentreRelease release, Keyring keys, DateOnly on, DateOnly today) => release.Prepare(
        Kept(ReleasePart.Needs, Needs, release.Needs) ?? [],
        Kept(ReleasePart.CollectMode, CollectMode, release.CollectMode),
        Kept(ReleasePart.Collector, keys.SealOrNull(Collector, SealedColumn.ReleaseCollector, release.Id), release.Collector),
        Keeps(ReleasePart.Family) ? Family ?? release.Family : Family,
        on,
        today);

    /// <summary>The hour belongs to its day: with another day it is not kept.</summary>
    public ReleaseArrival Arrival(DateOnly on, CentreRelease release, Keyring keys) => new(
        on,
        Keeps(ReleasePart.At) && on == release.ArrivedOn ? At ?? release.ArrivedAt : At,
        Kept(ReleasePart.TakenOverBy, keys.SealOrNull(TakenOverBy, SealedColumn.ReleaseTakenOverBy, release.Id), release.TakenOverBy));

    T? Kept<T>(ReleasePart part, T? said, T? stands) where T : class => Keeps(part) ? said ?? stands : said;

    bool Keeps(ReleasePart part) => Clear is { } emptied && !emptied.Contains(part);
}

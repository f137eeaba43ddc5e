using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>What a release from a centre makes due at the receiving unit, once the person's file is known (rules R1.47, R3.8, R3.9).</summary>
public static class ReleasePlan
{
    /// <summary>The kinds that a release makes due, for finding what it made.</summary>
    public static readonly IReadOnlyList<ObligationKind> Kinds =
        [ObligationKind.PreReleaseVisit, ObligationKind.Collection, ObligationKind.ReleasePapers, ObligationKind.FirstInterview, ObligationKind.ArrivalCheck];

    public static ObligationPlan For(CentreRelease release, PolicyPack pack)
    {
        if (release.ClientId is null || release.State is ReleaseState.Announced or ReleaseState.Declined or ReleaseState.Withdrawn)
        {
            return new ObligationPlan([], []);
        }
        return new ObligationPlan([.. Before(release, pack), .. release.ReceivedOn is { } on ? After(release, pack, on) : []], []);
    }

    static IEnumerable<PlannedObligation> Before(CentreRelease release, PolicyPack pack)
    {
        var dayBefore = release.ExpectedOn.AddDays(-1);
        var opens = Earlier(release.AnsweredOn ?? release.AnnouncedOn, release.ExpectedOn);
        yield return Plan(ObligationKind.PreReleaseVisit, "R3.8", "visit", opens, dayBefore < opens ? opens : dayBefore) with { DoneOn = release.VisitedOn, MissedOn = release.ReceivedOn };
        yield return Plan(ObligationKind.Collection, "R3.9", "collect", release.ExpectedOn, release.ExpectedOn) with { DoneOn = release.ReceivedOn };

        PlannedObligation Plan(ObligationKind kind, string rule, string period, DateOnly from, DateOnly to) => ReleasePlan.Plan(release, pack, kind, rule, period, from, to);
    }

    static IEnumerable<PlannedObligation> After(CentreRelease release, PolicyPack pack, DateOnly on)
    {
        if (pack.Find(PolicyKeys.CentrePapers) is not null)
        {
            yield return Plan(release, pack, ObligationKind.ReleasePapers, "R1.47", "papers", on, pack.Limit(on, PolicyKeys.CentrePapers)) with { DoneOn = release.PapersReceivedOn };
        }
        var limit = pack.Limit(on, PolicyKeys.ReportDays);
        yield return Plan(release, pack, ObligationKind.FirstInterview, "R3.9", "interview", on, limit) with { DoneOn = release.InterviewedOn };
        var seen = new[] { release.ArrivedOn, release.InterviewedOn, release.ReportedOn }.Min();
        foreach (var days in pack.Find(PolicyKeys.ArrivalCheckDays)?.List.Order() ?? Enumerable.Empty<int>())
        {
            // Whoever was seen before the day need not be looked for on it: it is done already.
            if (on.AddDays(days) is var day && day <= limit)
            {
                yield return Plan(release, pack, ObligationKind.ArrivalCheck, "R3.9", $"day-{days}", day, day) with { DoneOn = seen };
            }
        }
    }

    static PlannedObligation Plan(CentreRelease release, PolicyPack pack, ObligationKind kind, string rule, string period, DateOnly opens, DateOnly closes) =>
        new(kind, $"{rule}|{release.Id}|{period}", opens, closes, rule, pack.Version);

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

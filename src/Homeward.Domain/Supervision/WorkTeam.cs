using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The work team of a community measure: complete when each of the five roles is filled, or the reason is recorded why no family is there (rules R1.23, PROPOSED).</summary>
public sealed record WorkTeam(IReadOnlyCollection<TeamMember> Members)
{
    /// <summary>Most who may be in a team at one time.</summary>
    public const int Most = 20;

    /// <summary>The roles that nobody fills on the day, in the order of the law.</summary>
    public IReadOnlyList<TeamRole> MissingOn(DateOnly day)
    {
        var filled = Members.Where(member => member.StandsOn(day)).Select(member => member.Role).ToHashSet();
        return [.. Enum.GetValues<TeamRole>().Where(role => !filled.Contains(role))];
    }

    /// <summary>The roles that nobody fills today, or on the day on which the measure ended: the one answer for every page and the API.</summary>
    public IReadOnlyList<TeamRole> MissingFor(Measure measure, DateOnly today) => MissingOn(measure.EndedOn < today ? measure.EndedOn.Value : today);

    public bool IsCompleteOn(DateOnly day) => MissingOn(day).Count == 0;

    public IEnumerable<TeamMember> StandingOn(DateOnly day) => Members.Where(member => member.StandsOn(day)).OrderBy(member => member.Role).ThenBy(member => member.From).ThenBy(member => member.Id);
}

public sealed partial class TeamMember
{
    public static readonly Broken NameMissing = new("team.name-missing", "Name");
    public static readonly Broken OnlyFamily = new("team.only-family", "NoFamilyReason");
    public static readonly Broken NameAndReason = new("team.name-and-reason", "NoFamilyReason");
    public static readonly Broken FamilyStands = new("team.family-stands", "NoFamilyReason");
    public static readonly Broken ReasonStands = new("team.reason-stands", "Role");
    public static readonly Broken TooMany = new("team.too-many");
    public static readonly Broken HasLeft = new("team.has-left");
    public static readonly Broken AlreadyAnnulled = new("team.already-annulled");

    public static IEnumerable<Broken> WhyNotJoin(Measure measure, TeamSeat seat, IReadOnlyCollection<TeamMember> team, DateOnly today) =>
        WhyNotThen(measure, seat.From, today).Concat(WhyNotAs(seat)).Concat(WhyNotBeside(seat, team));

    static IEnumerable<Broken> WhyNotThen(Measure measure, DateOnly from, DateOnly today)
    {
        if (!measure.Kind.IsInTheCommunity())
        {
            yield return MeasureRules.NotForThisMeasure.With(measure.Kind);
        }
        if (!measure.IsOpen)
        {
            yield return MeasureRules.HasEnded.With(measure.EndedOn!);
        }
        if (from > today)
        {
            yield return (MeasureRules.InFuture with { Field = "From" }).With(from);
        }
        if (from < measure.OrderedOn)
        {
            yield return (MeasureRules.BeforeStart with { Field = "From" }).With(from, measure.OrderedOn!);
        }
    }

    static IEnumerable<Broken> WhyNotAs(TeamSeat seat)
    {
        if (seat is { Name: null, NoFamilyReason: null })
        {
            yield return NameMissing;
        }
        if (seat is { NoFamilyReason: not null, Role: not TeamRole.FamilyMember })
        {
            yield return OnlyFamily;
        }
        if (seat is { NoFamilyReason: not null, Name: not null })
        {
            yield return NameAndReason;
        }
    }

    /// <summary>Family is there, or the reason why it is not: never both on one day.</summary>
    static IEnumerable<Broken> WhyNotBeside(TeamSeat seat, IReadOnlyCollection<TeamMember> team)
    {
        var beside = team.Where(member => !member.IsAnnulled && !(member.To < seat.From)).ToList();
        if (beside.Count >= WorkTeam.Most)
        {
            yield return TooMany.With(WorkTeam.Most);
        }
        var family = beside.Where(member => member.Role == TeamRole.FamilyMember).OrderBy(member => member.From).ToList();
        if (seat.NoFamilyReason is not null && family is [var there, ..])
        {
            yield return (there.NoFamilyReason is null ? FamilyStands : ReasonStands with { Field = "NoFamilyReason" }).With(there.From);
        }
        if (seat is { NoFamilyReason: null, Role: TeamRole.FamilyMember } && family.FirstOrDefault(member => member.NoFamilyReason is not null) is { } reason)
        {
            yield return ReasonStands.With(reason.From);
        }
    }

    public IEnumerable<Broken> WhyNotAnnul() => AnnulledOn is { } day ? [AlreadyAnnulled.With(day)] : [];

    public IEnumerable<Broken> WhyNotLeave(DateOnly on, DateOnly today)
    {
        if (AnnulledOn is { } annulled)
        {
            yield return AlreadyAnnulled.With(annulled);
        }
        if (To is { } left)
        {
            yield return HasLeft.With(left);
        }
        if (on > today)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(on);
        }
        if (on < From)
        {
            yield return (MeasureRules.EndBeforeStart with { Field = "On" }).With(on, From);
        }
    }
}

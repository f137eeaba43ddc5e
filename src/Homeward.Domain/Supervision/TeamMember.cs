using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The five roles of a work team (DRR 17, rules R1.22); Shanghai's sixth, the anti-drug social worker, is whoever is responsible for the client (SHR 32).</summary>
public enum TeamRole
{
    CommunityWorker,
    PoliceOfficer,
    MedicalWorker,
    FamilyMember,
    Volunteer,
}

/// <summary>Somebody in the work team of a community measure, or the recorded reason why the place of the family stays empty (rules R1.22, R1.23).</summary>
public sealed partial class TeamMember : IVersioned, IAudited, IAboutClient, IStandsUnder
{
    TeamMember()
    {
    }

    /// <param name="measure">The community measure that the team is set up for.</param>
    /// <param name="seat">Who takes which place, and from when.</param>
    /// <param name="team">All who were ever in the team.</param>
    /// <param name="entry">Who enters it and when.</param>
    public TeamMember(Measure measure, TeamSeat seat, IReadOnlyCollection<TeamMember> team, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotJoin(measure, seat, team, entry.Today));
        Id = entry.RecordId;
        ClientId = measure.ClientId;
        UnitId = measure.UnitId;
        MeasureId = measure.Id;
        Role = seat.Role;
        Name = seat.Name;
        Phone = seat.Phone;
        NoFamilyReason = seat.NoFamilyReason;
        From = seat.From;
        EnteredById = entry.EnteredById;
        EnteredAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public Guid MeasureId { get; private set; }
    public TeamRole Role { get; private set; }

    /// <summary>Null where the place of the family stays empty for a reason.</summary>
    public Sealed? Name { get; private set; }
    public Sealed? Phone { get; private set; }

    /// <summary>Code of the list <c>noFamilyReason</c>: why no family is there.</summary>
    public string? NoFamilyReason { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day in the team.</summary>
    public DateOnly? To { get; private set; }
    public Guid? EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public int Version { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }
    public Sealed? AnnulReason { get; private set; }

    Guid IStandsUnder.StandsUnderId => MeasureId;

    public bool IsAnnulled => AnnulledOn is not null;

    public bool StandsOn(DateOnly day) => !IsAnnulled && From <= day && !(To < day);

    /// <summary>The last day in the team: later places are taken by others, and what was stays on record.</summary>
    public void Leave(DateOnly on, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotLeave(on, today));
        To = on;
    }

    /// <summary>Takes a wrong record out of the team; it stays visible with its reason.</summary>
    public void Annul(Sealed reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnnul());
        (AnnulledOn, AnnulReason) = (today, reason);
    }
}

/// <summary>A place in the team and who takes it.</summary>
public sealed record TeamSeat(TeamRole Role, DateOnly From)
{
    public Sealed? Name { get; init; }
    public Sealed? Phone { get; init; }

    /// <summary>Code of the list <c>noFamilyReason</c>, instead of a name.</summary>
    public string? NoFamilyReason { get; init; }
}

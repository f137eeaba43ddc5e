using Homeward.Domain.Foundation;

namespace Homeward.Domain.Organisation;

/// <summary>A role in a unit for a purpose, from a day until a day; what somebody may do follows from the grants in force.</summary>
public sealed class Grant : IVersioned, IAudited
{
    public static readonly Broken RolesExclude = new("organisation.grant-roles-exclude", "Role");
    public static readonly Broken EndsBeforeStart = new("organisation.grant-ends-before-start", "ValidTo");
    public static readonly Broken LiaisonAtCentre = new("organisation.liaison-at-centre", "Role");
    public static readonly Broken AlreadyHeld = new("organisation.grant-already-held", "Role");

    Grant()
    {
    }

    /// <param name="accountId">Who is to hold it.</param>
    /// <param name="role">The role.</param>
    /// <param name="unitId">The unit; what hangs under it is included.</param>
    /// <param name="purpose">Code of the list <c>purpose</c>.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null means until it is ended.</param>
    /// <param name="held">All grants of the same account.</param>
    public Grant(Guid accountId, Role role, Guid unitId, string purpose, DateOnly from, DateOnly? to, IReadOnlyCollection<Grant> held)
    {
        Id = Ids.New();
        AccountId = accountId;
        Role = role;
        UnitId = unitId;
        Purpose = purpose;
        ValidFrom = from;
        ValidTo = to;
        RulesBrokenException.ThrowIfAny(WhyNotHold(held));
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Role Role { get; private set; }
    public Guid UnitId { get; private set; }
    public string Purpose { get; private set; } = "";
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public int Version { get; private set; }

    /// <summary>A centre has a liaison and nobody else: its own people must not see the office, and the office not the centre's other releases.</summary>
    public static IEnumerable<Broken> WhyNotAt(Role role, UnitLevel? level) => (role == Role.Liaison) == (level == UnitLevel.Centre) ? [] : [LiaisonAtCentre];

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public void End(DateOnly lastDay)
    {
        if (lastDay < ValidFrom.AddDays(-1))
        {
            throw new RulesBrokenException([EndsBeforeStart.With(lastDay, ValidFrom)]);
        }
        ValidTo = lastDay;
    }

    IEnumerable<Broken> WhyNotHold(IReadOnlyCollection<Grant> held)
    {
        if (ValidTo < ValidFrom)
        {
            yield return EndsBeforeStart.With(ValidTo, ValidFrom);
        }
        var together = held.Where(Overlaps).ToList();
        if (together.Any(other => other.Role != Role && (other.Role.Administers() || Role.Administers())))
        {
            yield return RolesExclude;
        }
        if (together.Any(other => other.Role == Role && other.UnitId == UnitId))
        {
            yield return AlreadyHeld;
        }
    }

    bool Overlaps(Grant other) =>
        (other.ValidTo is null || ValidFrom <= other.ValidTo) && (ValidTo is null || other.ValidFrom <= ValidTo);
}

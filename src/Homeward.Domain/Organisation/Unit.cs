using Homeward.Domain.Foundation;

namespace Homeward.Domain.Organisation;

/// <summary>A place in the city's tree (city, district, street) or in an organisation's (organisation, station, point); a point stands in both.</summary>
public sealed class Unit : IVersioned, IAudited
{
    public static readonly Broken NameMissing = new("organisation.unit-name-missing", "Name");
    public static readonly Broken CodeMissing = new("organisation.unit-code-missing", "Code");
    public static readonly Broken UnderItself = new("organisation.unit-under-itself", "ParentId");
    public static readonly Broken AlreadyEnded = new("organisation.unit-already-ended");
    public static readonly Broken StillHolds = new("organisation.unit-still-holds");

    Unit()
    {
    }

    public Unit(string code, string name, UnitLevel level, Guid? parentId, Guid? organisationParentId)
    {
        RulesBrokenException.ThrowIfAny(WhyNotName(code, name));
        Id = Ids.New();
        Code = code;
        Name = name;
        Level = level;
        ParentId = parentId;
        OrganisationParentId = organisationParentId;
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public UnitLevel Level { get; private set; }

    /// <summary>The unit above in the city's tree: street → district → city; a point hangs on its street, a station on its district.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The unit above in the organisation's tree: point → station → organisation.</summary>
    public Guid? OrganisationParentId { get; private set; }

    public DateOnly? EndedOn { get; private set; }
    public int Version { get; private set; }

    public static IEnumerable<Broken> WhyNotName(string code, string name)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            yield return CodeMissing;
        }
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return NameMissing;
        }
    }

    public void Rename(string name)
    {
        RulesBrokenException.ThrowIfAny(WhyNotName(Code, name));
        Name = name;
    }

    /// <param name="parentId">The new unit above in the city's tree.</param>
    /// <param name="organisationParentId">The new unit above in the organisation's tree.</param>
    /// <param name="below">All units that hang under this one in either tree.</param>
    public IEnumerable<Broken> WhyNotMove(Guid? parentId, Guid? organisationParentId, IReadOnlySet<Guid> below)
    {
        if (IsInside(parentId, below) || IsInside(organisationParentId, below))
        {
            yield return UnderItself.With(Name);
        }
    }

    public void Move(Guid? parentId, Guid? organisationParentId, IReadOnlySet<Guid> below)
    {
        RulesBrokenException.ThrowIfAny(WhyNotMove(parentId, organisationParentId, below));
        ParentId = parentId;
        OrganisationParentId = organisationParentId;
    }

    /// <param name="holds">How many clients, staff and open units still hang on it; nothing may be left hanging in the air.</param>
    public IEnumerable<Broken> WhyNotEnd(int holds)
    {
        if (EndedOn is not null)
        {
            yield return AlreadyEnded.With(EndedOn);
        }
        if (holds > 0)
        {
            yield return StillHolds.With(holds);
        }
    }

    public void End(DateOnly on, int holds)
    {
        RulesBrokenException.ThrowIfAny(WhyNotEnd(holds));
        EndedOn = on;
    }

    bool IsInside(Guid? above, IReadOnlySet<Guid> below) => above is { } id && (id == Id || below.Contains(id));
}

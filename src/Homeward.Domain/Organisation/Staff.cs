using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Organisation;

/// <summary>A person who works for an organisation; may or may not have an account.</summary>
public sealed class Staff : IVersioned, IAudited, IBelongsToUnit
{
    public static readonly Broken NameMissing = new("organisation.staff-name-missing", "Name");
    public static readonly Broken HiredBeforeBirth = new("organisation.hired-before-birth", "HiredOn");
    public static readonly Broken LeftBeforeHired = new("organisation.left-before-hired", "LeftOn");

    Staff()
    {
    }

    public Staff(string name, Guid unitId, StaffDetails details)
    {
        Id = Ids.New();
        UnitId = unitId;
        Describe(name, details);
    }

    public Guid Id { get; private set; }
    public Guid UnitId { get; private set; }
    public string? WorkNumber { get; private set; }
    public string Name { get; private set; } = "";
    public Sex? Sex { get; private set; }
    public DateOnly? BirthDate { get; private set; }
    public DateOnly? HiredOn { get; private set; }
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Code of the list <c>education</c>.</summary>
    public string? Education { get; private set; }

    /// <summary>Code of the list <c>qualification</c>.</summary>
    public string? Qualification { get; private set; }
    public string? QualificationNumber { get; private set; }
    public DateOnly? QualificationValidUntil { get; private set; }
    public string? Post { get; private set; }
    public int Version { get; private set; }

    public static IEnumerable<Broken> WhyNotDescribe(string name, StaffDetails details)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return NameMissing;
        }
        if (details.HiredOn <= details.BirthDate)
        {
            yield return HiredBeforeBirth.With(details.HiredOn!, details.BirthDate!);
        }
    }

    public void Describe(string name, StaffDetails details)
    {
        RulesBrokenException.ThrowIfAny(WhyNotDescribe(name, details));
        Name = name;
        WorkNumber = details.WorkNumber;
        Sex = details.Sex;
        BirthDate = details.BirthDate;
        HiredOn = details.HiredOn;
        Education = details.Education;
        Qualification = details.Qualification;
        QualificationNumber = details.QualificationNumber;
        QualificationValidUntil = details.QualificationValidUntil;
        Post = details.Post;
    }

    public void MoveTo(Guid unitId) => UnitId = unitId;

    public void Leave(DateOnly on)
    {
        if (on < HiredOn)
        {
            throw new RulesBrokenException([LeftBeforeHired.With(on, HiredOn)]);
        }
        LeftOn = on;
    }
}

/// <summary>What the staff register keeps of a person of staff beside the name.</summary>
public sealed record StaffDetails
{
    public string? WorkNumber { get; init; }
    public Sex? Sex { get; init; }
    public DateOnly? BirthDate { get; init; }
    public DateOnly? HiredOn { get; init; }
    public string? Education { get; init; }
    public string? Qualification { get; init; }
    public string? QualificationNumber { get; init; }
    public DateOnly? QualificationValidUntil { get; init; }
    public string? Post { get; init; }
}

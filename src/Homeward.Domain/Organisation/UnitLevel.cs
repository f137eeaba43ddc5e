namespace Homeward.Domain.Organisation;

/// <summary>What a unit is: the administrative levels of the city, and those of the organisations that serve it (rules R3.3).</summary>
public enum UnitLevel
{
    City,
    District,
    Street,
    Organisation,
    Station,
    Point,

    /// <summary>A centre of compulsory isolation, run by the judicial administration or the police (rules R1.3, R1.44).</summary>
    Centre,
}

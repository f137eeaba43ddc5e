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
}

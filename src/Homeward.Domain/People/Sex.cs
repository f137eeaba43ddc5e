namespace Homeward.Domain.People;

/// <summary>The sex that an identity number states.</summary>
public enum Sex
{
    Female,
    Male,
}

namespace Homeward.Domain.People;

public enum Sex { Female, Male }

public readonly record struct IdentityNumber(string Value, DateOnly BirthDate, Sex Sex);

namespace Homeward.Domain.Screening;

/// <summary>Who confirms what was recorded, and when: the day counts in Shanghai.</summary>
/// <param name="On">The day.</param>
/// <param name="ById">The account that confirms; null at the shell.</param>
/// <param name="At">The instant.</param>
public readonly record struct SecondStep(DateOnly On, Guid? ById, DateTime At);

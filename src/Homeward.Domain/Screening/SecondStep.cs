namespace Homeward.Domain.Screening;

/// <summary>Who confirms what was recorded, and when: the day counts in Shanghai.</summary>
/// <param name="On">The day.</param>
/// <param name="ById">The account that confirms; null at the shell.</param>
/// <param name="At">The instant.</param>
public readonly record struct SecondStep(DateOnly On, Guid? ById, DateTime At)
{
    /// <summary>Number of the paper of whoever decides: the report or the conclusion of the police; null where none was named.</summary>
    public string? DocumentNumber { get; init; }
}

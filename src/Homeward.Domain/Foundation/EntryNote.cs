namespace Homeward.Domain.Foundation;

/// <summary>Who enters a record and when: apart from who did the work and when it happened.</summary>
/// <param name="RecordId">The id the record will have; what is sealed for it is bound to this id.</param>
/// <param name="EnteredById">Account that enters it; null at the shell.</param>
/// <param name="At">Instant of entry.</param>
/// <param name="Today">Today in Shanghai.</param>
/// <param name="IsHistory">True for history from a sheet: a missing fact is a warning there, and a refusal on a form.</param>
public sealed record EntryNote(Guid RecordId, Guid? EnteredById, DateTime At, DateOnly Today, bool IsHistory = false);

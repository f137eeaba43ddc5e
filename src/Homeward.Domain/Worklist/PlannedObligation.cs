namespace Homeward.Domain.Worklist;

public sealed record PlannedObligation(ObligationKind Kind, string NaturalKey, DateOnly Opens, DateOnly Closes, string Rule, string PolicyVersion);

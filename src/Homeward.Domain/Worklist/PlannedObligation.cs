namespace Homeward.Domain.Worklist;

/// <summary>An obligation as the rules make it, before anybody settles it; planned again it has the same natural key (rule, subject, period).</summary>
public sealed record PlannedObligation(ObligationKind Kind, string NaturalKey, DateOnly Opens, DateOnly Closes, string Rule, string PolicyVersion)
{
    /// <summary>It lies wholly inside a suspension and is not asked for (rules R2.17).</summary>
    public bool Suspended { get; init; }

    /// <summary>The day on which an act or a paper of the measure fulfilled it.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>It is not asked for where its last day was before the client was known.</summary>
    public bool OnlySinceKnown { get; init; }

    /// <summary>The day from which it can be done no more.</summary>
    public DateOnly? MissedOn { get; init; }
}

/// <summary>A fact without which obligations cannot be planned, such as <c>reportedOn</c>.</summary>
public sealed record PlanGap(string Fact, IReadOnlyList<ObligationKind> Kinds);

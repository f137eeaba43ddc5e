using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>What obligations are planned from.</summary>
public sealed record ObligationFacts(Guid MeasureId, MeasureHistory History)
{
    /// <summary>Every assessment of the client's risk and every answer to one; those of one day in their order.</summary>
    public IReadOnlyList<RiskStep> Risks { get; init; } = [];

    /// <summary>For a leave's act the day of the first screen that was made elsewhere during it (rules R1.27).</summary>
    public IReadOnlyDictionary<Guid, DateOnly> RemoteScreens { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>The days of the written assessments of the case: papers and scans of them that stand (rules R2.12).</summary>
    public IReadOnlyList<DateOnly> Assessments { get; init; } = [];

    /// <summary>What contacts told of the client's life, by the words of the policy and the day of the contact (rules R2.38).</summary>
    public IReadOnlyList<(string Word, DateOnly On)> LifeEvents { get; init; } = [];

    public DateOnly? RemoteScreenOf(Guid? leaveId) => leaveId is { } id && RemoteScreens.TryGetValue(id, out var on) ? on : null;

    /// <summary>The level in force on a day; null before the first assessment.</summary>
    public RiskLevel? RiskOn(DateOnly day) =>
        Risks.Where(risk => risk.On <= day).OrderBy(risk => risk.On).Select(risk => (RiskLevel?)risk.Level).LastOrDefault();
}

using Homeward.Domain.Screening;

namespace Homeward.Domain.Papers;

public enum SlotState
{
    /// <summary>Nothing asks for it.</summary>
    NotRequired,
    Complete,

    /// <summary>To be filled, and still in time.</summary>
    Awaited,
    Missing,
}

/// <summary>One slot: what it asks for, what lies in it, how it stands.</summary>
public sealed record DossierLine(DossierSlot Slot, string Rule, SlotState State, int Needed, IReadOnlyList<DossierFilling> Fillings)
{
    /// <summary>The day from which it has to be filled, and the last day for that.</summary>
    public DateOnly? Since { get; init; }
    public DateOnly? DueOn { get; init; }

    public bool IsGap => State is SlotState.Awaited or SlotState.Missing;
}

/// <summary>The file of one measure: 22 slots, each required or not, complete or not; the rate is complete over required (R3.4, R3.5).</summary>
public sealed record Dossier(IReadOnlyList<DossierLine> Lines)
{
    public int Required => Lines.Count(line => line.State != SlotState.NotRequired);
    public int Complete => Lines.Count(line => line.State == SlotState.Complete);
    public IEnumerable<DossierLine> Gaps => Lines.Where(line => line.IsGap);

    /// <summary>Complete over required in whole percent, rounded to the nearest: a hundred is told only where nothing is missing. Null where nothing is required.</summary>
    public int? Rate => Required == 0 ? null : Complete == Required ? 100 : Math.Min(99, ((Complete * 200) + Required) / (Required * 2));

    public static Dossier Of(DossierFacts facts) => new([.. DossierRules.All.OrderBy(rule => rule.Slot).Select(rule => LineOf(rule, facts))]);

    static DossierLine LineOf(DossierRule rule, DossierFacts facts)
    {
        var lies = facts.Fillings.Where(filling => filling.Slot == rule.Slot).OrderByDescending(filling => filling.On).ThenBy(filling => filling.Id).ToList();
        var asked = AskedFor(rule, facts).Order().ToList();
        var have = rule.Slot == DossierSlot.TestRecords ? facts.PastWindows.Count(IsAnswered) : lies.Where(filling => filling.Counts).Sum(filling => filling.Times);
        var overdue = Overdue(rule.Slot, facts);
        // The papers come in the order in which they were asked for: the first that is not there yet sets the day.
        DateOnly? since = asked.Count == 0 ? null : FirstUnanswered(rule.Slot, facts) ?? asked[Math.Min(have, asked.Count - 1)];
        var due = since?.AddDays(facts.Days);
        var state = asked.Count == 0 ? SlotState.NotRequired
            : have >= asked.Count && overdue == 0 ? SlotState.Complete
            : overdue > 0 || due < facts.Today ? SlotState.Missing
            : SlotState.Awaited;
        return new DossierLine(rule.Slot, rule.Rule, state, asked.Count, lies) { Since = since, DueOn = due };
    }

    /// <summary>The day of each paper that the slot asks for.</summary>
    static IEnumerable<DateOnly> AskedFor(DossierRule rule, DossierFacts facts)
    {
        var each = facts.Standing.Where(act => rule.ForEach.Contains(act.Kind)).Select(act => act.On);
        var windows = rule.Slot == DossierSlot.TestRecords ? facts.PastWindows.Select(window => window.Closes) : [];
        return (rule.Since(facts) is { } since && since <= facts.Today ? [since] : Enumerable.Empty<DateOnly>()).Concat(each).Concat(windows);
    }

    static DateOnly? FirstUnanswered(DossierSlot slot, DossierFacts facts) =>
        slot == DossierSlot.TestRecords ? facts.PastWindows.Where(window => !IsAnswered(window)).Min(window => (DateOnly?)window.Closes) : null;

    static bool IsAnswered(ScreeningWindow window) => window.State is ScreeningWindowState.Done or ScreeningWindowState.Refused or ScreeningWindowState.Evaded;

    static int Overdue(DossierSlot slot, DossierFacts facts) => slot switch
    {
        DossierSlot.Interviews => facts.OverdueInterviews,
        DossierSlot.Assessments => facts.OverdueAssessments,
        _ => 0,
    };
}

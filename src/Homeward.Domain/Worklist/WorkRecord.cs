using Homeward.Domain.Casework;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>A record of work as obligations see it: what it is about, on which day, and how it settles a window.</summary>
public readonly record struct WorkRecord(Guid Id, DateOnly On, ObligationKind Kind, Settlement Settlement, bool FillsScheduledWindow)
{
    /// <summary>A screen whose positive result is confirmed; a preliminary one says nothing yet (rules R2.9).</summary>
    public bool IsConfirmedPositive { get; init; }

    /// <summary>What was tested; null where nothing was.</summary>
    public Specimen? Specimen { get; init; }

    /// <summary>The day on which an evasion or a positive result was confirmed.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The measure that it was made under; null where there was none.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The leave during which it was made elsewhere (rules R1.27).</summary>
    public Guid? LeaveId { get; init; }

    /// <summary>Why the screen was taken; null for what is no screen.</summary>
    public ScreenKind? ScreenKind { get; init; }

    /// <summary>What a contact told of the client's life; null where it told of nothing (rules R2.38).</summary>
    public string? LifeEvent { get; init; }

    /// <summary>Whether it can settle what a measure makes due: a screen only where it is the measure's own, a contact under every measure. What an assessment fulfils the plan tells, and what somebody's life brought fulfils nothing.</summary>
    public bool CountsFor(Measure measure) => Kind switch
    {
        ObligationKind.Screen => measure.Owns(MeasureId, On),
        ObligationKind.YearlyAssessment or ObligationKind.RiskReassessment => false,
        _ => true,
    };

    /// <summary>As the policy in force reads it: which kinds of screens fill windows (rules R2.13, R2.14).</summary>
    public WorkRecord Under(PolicyPack pack) => ScreenKind is { } kind ? this with { FillsScheduledWindow = WindowFilling.IsDoneBy(kind, pack) } : this;

    public static IEnumerable<WorkRecord> Of(Screen screen)
    {
        if (screen.IsAnnulled || screen.Result == ScreenResult.Invalid)
        {
            yield break;
        }
        Settlement? settlement = screen.Outcome switch
        {
            ScreenOutcome.Done => Worklist.Settlement.Fulfilled,
            ScreenOutcome.Refused => Worklist.Settlement.Refused,
            ScreenOutcome.EvadedConfirmed => Worklist.Settlement.Evaded,
            ScreenOutcome.Excused => Worklist.Settlement.Excused,
            _ => null,
        };
        if (settlement is { } known)
        {
            yield return new WorkRecord(screen.Id, screen.On, ObligationKind.Screen, known, screen.Kind == Screening.ScreenKind.Scheduled)
            {
                ScreenKind = screen.Kind,
                IsConfirmedPositive = screen.Result == ScreenResult.PositiveConfirmed,
                ConfirmedOn = screen.ConfirmedOn,
                Specimen = screen.Specimen,
                MeasureId = screen.MeasureId,
                LeaveId = screen.LeaveId,
            };
        }
    }

    /// <summary>Whether the plan depends on the screen: it counts towards a serious breach, asks for a new look at the risk, or was awaited from elsewhere (rules R1.29, R2.38, R1.27).</summary>
    public static bool MovesPlan(Screen screen) => Of(screen).Any(record => EventOf(record) is not null || record.LeaveId is not null);

    /// <summary>The event that the plan of a measure looks at; null for all that was held without a confirmed positive, or excused.</summary>
    public static ScreenEvent? EventOf(WorkRecord record) => FindingOf(record) is { } finding ? new ScreenEvent(record.On, finding, Specimen: record.Specimen) { RecordId = record.Id, ConfirmedOn = record.ConfirmedOn } : null;

    static ScreenFinding? FindingOf(WorkRecord record) => record switch
    {
        { Kind: not ObligationKind.Screen } => null,
        { Settlement: Worklist.Settlement.Refused } => ScreenFinding.Refused,
        { Settlement: Worklist.Settlement.Evaded } => ScreenFinding.Evaded,
        { IsConfirmedPositive: true } => ScreenFinding.PositiveConfirmed,
        _ => null,
    };

    /// <summary>A written assessment of the case. What it fulfils is told by the plan, which knows the periods: late counts too (rules R2.12).</summary>
    public static WorkRecord OfAssessment(Guid id, DateOnly on, Guid? measureId) =>
        new(id, on, ObligationKind.YearlyAssessment, Worklist.Settlement.Fulfilled, false) { MeasureId = measureId };

    /// <summary>Whether it is a written assessment of a measure: one that names none is of any.</summary>
    public bool IsAssessmentOf(Guid measureId) => Kind == ObligationKind.YearlyAssessment && (MeasureId is null || MeasureId == measureId);

    public static IEnumerable<WorkRecord> Of(Contact contact) => contact.AnnulledOn is null ? OfContact(contact.Id, contact.On, contact.Purposes, contact.LifeEvents) : [];

    /// <summary>The same of a contact that stands, without the whole of it.</summary>
    public static IEnumerable<WorkRecord> OfContact(Guid id, DateOnly on, IReadOnlyList<string> purposes, IReadOnlyList<string> lifeEvents) =>
    [
        .. ContactPurposes.Fulfils(purposes).Select(kind => new WorkRecord(id, on, kind, Worklist.Settlement.Fulfilled, true)),
        .. lifeEvents.Select(word => new WorkRecord(id, on, ObligationKind.RiskReassessment, Worklist.Settlement.Fulfilled, false) { LifeEvent = word }),
    ];
}

/// <summary>The purposes of a contact that fulfil an obligation.</summary>
public static class ContactPurposes
{
    public const string Interview = "interview";
    public const string HomeVisit = "homeVisit";

    public static IEnumerable<ObligationKind> Fulfils(IReadOnlyList<string> purposes) => purposes.Distinct().SelectMany<string, ObligationKind>(purpose => purpose switch
    {
        Interview => [ObligationKind.Interview],
        HomeVisit => [ObligationKind.HomeVisit],
        _ => [],
    });

    /// <summary>What a contact serves where nobody says otherwise: a visit is also an interview, a call or a letter is neither (rules R2.29).</summary>
    public static IReadOnlyList<string> UsualFor(ContactMode mode) => mode switch
    {
        ContactMode.Interview or ContactMode.Video => [Interview],
        ContactMode.HomeVisit => [HomeVisit, Interview],
        _ => [],
    };
}

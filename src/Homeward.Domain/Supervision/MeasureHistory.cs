using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>Everything the statutory clock needs to know of one measure: its papers and what happened under it.</summary>
public sealed record MeasureHistory
{
    public required MeasureKind Kind { get; init; }
    public int? TermYears { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }
    public DateOnly? FamilyServedOn { get; init; }
    public DateOnly? OfficeToldOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }

    /// <summary>Days of compulsory isolation that are deducted from the term (rules R1.45).</summary>
    public int ServedIsolationDays { get; init; }
    public Sex? Sex { get; init; }
    public IReadOnlyList<MeasureEvent> Events { get; init; } = [];

    /// <summary>What was known on a day: whatever came later is forgotten.</summary>
    public MeasureHistory AsOf(DateOnly day) => this with
    {
        FamilyServedOn = Known(FamilyServedOn, day),
        OfficeToldOn = Known(OfficeToldOn, day),
        ReportedOn = Known(ReportedOn, day),
        AgreementSignedOn = Known(AgreementSignedOn, day),
        Events = Standing(Events.Where(happened => happened.Day <= day).ToList()).Select(happened => Known(happened, day)).ToList(),
    };

    /// <summary>The end that holds: the first one after the last reopening.</summary>
    DateOnly? EndedOn
    {
        get
        {
            var reopened = Events.OfType<ReopenedEvent>().Max(reopening => (DateOnly?)reopening.On);
            return Events.Where(happened => happened is TerminationEvent or ReleaseEvent && !(happened.Day <= reopened)).Min(happened => (DateOnly?)happened.Day);
        }
    }

    /// <summary>The last day that the measure has run by a day: with its end nothing under it goes on any more (rules R1.40, R1.41).</summary>
    public DateOnly RanUntil(DateOnly asOf) => EndedOn < asOf ? EndedOn.Value : asOf;

    /// <summary>An end that a later reopening took back has never been.</summary>
    static IEnumerable<MeasureEvent> Standing(List<MeasureEvent> known)
    {
        var reopened = known.OfType<ReopenedEvent>().Max(reopening => (DateOnly?)reopening.On);
        return reopened is null ? known : known.Where(happened => happened is not (TerminationEvent or ReleaseEvent or FollowUpEvent) || happened.Day > reopened);
    }

    /// <summary>What makes the history impossible. A term without a schedule is asked of the policy pack.</summary>
    public IEnumerable<Broken> WhyNot()
    {
        if (ServedOn < OrderedOn)
        {
            yield return new Broken("served-before-ordered", "servedOn").With(ServedOn!, OrderedOn!);
        }
        if (ReportedOn < (ServedOn ?? OrderedOn))
        {
            yield return new Broken("reported-before-served", "reportedOn").With(ReportedOn!, (ServedOn ?? OrderedOn)!);
        }
        if (AgreementSignedOn < (ServedOn ?? OrderedOn))
        {
            yield return new Broken("agreement-before-served", "agreementSignedOn").With(AgreementSignedOn!, (ServedOn ?? OrderedOn)!);
        }
        foreach (var (happened, place) in Events.Select((happened, place) => (happened, place)).Where(pair => EndsBeforeItBegins(pair.happened)))
        {
            yield return new Broken("ends-before-it-begins", $"events[{place}]").With(happened.Day);
        }
    }

    static bool EndsBeforeItBegins(MeasureEvent happened) => happened switch
    {
        LeaveEvent leave => leave.To < leave.From || leave.ReturnedOn < leave.From,
        AbsenceEvent absence => absence.To < absence.From,
        SuspensionEvent suspension => suspension.To < suspension.From,
        TransferEvent transfer => transfer.ReportedOn < transfer.On || transfer.WithdrawnOn < transfer.On,
        ConfirmedEvent confirmed => confirmed.HandedOverOn < confirmed.On || confirmed.DeclinedOn < (confirmed.HandedOverOn ?? confirmed.On),
        OutOfReachEvent away => away.To < away.From.AddDays(-1),
        EscapeEvent escape => escape.To < escape.From.AddDays(-1),
        OutsideTreatmentEvent treated => treated.To < treated.From,
        ClinicMissedEvent missed => missed.ResumedOn < missed.From,
        JustCauseEvent cause => cause.ReportBy < cause.On,
        _ => false,
    };

    static MeasureEvent Known(MeasureEvent happened, DateOnly day) => happened switch
    {
        LeaveEvent leave => leave with { ReturnedOn = Known(leave.ReturnedOn, day), Extensions = leave.Extensions.Count == 0 ? [] : [.. leave.Extensions.Where(more => more.On <= day)] },
        TransferEvent transfer => transfer with
        {
            ReportedOn = Known(transfer.ReportedOn, day),
            WithdrawnOn = Known(transfer.WithdrawnOn, day),
            ForwardedOn = Known(transfer.ForwardedOn, day),
            SignedOn = Known(transfer.SignedOn, day),
        },
        ClinicMissedEvent missed => missed with { ResumedOn = Known(missed.ResumedOn, day), DroppedOutOn = Known(missed.DroppedOutOn, day) },
        ConfirmedEvent confirmed => confirmed with { HandedOverOn = Known(confirmed.HandedOverOn, day), DeclinedOn = Known(confirmed.DeclinedOn, day) },
        _ => happened,
    };

    static DateOnly? Known(DateOnly? on, DateOnly day) => on <= day ? on : null;
}

using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>The days of a measure in the order in which they must come: ordered, served, reported, agreement signed (rules R1.10–R1.18).</summary>
public sealed record MeasureDays
{
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }

    /// <summary>For somebody three years clean the day of the order is whatever the office wrote, and never a reason to refuse.</summary>
    internal static MeasureDays Read(RowReading reading, bool isClean) => new()
    {
        OrderedOn = isClean ? reading.DayIfAny("orderedOn") : reading.Day("orderedOn"),
        ServedOn = reading.Day("servedOn"),
        ReportedOn = reading.Day("reportedOn"),
        AgreementSignedOn = reading.Day("agreementSignedOn"),
    };

    internal void Check(RowReading reading, DateOnly asOf, DateOnly? bornOn, bool isClean)
    {
        var ordered = isClean ? null : OrderedOn;
        RefuseFuture(reading, asOf, ordered);
        if ((ordered ?? ServedOn ?? ReportedOn) <= bornOn)
        {
            reading.Refuse("ordered-before-birth", (ordered ?? ServedOn ?? ReportedOn)!, bornOn!);
        }
        RefuseIfBefore(reading, "served-before-ordered", ServedOn, ordered);
        if (ServedOn is not null)
        {
            RefuseIfBefore(reading, "reported-before-served", ReportedOn, ServedOn);
        }
        else
        {
            RefuseIfBefore(reading, "reported-before-ordered", ReportedOn, ordered);
        }
        if (ReportedOn is not null)
        {
            RefuseIfBefore(reading, "agreement-before-reported", AgreementSignedOn, ReportedOn);
        }
        else
        {
            RefuseIfBefore(reading, "agreement-before-served", AgreementSignedOn, ServedOn ?? ordered);
        }
    }

    /// <summary>Says which facts are missing that the clock of a measure in the community is counted from.</summary>
    internal void Note(RowReading reading, MeasureKind? measure)
    {
        if (measure is null || !measure.Value.IsInTheCommunity())
        {
            return;
        }
        foreach (var (key, day) in new[] { ("orderedOn", OrderedOn), ("servedOn", ServedOn), ("reportedOn", ReportedOn) })
        {
            if (day is null)
            {
                reading.Warn("incomplete", reading.Column(key));
            }
        }
    }

    void RefuseFuture(RowReading reading, DateOnly asOf, DateOnly? ordered)
    {
        foreach (var (key, day) in new[] { ("orderedOn", ordered), ("servedOn", ServedOn), ("reportedOn", ReportedOn), ("agreementSignedOn", AgreementSignedOn) })
        {
            if (day > asOf)
            {
                reading.Refuse("in-future", reading.Column(key), day);
            }
        }
    }

    static void RefuseIfBefore(RowReading reading, string code, DateOnly? later, DateOnly? earlier)
    {
        if (later < earlier)
        {
            reading.Refuse(code, later, earlier!);
        }
    }
}

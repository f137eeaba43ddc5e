using System.Text.Json;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Explain;

/// <summary>One history as a file gives it, the day it is asked about and the policy it is judged by.</summary>
sealed record MeasureQuestion(MeasureHistory History, DateOnly AsOf, string Policy)
{
    /// <exception cref="HistoryException">The history is bad; the message tells why.</exception>
    public static MeasureQuestion Read(JsonElement element)
    {
        var fields = new JsonFields(element, "");
        var policy = fields.Text("policy") ?? Data.Policies.PolicyPacks.Default;
        var asOf = fields.NeededDay("asOf");
        var sex = fields.Choice<Sex>("sex");
        var measure = new JsonFields(fields.Take("measure") ?? throw fields.Missing("measure"), "measure");
        var events = fields.Take("events");
        fields.Close();
        return new MeasureQuestion(Measure(measure) with { Sex = sex, Events = Events(events) }, asOf, policy);
    }

    static MeasureHistory Measure(JsonFields fields)
    {
        var code = fields.Text("kind") ?? throw fields.Missing("kind");
        if (!MeasureKinds.TryParse(code, out var kind) || !kind.IsInTheCommunity())
        {
            throw new HistoryException($"measure.kind must be CDT or CRH, not {code}");
        }
        var history = new MeasureHistory
        {
            Kind = kind,
            TermYears = fields.Number("termYears", 1, 10),
            OrderedOn = fields.Day("orderedOn"),
            ServedOn = fields.Day("servedOn"),
            OfficeToldOn = fields.Day("officeToldOn"),
            ReportedOn = fields.Day("reportedOn"),
            AgreementSignedOn = fields.Day("agreementSignedOn"),
            ServedIsolationDays = fields.Number("servedIsolationDays", 0, 3660) ?? 0,
        };
        fields.Close();
        return history;
    }

    static List<MeasureEvent> Events(JsonElement? element)
    {
        if (element is not { } list)
        {
            return [];
        }
        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((item, index) => Event(new JsonFields(item, $"events[{index}]"))).ToList()
            : throw new HistoryException("events must be a list");
    }

    static MeasureEvent Event(JsonFields fields)
    {
        MeasureEvent happened = (fields.Text("type") ?? throw fields.Missing("type")) switch
        {
            "screen" => new ScreenEvent(
                fields.NeededDay("on"), fields.Choice<ScreenFinding>("outcome") ?? throw fields.Missing("outcome"), fields.Choice<ScreenKind>("kind") ?? (fields.Flag("scheduled") ?? true ? ScreenKind.Scheduled : ScreenKind.Spot), fields.Choice<Specimen>("specimen")),
            "leave" => new LeaveEvent(fields.NeededDay("from"), fields.Day("to"), fields.Day("returnedOn"), fields.Flag("reportedInWriting") ?? false),
            "absence" => new AbsenceEvent(fields.NeededDay("from"), fields.Day("to")),
            "suspended" => new SuspensionEvent(fields.NeededDay("from"), fields.Day("to")),
            "transferred" => new TransferEvent(fields.NeededDay("on"), fields.Day("reportedOn"), fields.Day("withdrawnOn")),
            "justCause" => new JustCauseEvent(fields.NeededDay("on"), fields.NeededDay("reportBy")),
            "confirmed" => new ConfirmedEvent(fields.NeededDay("on"), fields.Choice<Suspicion>("what") ?? throw fields.Missing("what"), fields.Day("handedOverOn"), fields.Day("declinedOn")),
            "outOfControl" => new OutOfReachEvent(fields.NeededDay("from"), fields.Day("to"), Abroad: false),
            "abroad" => new OutOfReachEvent(fields.NeededDay("from"), fields.Day("to"), Abroad: true),
            "warning" => new WarningEvent(fields.NeededDay("on")),
            "followUp" => new FollowUpEvent(fields.NeededDay("on")),
            "reopened" => new ReopenedEvent(fields.NeededDay("on")),
            "terminated" => new TerminationEvent(fields.NeededDay("on"), fields.Choice<TerminationReason>("reason")),
            "noticeServed" => new NoticeEvent(fields.NeededDay("on"), fields.Number("year", 1, 10), fields.Number("index", 1, 60)),
            "released" => new ReleaseEvent(fields.NeededDay("on")),
            var unknown => throw new HistoryException($"unknown event type {unknown}"),
        };
        fields.Close();
        return happened;
    }
}

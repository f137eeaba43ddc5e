using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Short ways to write histories and days in tests.</summary>
static class Histories
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    public static MeasureHistory Cdt(string? reported = "2024-01-15", params MeasureEvent[] events) => new()
    {
        Kind = MeasureKind.Cdt,
        OrderedOn = Day("2024-01-02"),
        ServedOn = Day("2024-01-05"),
        ReportedOn = reported is null ? null : Day(reported),
        AgreementSignedOn = reported is null ? null : Day(reported),
        Events = events,
    };

    public static MeasureState On(this MeasureHistory history, string asOf, PolicyPack? pack = null) =>
        MeasureClock.StateOf(history, pack ?? TestPacks.National(), Day(asOf));

    public static ScreenEvent Screen(string on, ScreenFinding finding = ScreenFinding.Negative, ScreenKind kind = ScreenKind.Scheduled) => new(Day(on), finding, kind);

    public static LeaveEvent Leave(string from, string? to, string? returned, bool inWriting = true) =>
        new(Day(from), to is null ? null : Day(to), returned is null ? null : Day(returned), inWriting);

    public static AbsenceEvent Absence(string from, string? to) => new(Day(from), to is null ? null : Day(to));

    public static SuspensionEvent Suspended(string from, string? to) => new(Day(from), to is null ? null : Day(to));

    public static TransferEvent Transferred(string on, string? reported = null) => new(Day(on), reported is null ? null : Day(reported));

    public static TerminationEvent Terminated(string on) => new(Day(on), TerminationReason.Imprisoned);

    public static ReleaseEvent Released(string on) => new(Day(on));
}

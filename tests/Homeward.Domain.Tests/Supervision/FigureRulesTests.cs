using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Each day of the clock names the papers and the events that made it.</summary>
public class FigureRulesTests
{
    static readonly Guid first = new("00000000-0000-0000-0000-000000000001");
    static readonly Guid second = new("00000000-0000-0000-0000-000000000002");
    static readonly Guid third = new("00000000-0000-0000-0000-000000000003");

    [Fact]
    public void The_last_day_rests_on_report_term_and_deduction() => AssertMadeBy(
        Cdt() with { ServedIsolationDays = 40 }, "2024-02-01", FigureKind.EndsOn, "2026-12-05", "Reported 2024-01-15", "Term 3", "ServedIsolation 40");

    [Fact]
    public void The_last_day_names_the_suspensions_that_moved_it_and_no_other_event() => AssertMadeBy(
        Cdt(events: [Screen("2024-02-10") with { RecordId = third }, Suspended("2024-05-01", "2024-05-10") with { RecordId = first }, Suspended("2024-05-11", "2024-05-20") with { RecordId = second }, Suspended("2024-01-02", "2024-01-03") with { RecordId = third }]),
        "2024-07-01", FigureKind.EndsOn, "2027-02-03", "Reported 2024-01-15", "Term 3", "Suspended 2024-05-01 2024-05-20 20 #1 #2");

    [Fact]
    public void Where_suspension_stops_no_clock_it_made_nothing() => AssertMadeBy(
        Cdt(events: Suspended("2024-05-01", "2024-05-10") with { RecordId = first }), "2024-07-01", FigureKind.EndsOn, "2027-01-14", TestPacks.National(stopsClock: false), "Reported 2024-01-15", "Term 3");

    [Fact]
    public void The_limit_to_report_names_the_cause_that_moved_it_furthest() => AssertMadeBy(
        Cdt(null, new JustCauseEvent(Day("2024-01-18"), Day("2024-01-30")) { RecordId = first }, new JustCauseEvent(Day("2024-01-19"), Day("2024-01-28")) { RecordId = second }),
        "2024-01-21", FigureKind.ReportBy, "2024-01-30", "Served 2024-01-05", "JustCause 2024-01-18 2024-01-30 #1");

    [Fact]
    public void A_return_names_the_leave_and_the_report_that_extended_it() => AssertMadeBy(
        Cdt(events: Leave("2024-03-01", "2024-03-05", null) with { RecordId = first, Extensions = [new LeaveExtension(Day("2024-03-04"), Day("2024-03-09")) { RecordId = second }, new LeaveExtension(Day("2024-03-12"), Day("2024-03-20")) { RecordId = third }] }),
        "2024-03-14", FigureKind.Return, "2024-03-09", "Leave 2024-03-01 2024-03-05 #1", "LeaveExtended 2024-03-04 2024-03-09 #2");

    [Fact]
    public void Reporting_anew_rests_on_the_change_of_place() => AssertMadeBy(
        Cdt(events: [Transferred("2024-02-01", "2024-02-05") with { RecordId = first }, Transferred("2024-06-01") with { RecordId = second }]),
        "2024-06-03", FigureKind.ReReport, "2024-06-16", "Transferred 2024-06-01 #2");

    [Fact]
    public void Telling_the_police_rests_on_the_confirmation_that_still_waits() => AssertMadeBy(
        Cdt(events: [new ConfirmedEvent(Day("2024-05-01"), Suspicion.Breach, Day("2024-05-02"), Day("2024-05-04")) { RecordId = first }, new ConfirmedEvent(Day("2024-06-01"), Suspicion.Breach) { RecordId = second }]),
        "2024-06-01", FigureKind.HandOver, "2024-06-02", "Confirmed 2024-06-01 #2");

    [Fact]
    public void A_window_counts_from_the_report_and_the_last_one_from_what_made_the_last_day()
    {
        var history = Cdt(events: Suspended("2024-05-01", "2024-05-10") with { RecordId = first });
        AssertMadeBy(history, "2024-06-20", FigureKind.Screen, "2024-07-14", "Reported 2024-01-15");
        AssertMadeBy(history, "2027-01-20", FigureKind.Screen, "2027-01-24", "Reported 2024-01-15", "Term 3", "Suspended 2024-05-01 2024-05-10 10 #1");
        AssertMadeBy(history, "2024-06-20", FigureKind.Screen, "2024-06-24", TestPacks.National(movesWindows: true), "Reported 2024-01-15", "Suspended 2024-05-01 2024-05-10 10 #1");
    }

    [Fact]
    public void Preparing_the_release_and_the_signature_name_theirs()
    {
        AssertMadeBy(Cdt(), "2024-02-01", FigureKind.ReleasePreparation, "2026-12-15", "Reported 2024-01-15", "Term 3");
        AssertMadeBy(Cdt() with { AgreementSignedOn = null }, "2024-01-16", FigureKind.SignAgreement, "2024-01-18", "Reported 2024-01-15");
    }

    [Fact]
    public void An_extension_stands_in_the_place_of_the_escapes_it_knew_of() => AssertMadeBy(
        Isolation(
            new EscapeEvent(Day("2024-03-01"), Day("2024-03-10")) { RecordId = first },
            new ExtensionEvent(Day("2025-12-01"), Day("2026-06-30")) { RecordId = second },
            new EscapeEvent(Day("2026-02-01"), Day("2026-02-05")) { RecordId = third }),
        "2026-03-01", FigureKind.EndsOn, "2026-07-05", "Ordered 2024-01-02", "Term 2", "Extended 2025-12-01 2026-06-30 #2", "Escaped 2026-02-01 2026-02-05 5 #3");

    [Fact]
    public void An_early_release_is_named_and_so_is_the_escape_that_took_it_back()
    {
        var early = new EarlyReleaseEvent(Day("2025-03-01"), Day("2025-03-10")) { RecordId = first };
        AssertMadeBy(Isolation(early), "2025-03-02", FigureKind.EndsOn, "2025-03-10", "Ordered 2024-01-02", "Term 2", "ReleasedEarly 2025-03-01 2025-03-10 #1");
        AssertMadeBy(
            Isolation(early, new EscapeEvent(Day("2024-08-01"), Day("2024-08-02")) { RecordId = second }), "2025-03-02", FigureKind.EndsOn, "2026-01-03",
            "Ordered 2024-01-02", "Term 2", "Escaped 2024-08-01 2024-08-02 2 #2", "EarlyReleaseLost 2025-03-01 2025-03-10 #1 #2");
    }

    [Fact]
    public void An_agreement_alone_makes_the_last_day_of_a_stay_by_agreement() => AssertMadeBy(
        new MeasureHistory { Kind = MeasureKind.Drc, ReportedOn = Day("2024-01-15"), Events = [new AgreementEvent(Day("2024-01-15"), Day("2024-07-14")) { RecordId = first }, new AgreementEvent(Day("2024-07-10"), Day("2025-01-14")) { RecordId = second }] },
        "2024-08-01", FigureKind.EndsOn, "2025-01-14", "Agreed 2024-07-10 2025-01-14 #2");

    [Fact]
    public void Nothing_is_told_of_a_day_that_is_not_known() => Assert.Empty(FigureRules.Of(new MeasureHistory { Kind = MeasureKind.Cdt }, TestPacks.National(), new MeasureHistory { Kind = MeasureKind.Cdt }.On("2024-01-01"), Day("2024-01-01")));

    static MeasureHistory Isolation(params MeasureEvent[] events) => new() { Kind = MeasureKind.Cid, OrderedOn = Day("2024-01-02"), Events = events };

    static void AssertMadeBy(MeasureHistory history, string asOf, FigureKind what, string on, params string[] parts) => AssertMadeBy(history, asOf, what, on, TestPacks.National(), parts);

    static void AssertMadeBy(MeasureHistory history, string asOf, FigureKind what, string on, PolicyPack pack, params string[] parts)
    {
        var figure = FigureRules.Of(history, pack, history.On(asOf, pack), Day(asOf)).Single(one => one.What == what);

        Assert.Equal(on, $"{figure.On:yyyy-MM-dd}");
        Assert.Equal(parts, figure.MadeBy.Select(Told));
    }

    static string Told(FigurePart part) => string.Join(' ', new[]
    {
        $"{part.What}", part.First is { } from ? $"{from:yyyy-MM-dd}" : null, part.Last is { } to && to != part.First ? $"{to:yyyy-MM-dd}" : null, part.Count is { } count ? $"{count}" : null,
    }.Where(word => word is not null).Concat(part.RecordIds.Select(id => $"#{id.ToString()[^1]}")));
}

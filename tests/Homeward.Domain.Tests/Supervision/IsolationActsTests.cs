using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>The life cycle of compulsory isolation (rules R1.34, R1.44–R1.46).</summary>
public class IsolationActsTests
{
    [Fact]
    public void Days_of_an_escape_do_not_count_and_the_person_is_out_of_control_until_the_return()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2024-06-01");
        var away = StateOn(measure, "2024-06-10");
        Record(measure, MeasureActKind.Recaptured, "2024-06-21");
        var back = StateOn(measure, "2024-06-21");

        Assert.Equal((MeasureStatus.OutOfControl, Day("2026-01-11")), (away.Status, away.EndsOn!.Value));
        Assert.Equal((MeasureStatus.Active, Day("2026-01-21")), (back.Status, back.EndsOn!.Value));
    }

    [Fact]
    public void Outside_treatment_and_custody_count()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.TreatedOutside, "2024-06-01");
        Record(measure, MeasureActKind.BackInCentre, "2024-09-01");

        var history = measure.History(null, []);
        Assert.Equal(Day("2026-01-01"), (history with { Events = [.. history.Events, Suspended("2024-10-01", "2024-10-31")] }).On("2024-12-01").EndsOn);
    }

    [Fact]
    public void An_annulled_escape_moves_the_last_day_back_and_is_still_there_as_known_before()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2024-06-01");
        Record(measure, MeasureActKind.Recaptured, "2024-06-11");
        measure.Annul(measure.Acts[1].Id, new Sealed([1]), Day("2024-07-01"));
        measure.Annul(measure.Acts[0].Id, new Sealed([1]), Day("2024-07-01"));

        Assert.Equal(Day("2026-01-01"), StateOn(measure, "2024-07-01").EndsOn);
        Assert.Equal(Day("2026-01-11"), measure.HistoryAsKnownOn(null, [], Day("2024-06-20"), DateOnly.FromDateTime)!.On("2024-06-20").EndsOn);
        Assert.Equal(Day("2026-01-01"), measure.HistoryAsKnownOn(null, [], Day("2024-05-31"), DateOnly.FromDateTime)!.On("2024-05-31").EndsOn);
    }

    [Fact]
    public void An_extension_moves_the_last_day_and_an_escape_after_it_moves_it_further()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.TermExtended, "2025-06-01", facts => facts with { To = Day("2026-07-01") });
        Record(measure, MeasureActKind.Escaped, "2025-08-01");
        Record(measure, MeasureActKind.Recaptured, "2025-08-06");

        Assert.Equal(Day("2026-07-06"), StateOn(measure, "2025-09-01").EndsOn);
    }

    [Theory]
    [InlineData("2026-01-01", "supervision.not-later")]
    [InlineData("2027-01-02", "supervision.extended-too-far")]
    public void An_extension_goes_forward_and_not_beyond_a_year_in_all(string to, string code)
    {
        var measure = Isolated();

        Assert.Equal([code], AllRefused(measure, MeasureActKind.TermExtended, "2025-06-01", facts => facts with { To = Day(to) }));
        Record(measure, MeasureActKind.TermExtended, "2025-06-01", facts => facts with { To = Day("2026-06-01") });
        Assert.Equal(["supervision.extended-after-term"], AllRefused(measure, MeasureActKind.TermExtended, "2026-06-02", facts => facts with { To = Day("2026-12-01") }));
        Assert.Equal(["supervision.extended-too-far"], AllRefused(measure, MeasureActKind.TermExtended, "2025-12-01", facts => facts with { To = Day("2027-01-02") }));
        Assert.Empty(AllRefused(measure, MeasureActKind.TermExtended, "2025-12-01", facts => facts with { To = Day("2027-01-01") }));
    }

    [Fact]
    public void An_extension_that_is_written_down_late_is_judged_without_the_escapes_since()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2025-08-01");
        Record(measure, MeasureActKind.Recaptured, "2025-08-31");

        Record(measure, MeasureActKind.TermExtended, "2025-06-01", facts => facts with { To = Day("2026-01-15") }, today: "2025-09-10");

        Assert.Equal(Day("2026-02-14"), StateOn(measure, "2025-09-10").EndsOn);
    }

    [Fact]
    public void An_early_release_gives_the_last_day_and_the_release_then_needs_no_other_paper()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.EarlyReleaseDecided, "2025-03-01", facts => facts with { To = Day("2025-03-10") });

        Assert.Equal(Day("2025-03-10"), StateOn(measure, "2025-03-02").EndsOn);
        Assert.Empty(AllRefused(measure, MeasureActKind.Released, "2025-03-10", facts => facts with { DocumentNumber = null }));
        Assert.Equal(["supervision.early-release-stands"], AllRefused(measure, MeasureActKind.TermExtended, "2025-03-05", facts => facts with { To = Day("2026-03-10") }));
    }

    [Theory]
    [InlineData("2025-01-01", "2025-02-01", "supervision.too-early-for-release")]
    [InlineData("2025-01-02", "2026-01-01", "supervision.not-earlier")]
    public void An_early_release_comes_after_a_year_and_before_the_last_day(string on, string to, string code) =>
        Assert.Equal([code], AllRefused(Isolated(), MeasureActKind.EarlyReleaseDecided, on, facts => facts with { To = Day(to) }));

    [Fact]
    public void Nobody_who_escaped_is_released_early_whichever_became_known_first()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.EarlyReleaseDecided, "2025-03-01", facts => facts with { To = Day("2025-04-10") });
        Record(measure, MeasureActKind.Escaped, "2024-06-01", today: "2025-03-05");
        Record(measure, MeasureActKind.Recaptured, "2024-06-02", today: "2025-03-05");
        var other = Isolated();
        Record(other, MeasureActKind.Escaped, "2024-06-01");
        Record(other, MeasureActKind.Recaptured, "2024-06-01");

        Assert.Equal(Day("2026-01-02"), StateOn(measure, "2025-03-05").EndsOn);
        Assert.Equal(["supervision.escaped-once"], AllRefused(other, MeasureActKind.EarlyReleaseDecided, "2025-03-01", facts => facts with { To = Day("2025-04-10") }));
    }

    [Theory]
    [InlineData(MeasureActKind.Escaped, "supervision.already-escaped")]
    [InlineData(MeasureActKind.TreatedOutside, "supervision.escaped-now")]
    [InlineData(MeasureActKind.TermExtended, "supervision.escaped-now")]
    [InlineData(MeasureActKind.ChangedToCommunity, "supervision.escaped-now")]
    [InlineData(MeasureActKind.Released, "supervision.escaped-now")]
    [InlineData(MeasureActKind.Suspended, "supervision.not-for-this-measure")]
    [InlineData(MeasureActKind.BackInCentre, "supervision.nothing-to-end")]
    public void Nothing_is_decided_about_somebody_on_the_run(MeasureActKind kind, string code)
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2025-06-01");

        Assert.Contains(code, AllRefused(measure, kind, "2025-06-05", facts => facts with { To = kind == MeasureActKind.TermExtended ? Day("2026-05-01") : null }));
    }

    [Fact]
    public void Only_the_deciding_police_extend_on_a_paper()
    {
        Assert.Equal(
            ["supervision.issuer-not-competent", "supervision.document-missing"],
            AllRefused(Isolated(), MeasureActKind.TermExtended, "2025-06-01", facts => facts with { To = Day("2026-05-01"), Issuer = IssuingBody.IsolationCentre, DocumentNumber = null }));
        Assert.True(ActRules.Of(MeasureActKind.TermExtended).Confirms && ActRules.Of(MeasureActKind.EarlyReleaseDecided).Confirms && ActRules.Of(MeasureActKind.ChangedToCommunity).Confirms);
    }

    [Fact]
    public void A_change_into_community_detox_ends_isolation_and_its_days_are_deducted_once()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2024-03-01");
        Record(measure, MeasureActKind.Recaptured, "2024-03-11");
        Record(measure, MeasureActKind.ChangedToCommunity, "2024-04-30");
        // 30 days of January, 29 and 31 and 30 of the months after it, less the ten of the escape.
        var facts = new MeasureFacts { OrderedOn = Day("2024-04-30"), ServedOn = Day("2024-05-01"), ReportedOn = Day("2024-05-06") };

        Assert.Equal((Day("2024-04-30"), 110), (measure.EndedOn!.Value, Measure.IsolationToDeduct(facts, [measure])));
        Assert.Equal(MeasureStatus.Terminated, StateOn(measure, "2024-05-01").Status);
        Assert.Equal(0, Measure.IsolationToDeduct(facts with { OrderedOn = Day("2024-04-29") }, [measure]));
        var detox = new Measure(Somebody(), MeasureKind.Cdt, facts with { ServedIsolationDays = 110 }, [measure], Day("2024-05-10"));
        Assert.Equal(0, Measure.IsolationToDeduct(facts with { OrderedOn = Day("2024-06-30") }, [measure, detox]));
        Assert.Equal(Day("2027-05-05").AddDays(-110), StateOn(detox, "2024-05-10").EndsOn);

        measure.Annul(measure.Acts[^1].Id, new Sealed([1]), Day("2024-05-10"));
        Assert.True(measure.IsOpen);
        Assert.Equal(0, Measure.IsolationToDeduct(facts, [measure]));
    }

    [Theory]
    [InlineData(BreachReasons.SeriousBreach, "2024-02-25")]
    [InlineData(BreachReasons.NewUse, null)]
    public void Isolation_after_a_seriously_breached_rehabilitation_is_not_ended_early(string reason, string? breached)
    {
        var rehabilitation = Of(MeasureKind.Crh, new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05"), ReportedOn = Day("2024-01-15") });
        rehabilitation.Record(MeasureActKind.BreachConfirmed, new ActFacts(Day("2024-02-25")) { Reason = reason, DocumentNumber = "7" }, null, new EntryNote(Guid.CreateVersion7(), null, default, Day("2024-02-25")));
        var isolation = Of(MeasureKind.Cid, new MeasureFacts { OrderedOn = Day("2024-01-10") });
        var facts = new ActFacts(Day("2025-06-01")) { To = Day("2025-06-10"), DocumentNumber = "8" };
        var state = StateOn(isolation, "2025-06-01") with { BreachedRehabilitationOn = isolation.BreachedRehabilitationOn([rehabilitation, isolation]) };

        Assert.Equal(breached is null ? null : Day(breached), state.BreachedRehabilitationOn);
        Assert.Equal(
            breached is null ? [] : ["supervision.breached-rehabilitation"],
            isolation.WhyNotRecord(MeasureActKind.EarlyReleaseDecided, facts, state, new EntryNote(Guid.CreateVersion7(), null, default, Day("2025-06-01"))).Select(broken => broken.Code));
    }

    [Fact]
    public void Three_clean_years_after_a_change_count_from_the_end_of_isolation()
    {
        var isolation = Isolated();
        Record(isolation, MeasureActKind.ChangedToCommunity, "2024-04-30");
        var detox = new Measure(Somebody(), MeasureKind.Cdt, new MeasureFacts { OrderedOn = Day("2024-04-30"), ReportedOn = Day("2024-05-06"), ServedIsolationDays = 120 }, [isolation], Day("2024-05-10"));

        Assert.Equal((CleanBasis.IsolationRelease, Day("2024-04-30")), CleanHistories.Of([isolation, detox], [], TestPacks.National()) is { } clean ? (clean.Basis, clean.StartsOn) : default);
    }
}

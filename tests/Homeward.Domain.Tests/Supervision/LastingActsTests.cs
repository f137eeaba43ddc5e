using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>What goes on until another act ends it: which one is answered, and what a day typed with it changes.</summary>
public class LastingActsTests
{
    [Fact]
    public void A_last_day_typed_with_an_escape_ends_no_escape()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2025-01-01", facts => facts with { To = Day("2025-01-05") });

        Assert.Null(measure.Acts[^1].To);
        Assert.Equal(["supervision.escaped-now"], AllRefused(measure, MeasureActKind.ChangedToCommunity, "2025-01-06"));
        Assert.Equal(["supervision.already-escaped"], AllRefused(measure, MeasureActKind.Escaped, "2025-01-06"));
    }

    [Fact]
    public void The_running_leave_is_extended_and_ended_while_a_later_one_is_planned()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-05-20", facts => facts with { To = Day("2024-05-25"), ReportedInWriting = true });
        Record(measure, MeasureActKind.Leave, "2024-05-03", facts => facts with { To = Day("2024-05-05"), ReportedInWriting = true });
        var (planned, running) = (measure.Acts[0].Id, measure.Acts[1].Id);

        Record(measure, MeasureActKind.LeaveExtended, "2024-05-05", facts => facts with { To = Day("2024-05-08") });
        Record(measure, MeasureActKind.Returned, "2024-05-08");

        Assert.Equal([running, running], measure.Acts.Skip(2).Select(act => act.AboutId!.Value));
        Assert.Equal(planned, measure.OpenAct(MeasureActKind.Leave)!.Id);
        Assert.Equal(0, StateOn(measure, "2024-05-19").Counters.UnauthorisedLeavings);
    }

    [Fact]
    public void A_treatment_taken_up_again_after_a_drop_out_counts_a_new_interruption_from_its_own_first_day()
    {
        var measure = Of(MeasureKind.Mmt, new MeasureFacts { OrderedOn = Day("2024-01-02") });
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Record(measure, MeasureActKind.DroppedOut, "2024-05-15");
        Record(measure, MeasureActKind.Reopened, "2024-06-01");
        Assert.Null(StateOn(measure, "2024-07-01").DropOutFrom);

        Record(measure, MeasureActKind.ClinicMissed, "2024-07-01");

        Assert.Equal(Day("2024-07-15"), StateOn(measure, "2024-07-02").DropOutFrom);
        Assert.Equal(["supervision.too-early-for-drop-out"], AllRefused(measure, MeasureActKind.DroppedOut, "2024-07-14"));
    }

    [Fact]
    public void An_early_release_that_an_escape_made_void_stands_in_the_way_of_no_extension()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.EarlyReleaseDecided, "2025-03-01", facts => facts with { To = Day("2025-04-10") });
        Assert.Equal(["supervision.early-release-stands"], Extension(measure, "2025-03-05"));
        Record(measure, MeasureActKind.Escaped, "2025-04-01");
        Record(measure, MeasureActKind.Recaptured, "2025-04-05");

        Assert.Empty(Extension(measure));
    }

    [Fact]
    public void A_year_of_extension_reaches_the_leap_day_and_over_the_escapes_within_it()
    {
        var measure = Of(MeasureKind.Cid, new MeasureFacts { OrderedOn = Day("2021-03-01") });
        Assert.Equal(Day("2024-02-29"), StateOn(measure, "2022-01-01").Isolation!.ExtendableUntil);

        Record(measure, MeasureActKind.TermExtended, "2022-12-01", facts => facts with { To = Day("2023-08-28") });
        Record(measure, MeasureActKind.Escaped, "2023-04-01");
        Record(measure, MeasureActKind.Recaptured, "2023-05-01");

        Assert.Equal(Day("2024-03-30"), StateOn(measure, "2023-06-01").Isolation!.ExtendableUntil);
    }

    [Theory]
    [InlineData("2024-05-30", 120)]
    [InlineData("2024-05-31", 0)]
    [InlineData(null, 0)]
    public void Isolation_is_deducted_from_the_detox_that_follows_soon_and_from_no_later_one(string? ordered, int days)
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.ChangedToCommunity, "2024-04-30");
        var facts = new MeasureFacts { OrderedOn = ordered is null ? null : Day(ordered) };
        var elsewhere = new Measure(Somebody(), MeasureKind.Cdt, new MeasureFacts { OrderedOn = Day("2024-05-02"), ReportedOn = Day("2024-05-06") }, [measure], Day("2024-05-10"));

        Assert.Equal(days, Measure.IsolationToDeduct(facts, [measure]));
        Assert.Equal(0, Measure.IsolationToDeduct(facts, [measure, elsewhere]));
    }

    [Fact]
    public void Who_never_reported_is_released_on_the_paper_of_the_police_alone()
    {
        var measure = Of(MeasureKind.Cdt, new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05") });

        Assert.Equal(["supervision.document-missing"], Release(measure, null));
        Assert.Empty(Release(measure, "8"));
    }

    [Theory]
    [InlineData("2026-12-14", false)]
    [InlineData("2026-12-15", true)]
    public void An_approval_of_an_earlier_measure_approves_nothing(string on, bool counts)
    {
        var measure = Reported();
        var file = ReleaseFiles.Of(new DossierFacts(measure, StateOn(measure, "2027-01-14"))
        {
            Days = 15,
            Today = Day("2027-01-14"),
            Fillings = [new DossierFilling(DossierSlot.ReleaseApproval, FillingSource.Scan, Guid.CreateVersion7(), Day(on))],
        }, 30);

        Assert.Equal(!counts, file.Required.Contains(ReleasePiece.ApprovalForm));
    }

    static List<string> Extension(Measure measure, string on = "2025-06-01") => AllRefused(measure, MeasureActKind.TermExtended, on, facts => facts with { To = Day("2026-06-01") });

    static IEnumerable<string> Release(Measure measure, string? document) => measure
        .WhyNotRecord(MeasureActKind.Released, new ActFacts(Day("2024-03-01")) { DocumentNumber = document }, StateOn(measure, "2024-03-01"), new EntryNote(Guid.CreateVersion7(), null, default, Day("2024-03-01")))
        .Select(broken => broken.Code);
}

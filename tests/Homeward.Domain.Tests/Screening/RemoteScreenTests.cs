using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Cases;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A screen that the police elsewhere made during a leave (R1.27, R2.17).</summary>
public class RemoteScreenTests
{
    [Theory]
    [InlineData("Police there", "N-1", "There", true, null)]
    [InlineData(null, "N-1", "There", true, "screening.remote-report-missing")]
    [InlineData("Police there", " ", "There", true, "screening.remote-report-missing")]
    [InlineData("Police there", "N-1", null, true, "screening.remote-report-missing")]
    [InlineData("Police there", "N-1", "There", false, "screening.not-on-leave")]
    public void It_rests_on_a_whole_report_and_on_a_leave(string? body, string? document, string? place, bool onLeave, string? code) => Assert.Equal(
        code,
        Screen.WhyNotRecord(Somebody(), Made() with { Place = place, Remote = new RemoteReport(body, document, onLeave ? Guid.CreateVersion7() : null) }, Entry()).Select(broken => broken.Code).SingleOrDefault());

    [Fact]
    public void Who_tested_and_kept_the_samples_stands_in_the_report_of_the_police_there()
    {
        var made = Made() with { Result = ScreenResult.PositivePreliminary, Place = "There", Remote = new RemoteReport("Police there", "N-1", Guid.CreateVersion7()) };

        Assert.Empty(Screen.WhyNotRecord(Somebody(), made, Entry()));
        Assert.Equal(["screening.two-testers", "screening.collector-missing", "screening.samples-missing"], Screen.WhyNotRecord(Somebody(), made with { Remote = null }, Entry()).Select(broken => broken.Code));
    }

    [Theory]
    [InlineData("2024-04-30", false)]
    [InlineData("2024-05-01", true)]
    [InlineData("2024-05-10", true)]
    [InlineData("2024-05-12", true)]
    [InlineData("2024-05-13", false)]
    public void It_belongs_to_the_leave_from_its_first_day_to_the_return(string on, bool found)
    {
        var measure = OnLeave();
        Record(measure, MeasureActKind.Returned, "2024-05-12");

        Assert.Equal(found, measure.LeaveOn(Histories.Day(on)) is not null);
    }

    [Fact]
    public void An_annulled_leave_is_none()
    {
        var measure = OnLeave();
        measure.Annul(measure.Acts[0].Id, new Sealed([1]), Histories.Day("2024-05-03"));

        Assert.Null(measure.LeaveOn(Histories.Day("2024-05-02")));
    }

    [Fact]
    public void The_day_on_which_a_leave_ends_the_report_is_asked_for()
    {
        var measure = OnLeave();
        Assert.Equal((Histories.Day("2024-05-10"), Histories.Day("2024-05-11")), Asked(measure) is var asked ? (asked.Opens, asked.Closes) : default);

        Record(measure, MeasureActKind.Returned, "2024-05-06");
        Assert.Equal((Histories.Day("2024-05-06"), null), Asked(measure) is var early ? (early.Opens, early.DoneOn) : default);
        Assert.Equal(Histories.Day("2024-05-04"), Asked(measure, new() { [measure.Acts[0].Id] = Histories.Day("2024-05-04") }).DoneOn);
        Assert.Null(Asked(measure, new() { [Guid.CreateVersion7()] = Histories.Day("2024-05-04") }).DoneOn);
    }

    [Fact]
    public void Where_none_was_arranged_nothing_is_asked_for()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-05-01", facts => facts with { To = Histories.Day("2024-05-10"), ReportedInWriting = true });

        Assert.DoesNotContain(Plan(measure, []), one => one.Kind == ObligationKind.RemoteScreen);
    }

    /// <summary>Where it was made changes nothing of what it counts for.</summary>
    [Fact]
    public void A_scheduled_one_fills_the_window_of_its_day()
    {
        var measure = OnLeave();
        var screen = new Screen(Somebody(), measure.Id, Made() with { Place = "There", Remote = new RemoteReport("Police there", "N-1", measure.Acts[0].Id) }, Entry());
        var window = MeasureClock.StateOf(measure.History(null, [screen]), TestPacks.National(), Histories.Day("2024-06-01")).Windows.Single(one => one.Opens <= screen.On && screen.On <= one.Closes);

        Assert.Equal((ScreeningWindowState.Done, false), (window.State, screen.IsIncomplete));
        Assert.Equal((measure.Acts[0].Id, true), WorkRecord.Of(screen).Select(record => (record.LeaveId!.Value, record.FillsScheduledWindow)).Single());
    }

    static Measure OnLeave()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-05-01", facts => facts with { To = Histories.Day("2024-05-10"), ReportedInWriting = true, RemoteScreen = true });
        return measure;
    }

    static PlannedObligation Asked(Measure measure, Dictionary<Guid, DateOnly>? came = null) => Plan(measure, came ?? []).Single(one => one.Kind == ObligationKind.RemoteScreen);

    static IReadOnlyList<PlannedObligation> Plan(Measure measure, Dictionary<Guid, DateOnly> came) =>
        ObligationPlan.For(new ObligationFacts(measure.Id, measure.History(null, [])) { RemoteScreens = came }, TestPacks.National(), Histories.Day("2024-05-20")).Obligations;

    static ScreenRecord Made() => new() { On = Histories.Day("2024-05-04"), Kind = ScreenKind.Scheduled, Specimen = Specimen.Urine, Outcome = ScreenOutcome.Done, Result = ScreenResult.Negative };

    static EntryNote Entry() => new(Guid.CreateVersion7(), null, new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc), Histories.Day("2024-06-01"));
}

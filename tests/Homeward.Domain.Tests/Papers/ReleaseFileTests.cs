using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Papers;

/// <summary>What a release at its term rests on: the office's own pieces are asked for, everything else is shown (R1.43).</summary>
public class ReleaseFileTests
{
    const string LastDay = "2027-01-14";

    [Theory]
    [InlineData("2026-12-14", false)]
    [InlineData("2026-12-15", true)]
    [InlineData("2027-01-20", true)]
    public void An_assessment_closes_the_measure_from_the_first_day_of_preparation(string on, bool closes)
    {
        var file = FileOf(Paper(DossierSlot.Assessments, on), Paper(DossierSlot.ReleaseApproval, "2027-01-10"));

        Assert.Equal(closes ? [] : [ReleasePiece.ClosingAssessment], file.Required);
    }

    [Fact]
    public void An_assessment_of_risk_closes_nothing_and_a_scan_does()
    {
        var risk = Paper(DossierSlot.Assessments, "2027-01-10") with { Source = FillingSource.Assessment };

        Assert.Contains(ReleasePiece.ClosingAssessment, FileOf(risk).Required);
        Assert.DoesNotContain(ReleasePiece.ClosingAssessment, FileOf(risk with { Source = FillingSource.Scan }).Required);
        Assert.Contains(ReleasePiece.ClosingAssessment, FileOf(risk with { Source = FillingSource.Paper, Counts = false }).Required);
    }

    [Fact]
    public void What_the_office_alone_can_have_is_asked_for_and_the_rest_is_only_shown()
    {
        var file = FileOf();

        Assert.Equal([ReleasePiece.ClosingAssessment, ReleasePiece.ApprovalForm], file.Required);
        Assert.Equal(Enum.GetValues<ReleasePiece>(), file.Lines.Select(line => line.Piece));
        Assert.Equal(22, Missing(file, ReleasePiece.TestSeries));
        Assert.Equal((1, 1, 0), (Missing(file, ReleasePiece.StageAssessments), Missing(file, ReleasePiece.ReleaseNotice), Missing(file, ReleasePiece.NoOpenBreach)));
    }

    [Fact]
    public void An_open_breach_and_overdue_assessments_are_counted()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Absence, "2024-03-01", facts => facts with { To = Day("2024-04-15") });
        var file = ReleaseFiles.Of(new DossierFacts(measure, StateOn(measure, LastDay)) { Days = 15, Today = Day(LastDay), OverdueAssessments = 3 }, 30);

        Assert.Equal((1, 3), (Missing(file, ReleasePiece.NoOpenBreach), Missing(file, ReleasePiece.StageAssessments)));
    }

    [Theory]
    [InlineData("2027-01-13", null, "")]
    [InlineData("2027-01-14", null, "supervision.closing-assessment-missing supervision.approval-form-missing")]
    [InlineData("2027-01-20", null, "supervision.closing-assessment-missing supervision.approval-form-missing")]
    [InlineData("2027-01-14", ReleaseReasons.PoliceReleased, "")]
    public void From_the_last_day_on_a_release_waits_for_the_file_unless_the_police_have_released(string on, string? reason, string refused) =>
        Assert.Equal(refused, string.Join(' ', Refusals(on, reason, "解1", FileOf())));

    [Fact]
    public void That_the_police_have_released_is_told_with_their_notice() =>
        Assert.Equal(["supervision.document-missing"], Refusals(LastDay, ReleaseReasons.PoliceReleased, null, FileOf()));

    [Fact]
    public void A_complete_file_is_released_without_a_reason() =>
        Assert.Empty(Refusals(LastDay, null, "解1", Complete()));

    [Fact]
    public void A_complete_file_does_not_stand_for_the_notice_of_the_police() =>
        Assert.Equal(["supervision.document-missing"], Refusals(LastDay, null, null, Complete()));

    static ReleaseFile Complete() => FileOf(Paper(DossierSlot.Assessments, "2026-12-20"), Paper(DossierSlot.ReleaseApproval, "2027-01-10"));

    static List<string> Refusals(string on, string? reason, string? document, ReleaseFile file)
    {
        var (measure, today) = (Reported(), Day("2027-01-20"));
        var entry = new Domain.Foundation.EntryNote(Guid.CreateVersion7(), null, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), today);
        return [.. measure.WhyNotRecord(MeasureActKind.Released, new ActFacts(Day(on)) { Reason = reason, DocumentNumber = document }, StateOn(measure, "2027-01-20") with { File = file }, entry).Select(broken => broken.Code)];
    }

    static ReleaseFile FileOf(params DossierFilling[] fillings)
    {
        var measure = Reported();
        return ReleaseFiles.Of(new DossierFacts(measure, StateOn(measure, "2027-01-20")) { Days = 15, Today = Day("2027-01-20"), Fillings = fillings }, preparationDays: 30);
    }

    static DossierFilling Paper(DossierSlot slot, string on) => new(slot, FillingSource.Paper, Guid.CreateVersion7(), Day(on));

    static int Missing(ReleaseFile file, ReleasePiece piece) => file.Lines.Single(line => line.Piece == piece).Missing;
}

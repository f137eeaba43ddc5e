using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>The steps that stand on the papers, and days and reasons that cannot be.</summary>
public sealed class StepTests
{
    [Fact]
    public void An_agreement_follows_the_report_and_each_step_is_taken_once()
    {
        var measure = Of(MeasureKind.Cdt, new MeasureFacts { OrderedOn = Day("2024-01-02") });
        Assert.Equal("supervision.not-reported", Broken(() => measure.SignAgreement(Day("2024-01-12"), null, Day("2024-01-12"))));
        Assert.Null(measure.AgreementSignedOn);

        measure.Serve(Day("2024-01-05"), null, Day("2024-01-05"));
        measure.Report(Day("2024-01-10"), null, Day("2024-01-10"));
        measure.SignAgreement(Day("2024-01-12"), null, Day("2024-01-12"));

        Assert.Equal("supervision.step-taken", Broken(() => measure.Serve(Day("2024-01-06"), null, Day("2024-02-01"))));
        Assert.Equal("supervision.step-taken", Broken(() => measure.Report(Day("2024-01-11"), null, Day("2024-02-01"))));
        Assert.Equal("supervision.step-taken", Broken(() => measure.SignAgreement(Day("2024-02-01"), null, Day("2024-02-01"))));
        Assert.Equal((Day("2024-01-05"), Day("2024-01-10"), Day("2024-01-12")), (measure.ServedOn, measure.ReportedOn, measure.AgreementSignedOn));
    }

    [Theory]
    [InlineData(MeasureKind.Mmt)]
    [InlineData(MeasureKind.Cid)]
    [InlineData(MeasureKind.Vol)]
    public void What_is_not_in_the_community_has_no_agreement_of_the_community(MeasureKind kind) =>
        Assert.Equal("supervision.not-for-this-measure", Broken(() => Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02"), ReportedOn = kind == MeasureKind.Cid ? null : Day("2024-01-03") }).SignAgreement(Day("2024-01-12"), null, Day("2024-01-12"))));

    [Fact]
    public void Nobody_reports_to_an_isolation_centre() =>
        Assert.Equal("supervision.not-for-this-measure", Broken(() => Of(MeasureKind.Cid, new MeasureFacts { OrderedOn = Day("2024-01-02") }).Report(Day("2024-01-12"), null, Day("2024-01-12"))));

    [Fact]
    public void Nobody_has_been_away_until_a_day_that_is_to_come() =>
        Assert.Equal(["supervision.in-future"], Reported().WhyNotRecord(
            MeasureActKind.Absence, new ActFacts(Day("2024-03-01")) { To = Day("2024-03-11") }, null, new EntryNote(Guid.CreateVersion7(), null, DateTime.UnixEpoch, Day("2024-03-10"))).Select(broken => broken.Code));

    [Theory]
    [InlineData("2024-04-30", true)]
    [InlineData("2024-05-01", false)]
    [InlineData("2024-05-02", false)]
    public void What_has_not_happened_is_not_known(string knownOn, bool refused) =>
        Assert.Equal(refused, AllRefused(Reported(), MeasureActKind.Suspended, "2024-05-01", facts => facts with { KnownOn = Day(knownOn) }, "2024-05-10").Contains("supervision.known-before"));

    [Fact]
    public void A_leave_is_known_before_it_begins() =>
        Assert.Empty(AllRefused(Reported(), MeasureActKind.Leave, "2024-05-01", facts => facts with { KnownOn = Day("2024-04-20"), To = Day("2024-05-03") }));

    [Fact]
    public void A_leave_begins_before_the_term_is_over()
    {
        var measure = Reported();
        var last = StateOn(measure, "2024-05-01").EndsOn!.Value;

        Assert.Empty(AllRefused(measure, MeasureActKind.Leave, $"{last:yyyy-MM-dd}", facts => facts with { To = last }, "2024-05-01"));
        Assert.Equal(["supervision.leave-beyond-term"], AllRefused(measure, MeasureActKind.Leave, $"{last:yyyy-MM-dd}", facts => facts with { To = last.AddDays(1) }, "2024-05-01"));
        Assert.Equal(["supervision.beyond-term"], AllRefused(measure, MeasureActKind.Leave, $"{last.AddDays(1):yyyy-MM-dd}", facts => facts with { To = last.AddDays(3) }, "2024-05-01"));
    }

    [Fact]
    public void An_act_takes_its_own_reasons_and_no_other()
    {
        foreach (var rule in ActRules.All)
        {
            foreach (var kind in rule.Kinds)
            {
                var known = ActReasons.Of(rule.Kind, kind);
                var foreign = known.Contains("completed") ? "movedHome" : "completed";
                Assert.Equal(known.Count > 0, AllRefused(Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02") }), rule.Kind, "2024-05-01", facts => facts with { Reason = foreign }).Contains("supervision.reason-not-here"));
                Assert.All(known, reason => Assert.DoesNotContain("supervision.reason-not-here", AllRefused(Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02") }), rule.Kind, "2024-05-01", facts => facts with { Reason = reason })));
            }
        }
    }

    static string Broken(Action step) => Assert.Single(Assert.Throws<RulesBrokenException>(step).Rules).Code;
}

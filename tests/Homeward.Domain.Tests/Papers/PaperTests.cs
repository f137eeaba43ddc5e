using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Papers;

public class PaperTests
{
    [Fact]
    public void A_paper_of_a_measure_needs_one_in_the_community_that_has_been_reported()
    {
        Assert.Equal(["papers.measure-missing"], WhyNot(PaperKind.TestNotice, new PaperOrigin()));
        Assert.Equal(["papers.not-reported"], WhyNot(PaperKind.TestNotice, new PaperOrigin(Cases.Ordered())));
        Assert.Empty(WhyNot(PaperKind.TestNotice, new PaperOrigin(Cases.Reported())));
        Assert.Empty(WhyNot(PaperKind.OrderReceipt, new PaperOrigin(Cases.Ordered())));
    }

    [Fact]
    public void A_paper_about_an_act_takes_an_act_of_its_own_measure_and_kind_that_stands()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.Leave, "2024-02-10", facts => facts with { To = Day("2024-02-14"), ReportedInWriting = true });
        var leave = measure.Acts[0];

        Assert.Equal(["papers.act-missing"], WhyNot(PaperKind.LeaveReport, new PaperOrigin(measure)));
        Assert.Empty(WhyNot(PaperKind.LeaveReport, new PaperOrigin(measure, leave)));
        Assert.Equal(["papers.act-of-other-kind"], WhyNot(PaperKind.Suspension, new PaperOrigin(measure, leave)));
        Assert.Equal(["papers.act-of-other-kind"], WhyNot(PaperKind.LeaveReport, new PaperOrigin(Cases.Reported(), leave)));
        measure.Annul(leave.Id, new Sealed([1]), Day("2024-02-15"));
        Assert.Equal(["papers.act-annulled"], WhyNot(PaperKind.LeaveReport, new PaperOrigin(measure, leave)));
    }

    [Fact]
    public void A_confirmed_no_show_has_its_letter_and_its_certificate_before_anybody_has_reported()
    {
        var measure = Cases.Ordered();
        Assert.Equal(["papers.not-reported"], WhyNot(PaperKind.Warning, new PaperOrigin(measure)));
        Assert.Equal(["papers.act-missing"], WhyNot(PaperKind.OverdueCertificate, new PaperOrigin(measure)));

        Cases.Record(measure, MeasureActKind.OverdueConfirmed, "2024-02-01");
        var origin = new PaperOrigin(measure, measure.Acts[0]);

        Assert.All([PaperKind.Warning, PaperKind.OverdueCertificate, PaperKind.HandOverReceipt], kind => Assert.Empty(WhyNot(kind, origin)));
        Assert.Equal(["papers.not-reported", "papers.act-of-other-kind"], WhyNot(PaperKind.BreachCertificate, origin));
        measure.Annul(measure.Acts[0].Id, new Sealed([1]), Day("2024-02-02"));
        Assert.Equal(["papers.act-annulled"], WhyNot(PaperKind.Warning, origin));
    }

    [Theory]
    [InlineData("2024-03-04", "papers.served-before-made")]
    [InlineData("2024-03-05", null)]
    [InlineData("2024-03-11", "papers.served-in-future")]
    public void A_paper_is_served_between_its_making_and_today(string on, string? code) =>
        Assert.Equal(code, Made().WhyNotServe(Day(on), Day("2024-03-10")).SingleOrDefault()?.Code);

    [Fact]
    public void A_void_paper_is_neither_served_nor_void_again()
    {
        var paper = Made();
        paper.Void(new Sealed([1]), Day("2024-03-06"));

        Assert.Equal("papers.already-void", paper.WhyNotServe(Day("2024-03-06"), Day("2024-03-06")).Single().Code);
        Assert.Throws<RulesBrokenException>(() => paper.Void(new Sealed([1]), Day("2024-03-07")));
    }

    [Fact]
    public void A_counter_gives_every_number_once()
    {
        var counter = new PaperCounter(Guid.CreateVersion7(), 2024);

        Assert.Equal(["P1-2024-0001", "P1-2024-0002", "P1-2024-0003"], Enumerable.Range(0, 3).Select(_ => counter.Next("P1").ToString()));
    }

    [Fact]
    public void Every_paper_has_a_rule_and_asks_only_for_fields_that_it_has()
    {
        Assert.Equal(Enum.GetValues<PaperKind>(), PaperRules.All.Select(rule => rule.Kind).Order());
        Assert.All(PaperRules.All, rule => Assert.Subset(rule.Fields.ToHashSet(), rule.Needed.ToHashSet()));
    }

    static List<string> WhyNot(PaperKind kind, PaperOrigin origin) => [.. Paper.WhyNotMake(kind, origin).Select(broken => broken.Code)];

    static Paper Made()
    {
        var client = Cases.Somebody();
        var entry = new EntryNote(Guid.CreateVersion7(), null, new DateTime(2024, 3, 5, 0, 0, 0, DateTimeKind.Utc), Day("2024-03-05"));
        return new Paper(client, PaperKind.TestNotice, new PaperOrigin(Cases.Reported()), new PaperNumber(client.UnitId, "P1", 2024, 1), new TemplateMark(null, "TestNotice.1"), new Sealed([1]), new string('0', 64), entry);
    }
}

using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>Who is told of a step of a dispute, and by when (rules, table 2.2).</summary>
public class DisputeTellingTests
{
    static readonly DisputeLimit limit = DisputeLimits.Of(TestPacks.National());
    static readonly DateOnly today = Day("2024-03-31");

    [Fact]
    public void Telling_of_a_result_names_the_client_by_itself_and_its_limit_is_a_day_after_the_report()
    {
        var dispute = Reported();
        dispute.Take(Step(DisputeStep.Told, "2024-03-09"), limit, today);
        var told = dispute.Entries[^1];

        Assert.Equal([ToldParty.Person], told.ToldTo);
        Assert.Equal((Day("2024-03-09"), Day("2024-03-09")), (told.ToldOn!.Value, dispute.TellBy(told, limit)!.Value));
        Assert.Equal(Day("2024-03-05"), dispute.TellBy(dispute.Entries[1], limit));
        Assert.Null(dispute.TellBy(dispute.Entries[2], limit));
    }

    [Theory]
    [InlineData(DisputeStep.Told, ToldParty.StreetOffice, null, "screening.person-untold")]
    [InlineData(DisputeStep.Told, ToldParty.Person, "2024-03-08", "screening.tells-on-its-day")]
    [InlineData(DisputeStep.Told, ToldParty.Person, "2024-03-10", "screening.tells-on-its-day")]
    [InlineData(DisputeStep.Told, ToldParty.Person, "2024-03-09", null)]
    public void What_is_said_of_the_telling_must_fit(DisputeStep step, ToldParty party, string? on, string? code)
    {
        var entry = Step(step, "2024-03-09") with { ToldTo = [party], ToldOn = on is null ? null : Day(on) };

        Assert.Equal(code, Reported().WhyNotTake(entry, limit, today).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("2024-03-03", "screening.told-early")]
    [InlineData("2024-04-01", "screening.told-in-future")]
    [InlineData("2024-03-06", null)]
    public void Of_a_decision_the_client_may_be_told_on_a_later_day(string on, string? code)
    {
        var entry = Step(DisputeStep.Decided, "2024-03-04") with { ToldTo = [ToldParty.Person], ToldOn = Day(on) };

        Assert.Equal(code, Asked().WhyNotTake(entry, limit, today).SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_decision_may_name_who_was_told_and_a_step_that_tells_nobody_may_not()
    {
        var dispute = Asked();
        Assert.Equal("screening.nobody-told", Assert.Single(dispute.WhyNotTake(Step(DisputeStep.Decided, "2024-03-04") with { ToldOn = Day("2024-03-05") }, limit, today)).Code);

        dispute.Take(Step(DisputeStep.Decided, "2024-03-04") with { ToldTo = [ToldParty.Person, ToldParty.StreetOffice, ToldParty.Person] }, limit, today);

        Assert.Equal([ToldParty.Person, ToldParty.StreetOffice], dispute.Entries[^1].ToldTo);
        Assert.Equal(Day("2024-03-04"), dispute.Entries[^1].ToldOn);
        Assert.Equal("screening.tells-nobody", Assert.Single(dispute.WhyNotTake(Step(DisputeStep.Sent, "2024-03-05") with { Laboratory = "市鉴定中心", ToldTo = [ToldParty.Person] }, limit, today)).Code);
    }

    static ScreenDispute Reported()
    {
        var dispute = Asked();
        dispute.Take(Step(DisputeStep.Decided, "2024-03-04"), limit, today);
        dispute.Take(Step(DisputeStep.Sent, "2024-03-05") with { Laboratory = "市鉴定中心" }, limit, today);
        dispute.Take(Step(DisputeStep.Reported, "2024-03-08") with { DocumentNumber = "F1", IsPositive = true }, limit, today);
        return dispute;
    }

    static DisputeEntry Step(DisputeStep step, string on) => new(step, Day(on), null, null, null);

    static ScreenDispute Asked() => new(new Screen(Cases.Somebody(), null, new ScreenRecord
    {
        On = Day("2024-03-01"),
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.Done,
        Result = ScreenResult.PositivePreliminary,
        SampleA = "A1",
        SampleB = "B1",
    }, new EntryNote(Guid.CreateVersion7(), null, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), Day("2024-03-01"), IsHistory: true)), Step(DisputeStep.Requested, "2024-03-02"), limit, new EntryNote(Guid.CreateVersion7(), null, default, today));
}

using Homeward.Domain.Papers;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Papers;

/// <summary>The day and the hour on a notice of a screen.</summary>
public class NoticeDaysTests
{
    [Theory]
    [InlineData("2026-11-22", "papers.day-over")]
    [InlineData("2026-11-23", null)]
    [InlineData("2027-03-01", null)]
    [InlineData("2027-03-02", "papers.day-beyond-measure")]
    public void A_notice_calls_for_a_day_from_today_to_the_end_of_the_measure(string day, string? code) =>
        Assert.Equal(code, NoticeDays.WhyNotOn(PaperKind.TestNotice, Day(day), Day("2027-03-01"), Day("2026-11-23")).SingleOrDefault()?.Code);

    [Theory]
    [InlineData("2027-11-23", null)]
    [InlineData("2027-11-24", "papers.day-too-far")]
    [InlineData("2199-01-01", "papers.day-too-far")]
    public void And_no_further_than_a_year_ahead(string day, string? code) =>
        Assert.Equal(code, NoticeDays.WhyNotOn(PaperKind.TestNotice, Day(day), Day("2200-01-01"), Day("2026-11-23")).SingleOrDefault()?.Code);

    [Fact]
    public void An_assessment_tells_of_a_day_that_is_over() => Assert.Empty(NoticeDays.WhyNotOn(PaperKind.Assessment, Day("2026-10-01"), null, Day("2026-11-23")));

    [Theory]
    [InlineData("9:00", "09:00")]
    [InlineData(" 14:30 ", "14:30")]
    [InlineData("09：05", "09:05")]
    [InlineData("00:00", "00:00")]
    [InlineData("25:99", null)]
    [InlineData("24:00", null)]
    [InlineData("9点", null)]
    public void An_hour_is_read_as_one_and_stands_as_one_on_the_paper(string text, string? hour)
    {
        Assert.Equal(hour, NoticeDays.HourOf(text));
        Assert.Equal(hour is null, NoticeDays.WhyNotAt(text).Any());
    }
}

using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>When the notice of a screen is to be served at the latest (R2.18).</summary>
public sealed class NoticeRemindersTests
{
    static readonly DateOnly Opens = new(2026, 11, 1), Closes = new(2026, 11, 30);

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", -7)]
    [InlineData("2026-11-29", -7)]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-02", 0)]
    [InlineData("2026-12-03", 3)]
    [InlineData("2027-03-01", 3)]
    public void The_last_reminder_whose_day_has_come_holds(string today, int? due)
    {
        Assert.Equal(due, NoticeReminders.DueOn(Opens, Closes, [-7, 0, 3], DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Nobody_is_reminded_before_the_window_or_where_the_policy_has_no_reminder()
    {
        Assert.Null(NoticeReminders.DueOn(new DateOnly(2026, 11, 25), Closes, [-7], new DateOnly(2026, 11, 24)));
        Assert.Null(NoticeReminders.DueOn(Opens, Closes, [], new DateOnly(2026, 12, 24)));
    }
}

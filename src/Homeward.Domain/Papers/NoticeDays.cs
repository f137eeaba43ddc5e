using System.Globalization;
using Homeward.Domain.Foundation;

namespace Homeward.Domain.Papers;

/// <summary>
/// The day and the hour that a notice of a screen calls for (rules R2.18): a paper that is made today calls for no day that is over. One that was handed over on another paper is an act of the
/// measure and a scan, and needs no paper of today.
/// </summary>
public static class NoticeDays
{
    public static readonly Broken Over = new("papers.day-over", "Day") { Rule = "R2.18" };
    public static readonly Broken BeyondMeasure = new("papers.day-beyond-measure", "Day") { Rule = "R2.18" };
    public static readonly Broken TooFar = new("papers.day-too-far", "Day") { Rule = "R2.18" };
    public static readonly Broken HourUnread = new("papers.hour-unread", "Hour") { Rule = "R2.18" };

    static readonly string[] hours = ["H:mm", "HH:mm"];

    /// <param name="kind">Which paper.</param>
    /// <param name="day">The day that it calls for.</param>
    /// <param name="endsOn">The last day of the measure; null where it is open.</param>
    /// <param name="today">The day on which it is made.</param>
    public static IEnumerable<Broken> WhyNotOn(PaperKind kind, DateOnly? day, DateOnly? endsOn, DateOnly today)
    {
        if (kind != PaperKind.TestNotice || day is not { } on)
        {
            yield break;
        }
        if (on < today)
        {
            yield return Over.With(on, today);
        }
        else if (on > endsOn)
        {
            yield return BeyondMeasure.With(on, endsOn);
        }
        else if (on > today.AddYears(1))
        {
            yield return TooFar.With(on, today.AddYears(1));
        }
    }

    public static IEnumerable<Broken> WhyNotAt(string? hour) => string.IsNullOrWhiteSpace(hour) || HourOf(hour) is not null ? [] : [HourUnread.With(hour.Trim())];

    /// <summary>The hour as it stands on the paper, such as 09:00; null where it is none.</summary>
    public static string? HourOf(string text) =>
        TimeOnly.TryParseExact(text.Trim().Replace('\uFF1A', ':'), hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

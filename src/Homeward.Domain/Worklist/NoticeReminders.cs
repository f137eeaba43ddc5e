using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>When the notice of a screen is to be served at the latest, in days from the last day of its window (rules R2.18): nothing is sent, the worklist tells which reminder has come.</summary>
public static class NoticeReminders
{
    /// <summary>The days of a policy, before the last day of a window, on it and after it; none where the policy has no reminders.</summary>
    public static IReadOnlyList<int> Of(PolicyPack pack) => pack.Find(PolicyKeys.ScreenNotices)?.List ?? [];

    /// <summary>The reminder that holds on a day: the last one whose day has come; null before the first, and before the window.</summary>
    public static int? DueOn(DateOnly opens, DateOnly closes, IReadOnlyList<int> days, DateOnly today) =>
        today < opens ? null : days.Where(day => day <= today.DayNumber - closes.DayNumber).Max(day => (int?)day);
}

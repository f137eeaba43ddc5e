using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>
    /// Whether a notice was served for a screen, and proves no other absence: one for its day, one for the window of its day, or one that names neither and has served no other.
    /// Only in the community are notices served; elsewhere nothing of the kind is asked (rules R2.18, R2.19).
    /// </summary>
    /// <param name="screen">The screen that was missed.</param>
    /// <param name="told">The client's screens and the windows of the regular ones.</param>
    public bool IsNotified(Screen screen, NoticedScreens told) => !Kind.IsInTheCommunity() || Proven(Notices, [.. Evasions(told).Where(other => other.Id != screen.Id), screen], told).Contains(screen);

    /// <summary>The first evasion that was confirmed on this notice and would stand without one (rules R2.19).</summary>
    Screen? RestsOnNotice(MeasureAct notice, NoticedScreens told)
    {
        var evasions = Evasions(told);
        var without = Proven(Notices.Where(act => act.Id != notice.Id), evasions, told);
        return Proven(Notices, evasions, told).FirstOrDefault(screen => !without.Contains(screen));
    }

    IEnumerable<MeasureAct> Notices => Standing.Where(act => act.Kind == MeasureActKind.NoticeServed);

    /// <summary>The absences of this measure that were confirmed; a sample that was tampered with rests on no notice (rules R2.20).</summary>
    List<Screen> Evasions(NoticedScreens told) => [.. told.Screens
        .Where(screen => screen is { IsAnnulled: false, IsTampered: false, Outcome: ScreenOutcome.EvadedConfirmed } && screen.MeasureId == Id)
        .OrderBy(screen => screen.On).ThenBy(screen => screen.Id)];

    /// <summary>The absences that notices prove, each by one of its own; what stands earlier in the list keeps its proof, be it by another notice that fits it as well.</summary>
    static List<Screen> Proven(IEnumerable<MeasureAct> notices, List<Screen> absences, NoticedScreens told)
    {
        var all = notices.OrderBy(act => act.On).ThenBy(act => act.Id).ToList();
        var proves = new Dictionary<Guid, Screen>();
        bool Prove(Screen absence, HashSet<Guid> asked)
        {
            foreach (var notice in all.Where(act => !asked.Contains(act.Id) && Fits(act, absence, told)))
            {
                if (asked.Add(notice.Id) && (!proves.TryGetValue(notice.Id, out var other) || Prove(other, asked)))
                {
                    proves[notice.Id] = absence;
                    return true;
                }
            }
            return false;
        }

        return [.. absences.Where(absence => Prove(absence, []))];
    }

    static bool Fits(MeasureAct notice, Screen screen, NoticedScreens told) => notice.On <= screen.On && notice switch
    {
        { To: { } day } => day == screen.On,
        { Index: not null } => screen.Kind == ScreenKind.Scheduled && told.Windows.Any(window => window.Year == notice.Year && window.Index == notice.Index
            && window.Opens <= screen.On && screen.On <= window.Closes && !IsMet(notice, window.Opens, screen, told.Screens)),
        _ => IsAfter(notice, told.Screens.Where(other => other.Id != screen.Id && !other.IsAnnulled && other.Kind == screen.Kind && other.On < screen.On).MaxBy(other => other.On)),
    };

    /// <summary>Whoever came to the screen of the window since its notice has answered it.</summary>
    static bool IsMet(MeasureAct notice, DateOnly opens, Screen screen, IEnumerable<Screen> screens) => screens.Any(other =>
        other is { AnswersAppointment: true, Outcome: ScreenOutcome.Done or ScreenOutcome.Refused } && opens <= other.On && notice.On <= other.On && other.On < screen.On);

    /// <summary>What was served for a screen that was missed says nothing of the next; where the one before was held, the next may have been told on its day.</summary>
    static bool IsAfter(MeasureAct notice, Screen? before) =>
        before is null || notice.On > before.On || (notice.On == before.On && before.Outcome == ScreenOutcome.Done);
}

/// <summary>The client's screens and the windows of the measure: what may rest on its notices.</summary>
public sealed record NoticedScreens(IReadOnlyCollection<Screen> Screens, IReadOnlyList<ScreeningWindow> Windows);

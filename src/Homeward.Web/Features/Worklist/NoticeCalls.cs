using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Worklist;

/// <summary>
/// Which reminder of a screen's notice has come, and whether a notice was served for its window (rules R2.18). The policy that an obligation was planned from names the days,
/// so nothing is stored and nothing is asked row by row.
/// </summary>
public sealed class NoticeCalls(PolicyPacks packs, ShanghaiClock clock)
{
    /// <summary>The regular windows of community detox and rehabilitation: only for them are notices served.</summary>
    const string Windows = "R2.15";

    readonly Dictionary<string, IReadOnlyList<int>> days = packs.All().ToDictionary(pack => pack.Version, NoticeReminders.Of);

    /// <summary>The reminder that holds today, in days from the close of the window; null where none has come, and of what is no screen.</summary>
    public int? DueOn(ObligationKind kind, string rule, string policyVersion, DateOnly opens, DateOnly closes) =>
        kind == ObligationKind.Screen && rule == Windows && days.TryGetValue(policyVersion, out var known) ? NoticeReminders.DueOn(opens, closes, known, clock.Today) : null;

    /// <summary>What there is to say of the notice of a screen; null where no reminder has come and none was served.</summary>
    public static string? Text(int? reminder, DateOnly? servedOn, Words words) => (servedOn, reminder) switch
    {
        ({ } served, _) => words["worklist.notice-served", served],
        (_, < 0) => words["worklist.notice-before", -reminder.Value],
        (_, 0) => words["worklist.notice-last"],
        (_, { } days) => words["worklist.notice-after", days],
        _ => null,
    };

    /// <summary>Of what is open, the screens whose first reminder has come and for which no notice was served.</summary>
    public IQueryable<Obligation> Unserved(IQueryable<Obligation> open, Db db)
    {
        var today = clock.Today;
        string[] reminding = [.. days.Where(pack => pack.Value.Count > 0).Select(pack => pack.Key)];
        open = open.Where(due => due.Kind == ObligationKind.Screen && due.Rule == Windows && due.Opens <= today && reminding.Contains(due.PolicyVersion));
        foreach (var first in days.Where(pack => pack.Value.Count > 0).GroupBy(pack => pack.Value.Min(), pack => pack.Key))
        {
            var (last, versions) = (today.AddDays(-first.Key), first.ToArray());
            open = open.Where(due => due.Closes <= last || !versions.Contains(due.PolicyVersion));
        }
        return Served(db, open).Where(one => one.ByAct == null && one.ByPaper == null).Select(one => one.Due);
    }

    /// <summary>
    /// Of each open obligation to screen the day on which a notice was served for its window: by an act of the measure that names the window or a day in it, or that names neither and lies in it;
    /// or by a paper that was made for it, which may call for a day after the window.
    /// </summary>
    public static IQueryable<NoticedDuty> Served(Db db, IQueryable<Obligation> duties) => duties.Select(due => new NoticedDuty
    {
        Due = due,
        ByAct = due.Kind != ObligationKind.Screen || due.SettledOn != null ? null : db.MeasureActs
            .Where(act => act.MeasureId == due.MeasureId && act.Kind == MeasureActKind.NoticeServed && act.AnnulledOn == null
                && (act.To != null ? act.To >= due.Opens && act.To <= due.Closes
                    : act.Index != null ? due.NaturalKey.EndsWith("|y" + act.Year + "w" + act.Index)
                    : act.On >= due.Opens && act.On <= due.Closes))
            .Max(act => (DateOnly?)act.On),
        ByPaper = due.Kind != ObligationKind.Screen || due.SettledOn != null ? null
            : db.Papers.Where(paper => paper.ObligationId == due.Id && paper.Kind == PaperKind.TestNotice && paper.VoidedOn == null).Max(paper => paper.ServedOn),
    });
}

/// <summary>An obligation, and when a notice was served for it; null where none was.</summary>
public sealed record NoticedDuty
{
    public required Obligation Due { get; init; }
    public DateOnly? ByAct { get; init; }
    public DateOnly? ByPaper { get; init; }
    public DateOnly? On => Later(ByAct, ByPaper);

    public static DateOnly? Later(DateOnly? byAct, DateOnly? byPaper) => byAct > byPaper ? byAct : byPaper ?? byAct;
}

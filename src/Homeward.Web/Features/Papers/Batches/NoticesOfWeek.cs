using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Batches;

/// <summary>A screen that is due in the week, whose it is, and whether a notice was made for it already.</summary>
public sealed record NoticeDue(Obligation Obligation, Client Client, bool IsMade)
{
    /// <summary>The first day of the week that lies in the window.</summary>
    public DateOnly DayIn(DateOnly from) => Obligation.Opens > from ? Obligation.Opens : from;
}

/// <summary>Which screens a notice is asked for.</summary>
/// <param name="From">The first day that may stand on a notice.</param>
/// <param name="All">Everybody in scope, not the caller's own clients only.</param>
/// <param name="Reminded">Instead of those of the week, those whose reminder has come and for which no notice was served, while the window is open (rules R2.18): a notice calls for a test in its window.</param>
public readonly record struct NoticesAsked(DateOnly From, bool All, bool Reminded);

/// <summary>Of what the worklist shows as reminded, what no notice is made for: the window is over, or one was made and only its service is not noted.</summary>
public sealed record NoticesLeft(int Over, int Made);

/// <summary>The screens of a week that a notice can be made for: of a community measure whose client has reported (rules R2.18).</summary>
public sealed class NoticesOfWeek(Db db, Actor actor, NoticeCalls calls, ShanghaiClock clock)
{
    /// <summary>Most notices that go into one file.</summary>
    public const int Most = 200;
    const int Days = 7;

    /// <summary>The screens that a notice can be made for.</summary>
    /// <param name="asked">Which of them.</param>
    /// <param name="onlyOpen">Without those for which one was made already.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<List<NoticeDue>> DueAsync(NoticesAsked asked, bool onlyOpen, CancellationToken ct)
    {
        var (from, last) = (asked.From, asked.From.AddDays(Days - 1));
        var open = db.Obligations.AsNoTracking().Where(one => one.SettledOn == null);
        var today = clock.Today;
        open = asked.Reminded ? calls.Unserved(open, db).Where(one => one.Closes >= today) : open.Where(one => one.Opens <= last && one.Closes >= from);
        var due = Of(asked, open).Where(one => one.Kind == ObligationKind.Screen
            && db.Measures.Any(measure => measure.Id == one.MeasureId && measure.ReportedOn != null && (measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh)));
        if (onlyOpen)
        {
            due = due.Where(one => !db.Papers.Any(paper => paper.ObligationId == one.Id && paper.Kind == PaperKind.TestNotice && paper.VoidedOn == null));
        }
        return (
            from obligation in due
            join client in db.Clients on obligation.ClientId equals client.Id
            orderby obligation.Closes, obligation.Id
            select new NoticeDue(obligation, client, db.Papers.Any(paper => paper.ObligationId == obligation.Id && paper.Kind == PaperKind.TestNotice && paper.VoidedOn == null))).Take(Most).ToListAsync(ct);
    }

    /// <summary>The rest of those whose reminder has come.</summary>
    public async Task<NoticesLeft> LeftAsync(NoticesAsked asked, CancellationToken ct)
    {
        var today = clock.Today;
        return await Of(asked, calls.Unserved(db.Obligations.AsNoTracking().Where(one => one.SettledOn == null), db)).GroupBy(_ => 1).Select(all => new NoticesLeft(
            all.Count(one => one.Closes < today),
            all.Count(one => one.Closes >= today && db.Papers.Any(paper => paper.ObligationId == one.Id && paper.Kind == PaperKind.TestNotice && paper.VoidedOn == null)))).SingleOrDefaultAsync(ct) ?? new NoticesLeft(0, 0);
    }

    /// <summary>An office answers for no client by name: its own are all in its scope. An account of nobody on the staff has none of its own.</summary>
    IQueryable<Obligation> Of(NoticesAsked asked, IQueryable<Obligation> open) =>
        asked.All || !actor.May(Permission.ReadClients) ? open : open.Where(one => actor.StaffId != null && one.ResponsibleId == actor.StaffId);
}

using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Batches;

/// <summary>A screen that is due in the week, whose it is, and whether a notice was made for it already.</summary>
public sealed record NoticeDue(Obligation Obligation, Client Client, bool IsMade)
{
    /// <summary>The first day of the week that lies in the window.</summary>
    public DateOnly DayIn(DateOnly from) => Obligation.Opens > from ? Obligation.Opens : from;
}

/// <summary>The screens of a week that a notice can be made for: of a community measure whose client has reported (rules R2.18).</summary>
public sealed class NoticesOfWeek(Db db, Actor actor)
{
    /// <summary>Most notices that go into one file.</summary>
    public const int Most = 200;
    const int Days = 7;

    public Task<List<NoticeDue>> DueAsync(DateOnly from, bool all, bool onlyOpen, CancellationToken ct)
    {
        var last = from.AddDays(Days - 1);
        var due = db.Obligations.AsNoTracking().Where(one => one.Kind == ObligationKind.Screen && one.SettledOn == null && one.Opens <= last && one.Closes >= from
            && db.Measures.Any(measure => measure.Id == one.MeasureId && measure.ReportedOn != null && (measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh)));
        // An office answers for no client by name: its own are all in its scope. An account of nobody on the staff has none of its own.
        if (!all && actor.May(Permission.ReadClients))
        {
            due = due.Where(one => actor.StaffId != null && one.ResponsibleId == actor.StaffId);
        }
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
}

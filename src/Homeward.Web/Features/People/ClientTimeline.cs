using Homeward.Data;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>One line of a client's timeline: what kind of record, its code, when it happened and when it was entered.</summary>
public sealed record TimelineItem(string Kind, Guid Id, DateOnly On, string Code, DateTime? EnteredAt, Guid? StaffId, bool Annulled);

/// <summary>Everything about a client, newest first.</summary>
public sealed class ClientTimeline(Db db)
{
    /// <param name="clientId">The client.</param>
    /// <param name="before">Only what happened before this day.</param>
    /// <param name="most">How many lines.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(Guid clientId, DateOnly? before, int most, CancellationToken ct)
    {
        var until = before ?? DateOnly.MaxValue;
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == clientId && screen.On < until).OrderByDescending(screen => screen.On).Take(most)
            .Select(screen => new TimelineItem("screen", screen.Id, screen.On, screen.Result == null ? screen.Outcome.ToString() : screen.Result.ToString()!, screen.EnteredAt, null, screen.AnnulledOn != null)).ToListAsync(ct);
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.ClientId == clientId && contact.On < until).OrderByDescending(contact => contact.On).Take(most)
            .Select(contact => new TimelineItem("contact", contact.Id, contact.On, contact.Mode.ToString(), contact.EnteredAt, contact.StaffId, contact.AnnulledOn != null)).ToListAsync(ct);
        var acts = await db.MeasureActs.AsNoTracking().Where(act => act.ClientId == clientId && act.On < until).OrderByDescending(act => act.On).Take(most)
            .Select(act => new TimelineItem("act", act.Id, act.On, act.Kind.ToString(), act.RecordedAt, null, act.AnnulledOn != null)).ToListAsync(ct);
        var stretches = await db.ClientAssignments.AsNoTracking().Where(stretch => stretch.ClientId == clientId && stretch.From < until).OrderByDescending(stretch => stretch.From).Take(most)
            .Select(stretch => new TimelineItem("assignment", stretch.Id, stretch.From, stretch.Reason, null, stretch.StaffId, false)).ToListAsync(ct);
        var risks = await db.RiskRecords.AsNoTracking().Where(risk => risk.ClientId == clientId && risk.On < until).OrderByDescending(risk => risk.On).Take(most)
            .Select(risk => new TimelineItem("risk", risk.Id, risk.On, risk.Level.ToString(), risk.EnteredAt, risk.DecidedById, false)).ToListAsync(ct);
        return [.. screens.Concat(contacts).Concat(stretches).Concat(acts).Concat(risks)
            .OrderByDescending(item => item.On).ThenByDescending(item => item.EnteredAt).Take(most)];
    }
}

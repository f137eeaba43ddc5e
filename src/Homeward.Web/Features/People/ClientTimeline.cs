using Homeward.Data;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>One line of a client's timeline: what kind of record, its code, when it happened and when it was entered.</summary>
public sealed record TimelineItem(string Kind, Guid Id, DateOnly On, string Code, DateTime? EnteredAt, Guid? StaffId, bool Annulled);

/// <summary>Everything about a client, newest first.</summary>
public sealed class ClientTimeline(Db db)
{
    /// <param name="clientId">The client.</param>
    /// <param name="after">Where the page before ended: only what stands behind it.</param>
    /// <param name="most">How many lines.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(Guid clientId, TimelinePlace? after, int most, CancellationToken ct)
    {
        var (until, last) = after is { } place ? (place.On, place.Id) : (DateOnly.MaxValue, Guid.Empty);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == clientId && (screen.On < until || (screen.On == until && screen.Id.CompareTo(last) < 0))).OrderByDescending(screen => screen.On).ThenByDescending(screen => screen.Id).Take(most)
            .Select(screen => new TimelineItem("screen", screen.Id, screen.On, screen.Result == null ? screen.Outcome.ToString() : screen.Result.ToString()!, screen.EnteredAt, null, screen.AnnulledOn != null)).ToListAsync(ct);
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.ClientId == clientId && (contact.On < until || (contact.On == until && contact.Id.CompareTo(last) < 0))).OrderByDescending(contact => contact.On).ThenByDescending(contact => contact.Id).Take(most)
            .Select(contact => new TimelineItem("contact", contact.Id, contact.On, contact.Mode.ToString(), contact.EnteredAt, contact.StaffId, contact.AnnulledOn != null)).ToListAsync(ct);
        var acts = await db.MeasureActs.AsNoTracking().Where(act => act.ClientId == clientId && (act.On < until || (act.On == until && act.Id.CompareTo(last) < 0))).OrderByDescending(act => act.On).ThenByDescending(act => act.Id).Take(most)
            .Select(act => new TimelineItem("act", act.Id, act.On, act.Kind.ToString(), act.RecordedAt, null, act.AnnulledOn != null)).ToListAsync(ct);
        var stretches = await db.ClientAssignments.AsNoTracking().Where(stretch => stretch.ClientId == clientId && (stretch.From < until || (stretch.From == until && stretch.Id.CompareTo(last) < 0))).OrderByDescending(stretch => stretch.From).ThenByDescending(stretch => stretch.Id).Take(most)
            .Select(stretch => new TimelineItem("assignment", stretch.Id, stretch.From, stretch.Reason, null, stretch.StaffId, false)).ToListAsync(ct);
        var risks = await db.RiskRecords.AsNoTracking().Where(risk => risk.ClientId == clientId && (risk.On < until || (risk.On == until && risk.Id.CompareTo(last) < 0))).OrderByDescending(risk => risk.On).ThenByDescending(risk => risk.Id).Take(most)
            .Select(risk => new TimelineItem("risk", risk.Id, risk.On, risk.Level.ToString(), risk.EnteredAt, risk.DecidedById, false)).ToListAsync(ct);
        var papers = await db.Papers.AsNoTracking().Where(paper => paper.ClientId == clientId && (paper.MadeOn < until || (paper.MadeOn == until && paper.Id.CompareTo(last) < 0))).OrderByDescending(paper => paper.MadeOn).ThenByDescending(paper => paper.Id).Take(most)
            .Select(paper => new TimelineItem("paper", paper.Id, paper.MadeOn, paper.Kind.ToString(), paper.MadeAt, null, paper.VoidedOn != null)).ToListAsync(ct);
        return [.. screens.Concat(contacts).Concat(stretches).Concat(acts).Concat(risks).Concat(papers)
            .OrderByDescending(item => item.On).ThenByDescending(item => item.Id).Take(most)];
    }
}

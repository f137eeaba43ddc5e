using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Papers;
using Homeward.Web.Features.Supervision.Teams;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>One line of a client's timeline: what kind of record, its code, when it happened, which record it opens and when it was entered.</summary>
public sealed record TimelineItem(string Kind, Guid Id, DateOnly On, string Code, Guid RecordId, DateTime? EnteredAt, Guid? StaffId, bool Annulled);

/// <summary>Everything about a client, newest first, a page at a time: the page of the client and the API tell the same lines.</summary>
public sealed class ClientTimeline(Db db, Actor actor, TeamReader teams, ClientStory story)
{
    /// <summary>Where a record stands in the timeline.</summary>
    sealed record Place
    {
        public required Guid Id { get; init; }
        public required DateOnly On { get; init; }
    }

    /// <summary>One of the three.</summary>
    sealed record Found(Contact? Contact, Paper? Paper, TeamMember? Member, string? Worker, string? EnteredBy);

    /// <param name="file">The client's file.</param>
    /// <param name="after">Where the page before ended: only what stands behind it.</param>
    /// <param name="most">How many lines.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<(IReadOnlyList<StoryLine> Lines, string? Next)> PageAsync(ClientFile file, TimelinePlace? after, int most, CancellationToken ct)
    {
        var found = await BehindAsync(file.Client.Id, after, most + 1, ct);
        var facts = new StoryFacts(file)
        {
            Contacts = [.. found.Where(one => one.Contact is not null).Select(one => new ContactLine(one.Contact!, one.Worker, one.EnteredBy))],
            Papers = [.. found.Select(one => one.Paper).OfType<Paper>()],
            Team = [.. found.Select(one => one.Member).OfType<TeamMember>().Select(teams.Line)],
        };
        var lines = story.Lines(facts).Where(line => after is not { } place || place.IsBefore(line.On, line.Id))
            .OrderByDescending(line => line.On).ThenByDescending(line => line.Id).Take(most + 1).ToList();
        var next = lines.Count > most ? new TimelinePlace(lines[most - 1].On, lines[most - 1].Id).ToString() : null;
        return ([.. lines.Take(most)], next);
    }

    /// <summary>Contacts and papers behind the place, and the work teams, in one statement: first where they stand, then the records themselves.</summary>
    async Task<List<Found>> BehindAsync(Guid clientId, TimelinePlace? after, int most, CancellationToken ct)
    {
        var (until, last) = after is { } place ? (place.On, place.Id) : (DateOnly.MaxValue, Guid.Empty);
        var places = Newest(db.Contacts.Where(contact => contact.ClientId == clientId).Select(contact => new Place { Id = contact.Id, On = contact.On }), until, last, most)
            .Concat(Newest(db.Papers.SeenBy(actor).Where(paper => paper.ClientId == clientId).Select(paper => new Place { Id = paper.Id, On = paper.MadeOn }), until, last, most))
            .Concat(db.TeamMembers.Where(member => member.ClientId == clientId).OrderByDescending(member => member.From).Take(JoinTeam.MostRead).Select(member => new Place { Id = member.Id, On = member.From }));
        return await (
            from stands in places
            join foundContact in db.Contacts.AsNoTracking() on stands.Id equals foundContact.Id into contacts
            from contact in contacts.DefaultIfEmpty()
            join foundPaper in db.Papers.AsNoTracking() on stands.Id equals foundPaper.Id into papers
            from paper in papers.DefaultIfEmpty()
            join foundMember in db.TeamMembers.AsNoTracking() on stands.Id equals foundMember.Id into members
            from member in members.DefaultIfEmpty()
            join foundStaff in db.Staff on contact.StaffId equals foundStaff.Id into staff
            from worker in staff.DefaultIfEmpty()
            join foundAccount in db.Accounts on contact.EnteredById equals foundAccount.Id into accounts
            from account in accounts.DefaultIfEmpty()
            select new Found(contact, paper, member, worker.Name, account.DisplayName)).ToListAsync(ct);
    }

    static IQueryable<Place> Newest(IQueryable<Place> places, DateOnly until, Guid last, int most) => places
        .Where(place => place.On < until || (place.On == until && place.Id.CompareTo(last) < 0)).OrderByDescending(place => place.On).ThenByDescending(place => place.Id).Take(most);
}

using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>One contact, who made it and who entered it.</summary>
public sealed record ContactLine(Contact Contact, string? Worker, string? EnteredBy);

/// <summary>Reads the contacts of one client, a page at a time, newest first.</summary>
public sealed class ContactReader(Db db)
{
    public async Task<IReadOnlyList<ContactLine>> OfClientAsync(Guid clientId, TimelinePlace? after, int most, CancellationToken ct)
    {
        var contacts = db.Contacts.AsNoTracking().Where(contact => contact.ClientId == clientId);
        if (after is { } place)
        {
            contacts = contacts.Where(contact => contact.On < place.On || (contact.On == place.On && contact.Id.CompareTo(place.Id) < 0));
        }
        return await Lines(contacts.OrderByDescending(contact => contact.On).ThenByDescending(contact => contact.Id).Take(most)).ToListAsync(ct);
    }

    /// <summary>The contacts with the names of whoever made and entered them.</summary>
    public IQueryable<ContactLine> Lines(IQueryable<Contact> contacts) =>
        from contact in contacts
        join foundStaff in db.Staff on contact.StaffId equals foundStaff.Id into staff
        from worker in staff.DefaultIfEmpty()
        join foundAccount in db.Accounts on contact.EnteredById equals foundAccount.Id into accounts
        from account in accounts.DefaultIfEmpty()
        orderby contact.On descending, contact.Id descending
        select new ContactLine(contact, worker.Name, account.DisplayName);
}

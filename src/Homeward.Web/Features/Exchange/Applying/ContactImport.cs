using Homeward.Data.Sealing;
using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>Contacts of the past. The same person, day, mode, worker and content are the same contact; what is told lies sealed, so it is opened to compare.</summary>
public sealed class ContactImport(Db db, Keyring keys, Actor actor, ShanghaiClock clock, KnownClients known, KnownWorkers workers, RedrawLedgers ledgers)
    : ISheetImport<ContactRow>
{
    static readonly Broken Differs = new("differs-from-record");

    sealed record Key(Guid ClientId, DateOnly On, ContactMode Mode, Guid? StaffId, string Content);

    public Parsed<ContactRow> Parse(RowCells cells) => ContactRow.Parse(cells, clock.Today);

    public string KeyOf(ContactRow row) => row.Key;

    public string Shown(ContactRow row) => $"{Masks.Number(row.IdentityNumber.ToString())} {row.On:yyyy-MM-dd}";

    public async Task ApplyAsync(ImportChunk<ContactRow> chunk, CancellationToken ct)
    {
        await workers.LoadAsync(ct);
        var found = await known.FindAsync(chunk.Rows.Select(row => row.Value.IdentityNumber), ct);
        var ids = found.Clients.Values.Select(client => client.Id).ToList();
        var recorded = (await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.ClientId) && contact.AnnulledOn == null).ToListAsync(ct)).ToLookup(KeyOf);
        var touched = new Dictionary<Guid, Client>();
        foreach (var row in chunk.Rows)
        {
            if (found[row.Value.IdentityNumber] is not { } client)
            {
                chunk.Refuse(row, known.WhyMissing(found, row.Value.IdentityNumber));
            }
            else if (Take(chunk, row, client, recorded))
            {
                touched[client.Id] = client;
            }
        }
        if (!chunk.IsDryRun && touched.Count > 0)
        {
            await db.SaveChangesAsync(ct);
            await ledgers.RunAsync(touched.Values, ct);
        }
    }

    /// <summary>Whether a contact was added.</summary>
    bool Take(ImportChunk<ContactRow> chunk, Taken<ContactRow> row, Client client, ILookup<Key, Contact> recorded)
    {
        var mode = ModeOf(row.Value.Kind);
        var staff = row.Value.Worker is { } name ? workers.Find(name, client.UnitId, client.ResponsibleId) : null;
        var same = row.Value.Worker is not null && staff is null ? [] : recorded[new Key(client.Id, row.Value.On, mode, staff, row.Value.Content ?? "")].ToList();
        if (same.Any(contact => IsSame(contact, row.Value)))
        {
            chunk.Unchanged(row);
            return false;
        }
        if (same.Count > 0)
        {
            chunk.Refuse(row, Differs);
            return false;
        }
        return Add(chunk, row, client, mode);
    }

    bool Add(ImportChunk<ContactRow> chunk, Taken<ContactRow> row, Client client, ContactMode mode)
    {
        var id = Ids.New();
        var record = new ContactRecord { On = row.Value.On, Mode = mode, DurationMinutes = row.Value.Minutes is > 0 ? row.Value.Minutes : null, Purposes = ContactPurposes.UsualFor(mode), Services = row.Value.Services };
        if (Contact.WhyNotRecord(client, record, clock.Today, isHistory: true).ToList() is { Count: > 0 } broken)
        {
            chunk.Refuse(row, broken);
            return false;
        }
        db.Contacts.Add(new Contact(client, record with
        {
            StaffId = row.Value.Worker is { } name ? workers.FindOrAdd(name, client.UnitId, client.ResponsibleId, chunk.Summary) : null,
            Content = keys.SealOrNull(row.Value.Content, SealedColumn.ContactContent, id),
            NextStep = keys.SealOrNull(row.Value.NextStep, SealedColumn.ContactNextStep, id),
        }, new EntryNote(id, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today, IsHistory: true)));
        chunk.Created(row);
        return true;
    }

    Key KeyOf(Contact contact) =>
        new(contact.ClientId, contact.On, contact.Mode, contact.StaffId, PlainText.Notes(keys.OpenOrNull(contact.Content, SealedColumn.ContactContent, contact.Id) ?? ""));

    bool IsSame(Contact contact, ContactRow row) =>
        (row.Minutes is null or 0 || contact.DurationMinutes == row.Minutes)
        && (row.Services.Count == 0 || contact.Services.Order(StringComparer.Ordinal).SequenceEqual(row.Services.Order(StringComparer.Ordinal)))
        && (row.NextStep is null || PlainText.Notes(keys.OpenOrNull(contact.NextStep, SealedColumn.ContactNextStep, contact.Id) ?? "") == row.NextStep);

    internal static ContactMode ModeOf(string code) => code == "report" ? ContactMode.WrittenReport : Enum.Parse<ContactMode>(code, ignoreCase: true);

    internal static string CodeOf(ContactMode mode) => mode == ContactMode.WrittenReport ? "report" : $"{char.ToLowerInvariant($"{mode}"[0])}{$"{mode}"[1..]}";
}

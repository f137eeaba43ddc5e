using System.Runtime.CompilerServices;
using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Casework;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>Screens and contacts, client by client. What was annulled, and a screen that was not held, has no place in the sheets.</summary>
public sealed class RecordExport(Db db, Keyring keys, KnownWorkers workers)
{
    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> ScreensAsync(ExportOrder order, IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in db.Clients.PagesAsync(within, ct))
        {
            var clients = page.ToDictionary(client => client.Id);
            var ids = clients.Keys.ToList();
            var screens = await db.Screens.AsNoTracking()
                .Where(screen => ids.Contains(screen.ClientId) && screen.AnnulledOn == null && (order.From == null || screen.On >= order.From) && (order.To == null || screen.On <= order.To))
                .OrderBy(screen => screen.ClientId).ThenBy(screen => screen.On).ToListAsync(ct);
            foreach (var screen in screens)
            {
                yield return RowOf(screen, clients[screen.ClientId], order.IsMasked);
            }
        }
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> ContactsAsync(ExportOrder order, IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        await workers.LoadAsync(ct);
        await foreach (var page in db.Clients.PagesAsync(within, ct))
        {
            var clients = page.ToDictionary(client => client.Id);
            var ids = clients.Keys.ToList();
            var contacts = await db.Contacts.AsNoTracking()
                .Where(contact => ids.Contains(contact.ClientId) && contact.AnnulledOn == null && (order.From == null || contact.On >= order.From) && (order.To == null || contact.On <= order.To))
                .OrderBy(contact => contact.ClientId).ThenBy(contact => contact.On).ToListAsync(ct);
            foreach (var contact in contacts)
            {
                yield return RowOf(contact, clients[contact.ClientId], order.IsMasked);
            }
        }
    }

    Dictionary<string, object?>? RowOf(Screen screen, Client client, bool isMasked)
    {
        if (NumberOf(client, isMasked) is not { } number || screen.Outcome != ScreenOutcome.Done)
        {
            return null;
        }
        var row = new Dictionary<string, object?>
        {
            ["idNumber"] = number,
            ["on"] = screen.On,
            ["specimen"] = CodeOf(screen.Specimen),
            ["kind"] = CodeOf(screen.Kind),
            ["conclusion"] = CodeOf(screen.Result == ScreenResult.PositiveConfirmed ? ScreenResult.PositivePreliminary : screen.Result!.Value),
            ["tester1"] = screen.FirstTester,
            ["tester2"] = screen.SecondTester,
            ["collector"] = screen.Collector,
            ["place"] = screen.Place,
            ["remarks"] = isMasked ? null : keys.OpenOrNull(screen.Remarks, SealedColumn.ScreenRemarks, screen.Id),
        };
        foreach (var (analyte, reading) in screen.Readings.Where(pair => Sheets.Sheet.Screens.Columns.Any(column => column.Key == pair.Key)))
        {
            row[analyte] = CodeOf(reading);
        }
        return row;
    }

    Dictionary<string, object?>? RowOf(Contact contact, Client client, bool isMasked) => NumberOf(client, isMasked) is not { } number ? null : new()
    {
        ["idNumber"] = number,
        ["on"] = contact.On,
        ["kind"] = ContactImport.CodeOf(contact.Mode),
        ["minutes"] = contact.DurationMinutes,
        ["worker"] = workers.NameOf(contact.StaffId),
        ["content"] = isMasked ? null : keys.OpenOrNull(contact.Content, SealedColumn.ContactContent, contact.Id),
        ["services"] = contact.Services,
        ["nextStep"] = isMasked ? null : keys.OpenOrNull(contact.NextStep, SealedColumn.ContactNextStep, contact.Id),
    };

    string? NumberOf(Client client, bool isMasked)
    {
        var number = client.HasPassport ? null : keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id);
        return isMasked && number is not null ? Masks.Number(number) : number;
    }

    static string CodeOf<T>(T value) where T : struct, Enum => value.ToString() is var name ? $"{char.ToLowerInvariant(name[0])}{name[1..]}" : "";
}

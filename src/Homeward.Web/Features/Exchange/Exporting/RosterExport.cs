using System.Runtime.CompilerServices;
using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>The roster: each client with the measure in force, a measure in the community first.</summary>
public sealed class RosterExport(Db db, Keyring keys, KnownUnits units, KnownWorkers workers)
{
    const string ThreeYearsClean = "CLEAN";

    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> RowsAsync(ExportOrder order, IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        await workers.LoadAsync(ct);
        await foreach (var page in db.Clients.PagesAsync(within, ct))
        {
            var ids = page.Select(client => client.Id).ToList();
            var measures = (await db.Measures.AsNoTracking().Where(measure => ids.Contains(measure.ClientId)).ToListAsync(ct)).ToLookup(measure => measure.ClientId);
            foreach (var client in page)
            {
                yield return RowOf(client, measures[client.Id], order.IsMasked);
            }
        }
    }

    /// <summary>Null where the sheet has no words for it: no number, no street, or no measure at all.</summary>
    Dictionary<string, object?>? RowOf(Client client, IEnumerable<Measure> measures, bool isMasked)
    {
        var measure = measures.OrderByDescending(found => found.IsOpen).ThenByDescending(found => found.Kind.IsInTheCommunity()).ThenByDescending(found => found.OrderedOn).FirstOrDefault();
        measure = client.IsThreeYearsClean && measure is not { IsOpen: true } ? null : measure;
        var street = units.StreetOf(client.UnitId) ?? (measure?.PlaceOfExecutionId is { } place ? units.StreetOf(place) : null);
        if (client.IdentityNumber is null || client.HasPassport || street is null || (measure is null && !client.IsThreeYearsClean))
        {
            return null;
        }
        var row = PersonOf(client, keys.Open(client), isMasked);
        row["street"] = units.TitleOf(street, units.Streets);
        row["kind"] = measure?.Kind.Code() ?? ThreeYearsClean;
        row["orderedOn"] = measure?.OrderedOn ?? client.ThreeYearsCleanOn;
        row["worker"] = workers.NameOf(client.ResponsibleId);
        return measure is null ? row : WithMeasure(row, measure);
    }

    static Dictionary<string, object?> PersonOf(Client client, ClientInput open, bool isMasked) => new()
    {
        ["name"] = isMasked ? Masks.Name(open.Name) : open.Name,
        ["sex"] = client.Sex is { } sex ? $"{sex}".ToLowerInvariant() : null,
        ["idNumber"] = isMasked ? Masks.Number(open.IdentityNumber) : open.IdentityNumber,
        ["birthDate"] = isMasked ? null : client.BirthDate,
        ["registeredAddress"] = isMasked ? Masks.Address(open.RegisteredAddress) : open.RegisteredAddress,
        ["residenceAddress"] = isMasked ? Masks.Address(open.ResidenceAddress) : open.ResidenceAddress,
        ["phone"] = new[] { open.Phone, open.OtherPhone }.OfType<string>().Select(phone => isMasked ? Masks.Phone(phone) : phone),
        ["substances"] = client.Substances,
        ["risk"] = client.Risk is { } risk ? $"{risk}".ToLowerInvariant() : null,
        ["employment"] = client.Employment,
        ["education"] = client.Education,
        ["maritalStatus"] = client.MaritalStatus,
        ["remarks"] = isMasked ? null : open.Remarks,
    };

    static Dictionary<string, object?> WithMeasure(Dictionary<string, object?> row, Measure measure)
    {
        row["orderNumber"] = measure.OrderNumber;
        row["orderedBy"] = measure.IssuedBy;
        row["servedOn"] = measure.ServedOn;
        row["reportedOn"] = measure.ReportedOn;
        row["agreementSignedOn"] = measure.AgreementSignedOn;
        row["termYears"] = measure.TermYears;
        return row;
    }
}

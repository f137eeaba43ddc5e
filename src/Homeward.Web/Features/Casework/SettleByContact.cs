using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>Settles what one new contact fulfils, under whatever measure it is due: only the obligations it can touch are read, by a query that is compiled once.</summary>
public sealed class SettleByContact
{
    readonly Func<Db, Guid, DateOnly, ObligationKind[], IAsyncEnumerable<Obligation>> read = EF.CompileAsyncQuery((Db db, Guid clientId, DateOnly on, ObligationKind[] kinds) => db.Obligations
        .Where(obligation => obligation.ClientId == clientId && obligation.Opens <= on && kinds.Contains(obligation.Kind)
            && (obligation.Closes >= on || obligation.SettledOn == null || obligation.SettledOn > on)));

    public async Task RunAsync(Db db, Contact contact, CancellationToken ct)
    {
        var records = WorkRecord.Of(contact).ToList();
        if (records.Count == 0)
        {
            return;
        }
        var touched = await read(db, contact.ClientId, contact.On, [.. records.Select(record => record.Kind)]).ToListAsync(ct);
        foreach (var record in records)
        {
            ObligationLedger.TakeOne(record, touched);
        }
    }
}

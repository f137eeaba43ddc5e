using Homeward.Data;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Settles what one new record fulfils: only the obligations it can touch are read.</summary>
public sealed class SettleByRecord(Db db)
{
    public async Task RunAsync(Guid clientId, IReadOnlyCollection<WorkRecord> records, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return;
        }
        var on = records.First().On;
        var kinds = records.Select(record => record.Kind).ToList();
        var touched = await db.Obligations
            .Where(obligation => obligation.ClientId == clientId && obligation.Opens <= on && kinds.Contains(obligation.Kind)
                && (obligation.Closes >= on || obligation.SettledOn == null || obligation.SettledOn > on))
            // Whose screen it is depends on the order of the measure.
            .Select(obligation => new { Obligation = obligation, OrderedOn = db.Measures.Where(measure => measure.Id == obligation.MeasureId).Select(measure => measure.OrderedOn).FirstOrDefault() })
            .ToListAsync(ct);
        foreach (var record in records)
        {
            ObligationLedger.TakeOne(record, touched.Where(one => record.CountsFor(one.Obligation.MeasureId, one.OrderedOn)).Select(one => one.Obligation));
        }
    }
}

using Homeward.Data;
using Homeward.Domain.Supervision;
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
        // Whose screen it is depends on the orders of all measures; a contact counts for each of them.
        var measures = kinds.Contains(ObligationKind.Screen) ? await db.Measures.AsNoTracking().Where(measure => measure.ClientId == clientId).ToDictionaryAsync(measure => measure.Id, ct) : [];
        var touched = await db.Obligations
            .Where(obligation => obligation.ClientId == clientId && obligation.Opens <= on && kinds.Contains(obligation.Kind)
                && (obligation.Closes >= on || obligation.SettledOn == null || obligation.SettledOn > on))
            .ToListAsync(ct);
        foreach (var record in records)
        {
            ObligationLedger.TakeOne(record, touched.Where(obligation => Counts(record, obligation, measures)));
        }
    }

    static bool Counts(WorkRecord record, Obligation obligation, Dictionary<Guid, Measure> measures) =>
        record.Kind != ObligationKind.Screen || (obligation.MeasureId is { } id && measures.TryGetValue(id, out var measure) && record.CountsFor(measure));
}

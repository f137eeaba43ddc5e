using Homeward.Data;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>An obligation that a record can touch, and the days of its measure's order and end: whose record it is depends on them.</summary>
public sealed record TouchedObligation(Obligation Obligation, DateOnly? OrderedOn, DateOnly? EndedOn);

/// <summary>Reads the obligations that a record can touch, by a query that is compiled once.</summary>
public sealed class TouchedObligations
{
    readonly Func<Db, Guid, DateOnly, ObligationKind[], IAsyncEnumerable<TouchedObligation>> read = EF.CompileAsyncQuery((Db db, Guid clientId, DateOnly on, ObligationKind[] kinds) => db.Obligations
        .Where(obligation => obligation.ClientId == clientId && obligation.Opens <= on && kinds.Contains(obligation.Kind)
            && (obligation.Closes >= on || obligation.SettledOn == null || obligation.SettledOn > on))
        .SelectMany(obligation => db.Measures.Where(measure => measure.Id == obligation.MeasureId).DefaultIfEmpty(), (obligation, measure) => new TouchedObligation(obligation, measure!.OrderedOn, measure.EndedOn)));

    public ValueTask<List<TouchedObligation>> ReadAsync(Db db, Guid clientId, DateOnly on, ObligationKind[] kinds, CancellationToken ct) => read(db, clientId, on, kinds).ToListAsync(ct);
}

/// <summary>Settles what one new record fulfils: only the obligations it can touch are read.</summary>
public sealed class SettleByRecord(Db db, TouchedObligations obligations)
{
    public async Task RunAsync(Guid clientId, IReadOnlyCollection<WorkRecord> records, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return;
        }
        var touched = await obligations.ReadAsync(db, clientId, records.First().On, [.. records.Select(record => record.Kind)], ct);
        foreach (var record in records)
        {
            ObligationLedger.TakeOne(record, touched.Where(one => record.CountsFor(one.Obligation.MeasureId, one.OrderedOn, one.EndedOn)).Select(one => one.Obligation));
        }
    }
}

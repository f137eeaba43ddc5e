using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>A measure whose schedule cannot be computed, and what is missing for it.</summary>
public sealed record PlanGapRow(Guid MeasureId, MeasureKind Kind, Guid ClientId, string Name, string Unit, string? Responsible, DateOnly? OrderedOn, DateOnly? ServedOn, IReadOnlyList<PlanGap> Missing);

/// <summary>The measures that wait for a day or a term before their schedule can be drawn up: a list of their own, so that nobody falls out of the worklist unseen.</summary>
public sealed class PlanGaps(Db db, Keyring keys, UnitTree units, PlanObligations plan, ShanghaiClock clock)
{
    /// <summary>The open measures for whose schedule something is missing.</summary>
    public IQueryable<Measure> Find(WorklistFilter filter)
    {
        var unplannable = UnplannableTerms();
        int[] detox = [.. unplannable.Where(term => term.Kind == MeasureKind.Cdt).Select(term => term.Years)];
        int[] rehabilitation = [.. unplannable.Where(term => term.Kind == MeasureKind.Crh).Select(term => term.Years)];
        var open = db.Measures.AsNoTracking().Where(measure => measure.EndedOn == null && (
            ((measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh) && measure.ReportedOn == null)
            || (measure.Kind == MeasureKind.Cdt && measure.TermYears != null && detox.Contains(measure.TermYears.Value))
            || (measure.Kind == MeasureKind.Crh && measure.TermYears != null && rehabilitation.Contains(measure.TermYears.Value))
            || (measure.Kind == MeasureKind.Cid && measure.OrderedOn == null)
            || (measure.Kind != MeasureKind.Cdt && measure.Kind != MeasureKind.Crh && measure.ReportedOn == null && measure.ServedOn == null && measure.OrderedOn == null)));
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            open = open.Where(measure => below.Contains(measure.UnitId));
        }
        return filter.ResponsibleId is { } worker ? open.Where(measure => db.Clients.Any(client => client.Id == measure.ClientId && client.ResponsibleId == worker)) : open;
    }

    /// <summary>A page of them by id of the measure.</summary>
    public async Task<IReadOnlyList<PlanGapRow>> ListAsync(WorklistFilter filter, Guid? after, int limit, CancellationToken ct)
    {
        var open = Find(filter);
        open = after is { } last ? open.Where(measure => measure.Id.CompareTo(last) > 0) : open;
        var rows = await (
            from measure in open.OrderBy(measure => measure.Id).Take(limit)
            join client in db.Clients on measure.ClientId equals client.Id
            join found in db.Staff on client.ResponsibleId equals found.Id into staff
            from worker in staff.DefaultIfEmpty()
            orderby measure.Id
            select new { Measure = measure, Client = client, Responsible = worker.Name }).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new PlanGapRow(
            row.Measure.Id, row.Measure.Kind, row.Client.Id, keys.Open(row.Client.Name, SealedColumn.ClientName, row.Client.Id), units.NameOf(row.Client.UnitId), row.Responsible, row.Measure.OrderedOn, row.Measure.ServedOn,
            PlanObligations.Planned(row.Client, row.Measure, [], [], plan.PackOf(row.Client, row.Measure), clock.Today).Missing))];
    }

    /// <summary>Terms, as long as an order can be, for which the pack has no schedule.</summary>
    List<(MeasureKind Kind, int Years)> UnplannableTerms()
    {
        MeasureKind[] kinds = [MeasureKind.Cdt, MeasureKind.Crh];
        var terms = kinds.SelectMany(kind => Enumerable.Range(1, 10).Select(years => new { Kind = kind, Years = years }));
        var pack = plan.PackFor(null);
        return [.. terms.Where(term => MeasureClock.ScheduleOf(new MeasureHistory { Kind = term.Kind, TermYears = term.Years, Events = [] }, pack) is null).Select(term => (term.Kind, term.Years))];
    }
}

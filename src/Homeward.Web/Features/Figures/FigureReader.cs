using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Figures;

/// <summary>One cell of a figure; the value is null where it is suppressed.</summary>
public sealed record FigureCell(string Code, string Name, int? Value);

/// <summary>A figure with what it counts, the day, the version of its definition and what it leaves out (rules R7.3).</summary>
public sealed record Figure(string Name, string Population, DateOnly AsOf, string Definition, string Exclusions, int? Total, IReadOnlyList<FigureCell> Cells);

/// <summary>Counts in the caller's scope.</summary>
public sealed class FigureReader(Db db, Actor actor, UnitTree units, ShanghaiClock clock)
{
    const string Definition = "1";

    public async Task<Figure?> ReadAsync(string name, CancellationToken ct) => name switch
    {
        "overdue-by-district" => Closed(await OverdueAsync(name, UnitLevel.District, ct)),
        "overdue-by-unit" => Closed(await OverdueAsync(name, null, ct)),
        "clients-by-measure" => Closed(await ByMeasureAsync(ct)),
        _ => null,
    };

    async Task<Figure> OverdueAsync(string name, UnitLevel? level, CancellationToken ct)
    {
        var today = clock.Today;
        var counts = await db.Obligations.Where(obligation => obligation.SettledOn == null && obligation.Closes < today)
            .GroupBy(obligation => obligation.UnitId).Select(group => new { UnitId = group.Key, Count = group.Count() }).ToListAsync(ct);
        var cells = counts.GroupBy(count => level is { } wanted ? units.Above(count.UnitId, wanted) : units.Find(count.UnitId)).Where(group => group.Key is not null)
            .Select(group => new FigureCell(group.Key!.Code, group.Key.Name, group.Sum(count => count.Count))).OrderBy(cell => cell.Code, StringComparer.Ordinal).ToList();
        return new Figure(name, "open obligations", today, Definition, "settled, excused, suspended, cancelled", cells.Sum(cell => cell.Value), cells);
    }

    async Task<Figure> ByMeasureAsync(CancellationToken ct)
    {
        var counts = await db.Measures.Where(measure => measure.EndedOn == null).GroupBy(measure => measure.Kind).Select(group => new { Kind = group.Key, Count = group.Count() }).ToListAsync(ct);
        var cells = counts.Select(count => new FigureCell(count.Kind.Code(), count.Kind.Code(), count.Count)).OrderBy(cell => cell.Code, StringComparer.Ordinal).ToList();
        return new Figure("clients-by-measure", "open measures", clock.Today, Definition, "ended measures", cells.Sum(cell => cell.Value), cells);
    }

    /// <summary>For those outside the organisation cells below 5 are closed, and with a single one the next smallest too, so that the total gives nothing away (rules R6.17).</summary>
    Figure Closed(Figure figure)
    {
        var inside = actor.Grants.Any(grant => grant.Role.Allows(Permission.ReadWorklist));
        var small = figure.Cells.Where(cell => cell.Value is > 0 and < 5).ToHashSet();
        if (inside || small.Count == 0)
        {
            return figure;
        }
        if (small.Count == 1 && figure.Cells.Where(cell => cell.Value >= 5).MinBy(cell => cell.Value) is { } next)
        {
            small.Add(next);
        }
        return figure with { Total = small.Count == figure.Cells.Count && figure.Total < 5 ? null : figure.Total, Cells = [.. figure.Cells.Select(cell => small.Contains(cell) ? cell with { Value = null } : cell)] };
    }
}

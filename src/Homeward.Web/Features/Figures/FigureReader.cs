using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Figures;

/// <summary>One cell of a figure; the value is null where it is suppressed.</summary>
public sealed record FigureCell(string Code, string Name, int? Value);

/// <summary>A figure with what it counts, the day, the version of its definition and what it leaves out (rules R7.3).</summary>
public sealed record Figure(string Name, string Population, DateOnly AsOf, string Definition, string Exclusions, int? Total, IReadOnlyList<FigureCell> Cells);

/// <summary>Counts in the caller's scope.</summary>
public sealed class FigureReader(Db db, Actor actor, UnitTree units, Lateness lateness, ShanghaiClock clock)
{
    public const string ByDistrict = "overdue-by-district";
    public const string ByUnit = "overdue-by-unit";
    public const string ByMeasure = "clients-by-measure";
    public static readonly IReadOnlyList<string> Names = [ByDistrict, ByUnit, ByMeasure];
    const string Definition = "1";
    const int Fewest = 5;

    public async Task<Figure?> ReadAsync(string name, CancellationToken ct) => name switch
    {
        ByDistrict or ByUnit => Closed(Overdue(name, await CountsAsync(ct))),
        ByMeasure => Closed(await ByMeasureAsync(ct)),
        _ => null,
    };

    /// <summary>All of them, for one page: what is overdue is counted once.</summary>
    public async Task<IReadOnlyList<Figure>> ReadAllAsync(CancellationToken ct)
    {
        var counts = await CountsAsync(ct);
        return [Closed(Overdue(ByDistrict, counts)), Closed(Overdue(ByUnit, counts)), Closed(await ByMeasureAsync(ct))];
    }

    Task<List<UnitCount>> CountsAsync(CancellationToken ct)
    {
        return db.Obligations.Where(obligation => obligation.SettledOn == null).Where(lateness.On(clock.Today))
            .GroupBy(obligation => obligation.UnitId).Select(group => new UnitCount(group.Key, group.Count())).ToListAsync(ct);
    }

    Figure Overdue(string name, IEnumerable<UnitCount> counts)
    {
        UnitLevel? level = name == ByDistrict ? UnitLevel.District : null;
        var cells = counts.GroupBy(count => level is { } wanted ? units.Above(count.UnitId, wanted) : units.Find(count.UnitId)).Where(group => group.Key is not null)
            .Select(group => new FigureCell(group.Key!.Code, group.Key.Name, group.Sum(count => count.Count))).OrderBy(cell => cell.Code, StringComparer.Ordinal).ToList();
        return new Figure(name, "open obligations", clock.Today, Definition, "settled, excused, suspended, cancelled", cells.Sum(cell => cell.Value), cells);
    }

    async Task<Figure> ByMeasureAsync(CancellationToken ct)
    {
        var counts = await db.Measures.Where(measure => measure.EndedOn == null).GroupBy(measure => measure.Kind).Select(group => new { Kind = group.Key, Count = group.Count() }).ToListAsync(ct);
        var cells = counts.Select(count => new FigureCell(count.Kind.Code(), count.Kind.Code(), count.Count)).OrderBy(cell => cell.Code, StringComparer.Ordinal).ToList();
        return new Figure(ByMeasure, "open measures", clock.Today, Definition, "ended measures", cells.Sum(cell => cell.Value), cells);
    }

    /// <summary>Cells below 5 are closed, and the next smallest with them until the total gives nothing away: two cells or more, which hold 5 or more together (rules R6.17).</summary>
    public static Figure Suppressed(Figure figure)
    {
        var closed = figure.Cells.Where(cell => cell.Value is > 0 and < Fewest).ToHashSet();
        if (closed.Count == 0)
        {
            return figure;
        }
        foreach (var next in figure.Cells.Where(cell => cell.Value >= Fewest).OrderBy(cell => cell.Value).TakeWhile(_ => GivesAway(closed)))
        {
            closed.Add(next);
        }
        return figure with { Total = GivesAway(closed) ? null : figure.Total, Cells = [.. figure.Cells.Select(cell => closed.Contains(cell) ? cell with { Value = null } : cell)] };
    }

    static bool GivesAway(HashSet<FigureCell> closed) => closed.Count < 2 || closed.Sum(cell => cell.Value) < Fewest;

    /// <summary>What leaves the organisation is suppressed.</summary>
    Figure Closed(Figure figure)
    {
        var inside = actor.Grants.Any(grant => grant.Role.Allows(Permission.ReadWorklist));
        return inside ? figure : Suppressed(figure);
    }

    sealed record UnitCount(Guid UnitId, int Count);
}

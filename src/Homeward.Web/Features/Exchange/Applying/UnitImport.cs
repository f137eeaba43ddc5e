using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>Both trees of units, by code. A parent is in the database, or in the file: above or below its children.</summary>
public sealed class UnitImport(Db db, UnitTree tree) : ISheetImport<UnitRow>
{
    static readonly Broken ParentUnknown = new("parent-unknown");
    static readonly Broken LevelDiffers = new("level-differs");
    static readonly Broken OutsideScope = new("outside-scope");

    Dictionary<string, Unit> _units = [];
    HashSet<Guid> _mine = [];

    public Parsed<UnitRow> Parse(RowCells cells) => UnitRow.Parse(cells);

    public string KeyOf(UnitRow row) => row.Code;

    public string Shown(UnitRow row) => $"{row.Code} {row.Name}";

    public async Task ApplyAsync(ImportChunk<UnitRow> chunk, CancellationToken ct)
    {
        _units = await db.Units.ToDictionaryAsync(unit => unit.Code, ct);
        _mine = [.. _mine, .. db.Scope.Units];
        var open = chunk.Rows.ToDictionary(row => row.Value.Code);
        while (open.Values.FirstOrDefault(row => IsReady(row.Value, open)) is { } ready)
        {
            open.Remove(ready.Value.Code);
            Take(chunk, ready);
        }
        foreach (var row in open.Values)
        {
            chunk.Refuse(row, ParentUnknown.With(row.Value.ParentCode ?? row.Value.OrganisationParentCode ?? ""));
        }
        if (!chunk.IsDryRun)
        {
            await db.SaveChangesAsync(ct);
            tree.Forget();
        }
    }

    /// <summary>Parents first; a ring of units never gets ready.</summary>
    static bool IsReady(UnitRow row, Dictionary<string, Taken<UnitRow>> open) =>
        !(row.ParentCode is { } parent && open.ContainsKey(parent)) && !(row.OrganisationParentCode is { } above && open.ContainsKey(above));

    void Take(ImportChunk<UnitRow> chunk, Taken<UnitRow> row)
    {
        var unit = _units.GetValueOrDefault(row.Value.Code);
        var broken = WhyNot(row.Value, unit).ToList();
        if (broken.Count > 0)
        {
            chunk.Refuse(row, broken);
            return;
        }
        var (parent, above) = (IdOf(row.Value.ParentCode), IdOf(row.Value.OrganisationParentCode));
        if (unit is null)
        {
            Add(new Unit(row.Value.Code, row.Value.Name, LevelOf(row.Value), parent, above));
            chunk.Created(row);
            return;
        }
        if (unit.Name == row.Value.Name && unit.ParentId == (parent ?? unit.ParentId) && unit.OrganisationParentId == (above ?? unit.OrganisationParentId))
        {
            chunk.Unchanged(row);
            return;
        }
        unit.Rename(row.Value.Name);
        unit.Move(parent ?? unit.ParentId, above ?? unit.OrganisationParentId, Below(unit));
        chunk.Updated(row);
    }

    IEnumerable<Broken> WhyNot(UnitRow row, Unit? unit)
    {
        foreach (var code in new[] { row.ParentCode, row.OrganisationParentCode }.OfType<string>().Where(code => !_units.ContainsKey(code)))
        {
            yield return ParentUnknown.With(code);
        }
        if (unit is not null && unit.Level != LevelOf(row))
        {
            yield return LevelDiffers.With($"{unit.Level}".ToLowerInvariant());
        }
        if (!db.Scope.IsEverything && !new[] { unit?.Id, IdOf(row.ParentCode), IdOf(row.OrganisationParentCode) }.OfType<Guid>().Any(_mine.Contains))
        {
            yield return OutsideScope.With(row.Name);
        }
        foreach (var broken in unit?.WhyNotMove(IdOf(row.ParentCode), IdOf(row.OrganisationParentCode), Below(unit)) ?? [])
        {
            yield return broken;
        }
    }

    void Add(Unit unit)
    {
        db.Units.Add(unit);
        _units[unit.Code] = unit;
        _mine.Add(unit.Id);
    }

    HashSet<Guid> Below(Unit unit)
    {
        var below = new HashSet<Guid>();
        var open = new Queue<Guid>([unit.Id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in _units.Values.Where(child => child.ParentId == next || child.OrganisationParentId == next).Where(child => below.Add(child.Id)))
            {
                open.Enqueue(child.Id);
            }
        }
        return below;
    }

    Guid? IdOf(string? code) => code is not null && _units.TryGetValue(code, out var unit) ? unit.Id : null;

    static UnitLevel LevelOf(UnitRow row) => Enum.Parse<UnitLevel>(row.Level, ignoreCase: true);
}

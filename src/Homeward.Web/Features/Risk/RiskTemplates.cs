using Homeward.Data;
using Homeward.Data.RiskTemplates;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary>Finds the template that a client is judged by, and publishes new versions of one.</summary>
public sealed class RiskTemplates(Db db, UnitTree units, Actor actor, ShanghaiClock clock)
{
    const int MostVersions = 50;

    /// <summary>The version in force on a day at a place: the organisation's own goes before the city's, and that before the one that the product comes with.</summary>
    public async Task<RiskBasis> BasisAsync(Guid unitId, DateOnly on, CancellationToken ct)
    {
        var governing = Governing(unitId).Select(unit => unit.Id).ToArray();
        var versions = await db.RiskTemplates.AsNoTracking().Where(template => governing.Contains(template.UnitId) && template.EffectiveFrom <= on)
            .OrderByDescending(template => template.EffectiveFrom).ThenByDescending(template => template.Number).Take(MostVersions).ToListAsync(ct);
        return BasisOf(governing.Select(unit => versions.FirstOrDefault(template => template.UnitId == unit)).FirstOrDefault(found => found is not null));
    }

    /// <summary>What the records were judged by, by the id of the version.</summary>
    public async Task<IReadOnlyDictionary<Guid, RiskBasis>> OfAsync(IEnumerable<RiskRecord> records, CancellationToken ct)
    {
        var ids = records.Select(record => record.TemplateId).OfType<Guid>().Distinct().ToArray();
        return ids.Length == 0 ? new Dictionary<Guid, RiskBasis>() : (await db.RiskTemplates.AsNoTracking().Where(template => ids.Contains(template.Id)).ToListAsync(ct)).ToDictionary(template => template.Id, BasisOf);
    }

    /// <summary>The versions of a city or organisation, the newest first.</summary>
    public async Task<IReadOnlyList<RiskTemplate>> VersionsAsync(Guid unitId, CancellationToken ct) =>
        await db.RiskTemplates.AsNoTracking().Where(template => template.UnitId == unitId).OrderByDescending(template => template.Number).Take(MostVersions).ToListAsync(ct);

    /// <summary>The cities and organisations whose template the caller may write.</summary>
    public IReadOnlyList<UnitNode> Mine() =>
        [.. units.All.Where(unit => unit.Level is UnitLevel.City or UnitLevel.Organisation && unit.EndedOn is null && db.Scope.Holds(unit.Id)).OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal)];

    public async Task<RiskTemplate> PublishAsync(Guid unitId, Guid recordId, RiskTemplateText text, CancellationToken ct)
    {
        if (Mine().All(unit => unit.Id != unitId))
        {
            throw new NotFoundException();
        }
        var last = await db.RiskTemplates.Where(template => template.UnitId == unitId).OrderByDescending(template => template.Number).FirstOrDefaultAsync(ct);
        if (last?.Id == recordId)
        {
            return last;
        }
        var version = new RiskTemplate(unitId, last, text, new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.RiskTemplates.Add(version);
        db.Trail = db.Trail with { Act = "riskTemplate.publish" };
        // Two versions at one instant: the number is taken, and whoever was second has lost the race and looks at the first.
        await db.SaveChangesAsync(ct);
        return version;
    }

    public static RiskBasis BasisOf(RiskTemplate? template) => template is null ? StartingRiskTemplate.Basis : new RiskBasis($"{template.Annex} ({template.Number})", template.Id, template.Scale);

    /// <summary>The organisations, then the cities, that a place hangs under.</summary>
    IEnumerable<UnitNode> Governing(Guid unitId) => units.All
        .Where(unit => unit.Level is UnitLevel.City or UnitLevel.Organisation && units.WithBelow(unit.Id).Contains(unitId)).OrderByDescending(unit => unit.Level == UnitLevel.Organisation);
}

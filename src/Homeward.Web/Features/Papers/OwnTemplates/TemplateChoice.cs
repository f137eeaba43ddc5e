using System.Collections.Concurrent;
using System.Text;
using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>Which template a paper is made from: the newest of the nearest unit above that has one of its own, otherwise the product's.</summary>
public sealed class TemplateChoice(Db db, UnitTree units)
{
    /// <summary>Templates never change: what was read once stays read.</summary>
    static readonly ConcurrentDictionary<Guid, PaperDocument> read = new();

    const int Most = 500;
    const int Highest = 8;

    readonly Dictionary<PaperKind, List<(Guid Id, Guid OwnerId, int Number)>> inUse = [];

    public async Task<TemplateMark> ForAsync(PaperKind kind, Guid unitId, CancellationToken ct)
    {
        if (!inUse.TryGetValue(kind, out var own))
        {
            own = inUse[kind] = [.. (await db.PaperTemplates.AsNoTracking().Where(template => template.Kind == kind && template.RetiredOn == null)
                .OrderByDescending(template => template.Number).Take(Most).Select(template => new { template.Id, template.OwnerId, template.Number }).ToListAsync(ct))
                .Select(template => (template.Id, template.OwnerId, template.Number))];
        }
        foreach (var above in own.Count == 0 ? [] : Above(unitId))
        {
            if (own.FirstOrDefault(template => template.OwnerId == above) is { Number: > 0 } found)
            {
                return new TemplateMark(found.Id, $"{units.Find(above)?.Code}/{kind}.{found.Number}");
            }
        }
        return new TemplateMark(null, PaperTemplates.Newest(kind));
    }

    /// <summary>The template that a paper was made from.</summary>
    public async Task<PaperDocument> DocumentAsync(Paper paper, CancellationToken ct)
    {
        if (paper.TemplateId is not { } id)
        {
            return PaperTemplates.DocumentOf(paper.TemplateVersion);
        }
        if (!read.TryGetValue(id, out var document))
        {
            var template = await db.PaperTemplates.AsNoTracking().SingleAsync(found => found.Id == id, ct);
            var known = Placeholders.Of(template.Kind);
            document = read[id] = (template.Format == TemplateFormat.Docx ? DocxReader.Read(template.Content, known) : TemplateReader.Read(Encoding.UTF8.GetString(template.Content), known)).Document;
        }
        return document;
    }

    /// <summary>The unit and those above it: first in the organisation's tree, then in the city's.</summary>
    IEnumerable<Guid> Above(Guid unitId)
    {
        foreach (var next in (Func<UnitNode, Guid?>[])[node => node.OrganisationParentId, node => node.ParentId])
        {
            Guid? at = unitId;
            for (var steps = 0; at is { } id && units.Find(id) is { } node && steps < Highest; steps++)
            {
                yield return id;
                at = next(node);
            }
        }
    }
}

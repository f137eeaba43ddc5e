using System.Text;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>The files of the templates, as text to be saved and never as a page, and the taking out of use.</summary>
static class TemplateEndpoints
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const string Unshown = "application/octet-stream";

    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/papers/templates/product", Product).Access(Permission.WriteTemplates, "paperTemplates");
        routes.MapGet("/papers/templates/{id:guid}/file", FileAsync).Access(Permission.WriteTemplates, "paperTemplate");
        routes.MapPost("/papers/templates/{id:guid}/retire", RetireAsync).Access(Permission.WriteTemplates, "paperTemplate");
    }

    /// <summary>A template of the product, to start an own one from.</summary>
    static FileContentHttpResult Product(BrowserQuery query)
    {
        var version = PaperTemplates.Newest(query.Choice<PaperKind>("kind") ?? PaperKind.Agreement);
        return TypedResults.File(Encoding.UTF8.GetBytes(PaperTemplates.TextOf(version)), Unshown, $"{version}.html");
    }

    static async Task<FileContentHttpResult> FileAsync(Guid id, Db db, CancellationToken ct)
    {
        var owner = db.Trail.UnitId;
        var template = await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.OwnerId == owner, ct) ?? throw new NotFoundException();
        return TypedResults.File(template.Content, template.Format == TemplateFormat.Docx ? Docx : Unshown, $"{template.Kind}.own-{template.Number}.{template.Format.ToString().ToLowerInvariant()}");
    }

    static async Task<RedirectHttpResult> RetireAsync(Guid id, [FromForm] IFormCollection form, TakeTemplate operation, BrowserSaid said, CancellationToken ct)
    {
        await operation.RetireAsync(id, ct);
        said.Say("papers.template-retired-said");
        return TypedResults.LocalRedirect("/papers/templates");
    }
}

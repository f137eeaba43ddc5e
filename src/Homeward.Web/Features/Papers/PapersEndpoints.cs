using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Batches;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Features.Papers.Scanning;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>The files of the papers: kept by no cache, and logged before a byte leaves.</summary>
static class PapersEndpoints
{
    public const string Pdf = "application/pdf";

    public static void MapPapersPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/papers/{id:guid}.pdf", PdfAsync).Access(Permission.ReadPapers, "paper");
        routes.MapGet("/papers/batch/{id:guid}.pdf", BatchAsync).Access(Permission.ReadPapers, "paperBatch");
        routes.MapGet("/papers/{id:guid}.docx", DocxAsync).Access(Permission.ReadPapers, "paperDocx");
        routes.MapScans();
        routes.MapTemplates();
    }

    static async Task<Results<FileContentHttpResult, RedirectHttpResult>> BatchAsync(Guid id, PaperReader reader, PaperPdf pdf, Db db, Actor actor, BrowserSaid said, HttpContext context, CancellationToken ct)
    {
        try
        {
            return await BatchFileAsync(id, reader, pdf, db, actor, context, ct);
        }
        catch (RulesBrokenException broken)
        {
            said.Refuse(broken.Rules[0].Code);
            return TypedResults.LocalRedirect($"/papers?batch={id}");
        }
    }

    /// <summary>All papers that were made together, in one file, in the order of their numbers.</summary>
    public static async Task<FileContentHttpResult> BatchFileAsync(Guid id, PaperReader reader, PaperPdf pdf, Db db, Actor actor, HttpContext context, CancellationToken ct)
    {
        var papers = await db.Papers.AsNoTracking().SeenBy(actor).Where(paper => paper.BatchId == id).OrderBy(paper => paper.Number).Take(NoticesOfWeek.Most).ToListAsync(ct);
        if (papers.Count == 0)
        {
            throw new NotFoundException();
        }
        var sheets = new List<PaperSheet>(papers.Count);
        foreach (var paper in papers)
        {
            sheets.Add((await reader.OpenAsync(paper, ct)).ToSheet());
            db.Audit("paper.pdf", nameof(Paper), paper.Id, paper.ClientId);
        }
        var bytes = pdf.Draw(sheets);
        await db.SaveChangesAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, Pdf, $"{papers[0].Number}-{papers[^1].Serial:0000}.pdf");
    }

    static async Task<Results<FileContentHttpResult, RedirectHttpResult>> PdfAsync(Guid id, PaperReader reader, PaperPdf pdf, Db db, BrowserSaid said, HttpContext context, CancellationToken ct)
    {
        try
        {
            return await FileAsync(id, reader, pdf, db, context, ct);
        }
        catch (RulesBrokenException broken)
        {
            said.Refuse(broken.Rules[0].Code);
            return TypedResults.LocalRedirect($"/papers/{id}");
        }
    }

    /// <summary>The paper in the look of the organisation's own word-processor template, where it was made from one.</summary>
    static async Task<FileContentHttpResult> DocxAsync(Guid id, PaperReader reader, Db db, HttpContext context, CancellationToken ct)
    {
        var look = await reader.RequireAsync(id, ct);
        var template = await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(found => found.Id == look.Paper.TemplateId && found.Format == TemplateFormat.Docx, ct) ?? throw new NotFoundException();
        var opened = await reader.OpenAsync(look.Paper, ct);
        db.Audit("paper.docx", nameof(Paper), id, look.Paper.ClientId);
        await db.SaveChangesAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(DocxFilling.Fill(template.Content, text => TemplateReader.Fill(text, opened.Values, PaperTerms.Blank)), TemplateEndpoints.Docx, $"{look.Paper.Number}.docx");
    }

    /// <summary>The PDF of one paper; the same bytes each time.</summary>
    public static async Task<FileContentHttpResult> FileAsync(Guid id, PaperReader reader, PaperPdf pdf, Db db, HttpContext context, CancellationToken ct)
    {
        var look = await reader.RequireAsync(id, ct);
        var bytes = pdf.Draw([(await reader.OpenAsync(look.Paper, ct)).ToSheet()]);
        db.Audit("paper.pdf", nameof(Paper), id, look.Paper.ClientId);
        await db.SaveChangesAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, Pdf, $"{look.Paper.Number}.pdf");
    }
}

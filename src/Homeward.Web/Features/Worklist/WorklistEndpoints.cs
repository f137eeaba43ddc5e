using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Sealing;
using Homeward.Web.Features.Exchange.Writing;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Features.Worklist;

/// <summary>Beside the pages: the worklist as a workbook, and the views somebody keeps.</summary>
static class WorklistEndpoints
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const int ExportMost = 5000;

    public static void MapWorklist(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/worklist/export", ExportAsync).Access(Permission.Export, "worklist");
        routes.MapPost("/obligations/{id:guid}/reopen", ReopenAsync).Access(Permission.SettleObligations, "obligation");
        routes.MapPost("/views", SaveViewAsync).Access(Permission.ReadWorklist, "view");
        routes.MapPost("/views/{id:guid}/remove", RemoveViewAsync).Access(Permission.ReadWorklist, "view");
    }

    /// <summary>Masked values of the caller's own list, with the filter and a notice of secrecy; audited before a byte leaves.</summary>
    static async Task<FileContentHttpResult> ExportAsync(
        Db db, Keyring keys, Actor actor, Words words, BrowserQuery query, WorklistAsked asked, WorklistReader reader, ShanghaiClock clock, HttpContext context, CancellationToken ct)
    {
        var rows = await reader.ListAsync(await asked.FilterAsync(ct), null, ExportMost + 1, ct);
        var isCut = rows.Count > ExportMost;
        rows = isCut ? [.. rows.Take(ExportMost)] : rows;
        db.Audit("worklist.export", $"{rows.Count}", null, null);
        await db.SaveChangesAsync(ct);
        var notice = words["worklist.secrecy", Filters(context.Request) is { Length: > 0 } filters ? filters : words["worklist.all"], actor.DisplayName, clock.Local(clock.Now)];
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream, Layout(words, isCut ? [notice, words["worklist.export-cut", ExportMost]] : [notice])))
        {
            foreach (var row in rows)
            {
                workbook.Write(Cells(words, row, keys.OpenOrNull(row.Phone, SealedColumn.ClientPhone, row.ClientId)));
            }
        }
        return TypedResults.File(stream.ToArray(), Workbook, $"worklist-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>The filter as the file tells it; who was sought stays out of it.</summary>
    static string Filters(HttpRequest request) => string.Join(' ', request.Query.Where(pair => pair.Key != SoughtText.Sealed).Select(pair => $"{pair.Key}={pair.Value}"));

    static TableLayout Layout(Words words, IReadOnlyList<string> notices) => new(words["worklist.title"],
        [words["worklist.client"], words["worklist.number"], words["worklist.phone"], words["worklist.kind"], words["worklist.opens"], words["worklist.closes"], words["worklist.days"], words["worklist.notice"], words["worklist.measure"], words["worklist.unit"], words["worklist.worker"]])
    {
        Widths = [12, 22, 14, 14, 12, 12, 10, 30, 22, 20, 12],
        Notices = notices,
    };

    static object?[] Cells(Words words, WorklistRow row, string? phone) =>
    [
        Masks.Name(row.Name), Masks.Number(row.Number), Masks.Phone(phone), words.Code("obligation", row.Kind.ToString()), row.Opens, row.Closes, row.IsProvisional ? words["worklist.provisional"] : Math.Max(row.DaysOverdue, 0),
        NoticeCalls.Text(row.NoticeReminder, row.NoticeServedOn, words), words.Code("measure", row.Measure?.ToString()), row.Unit, row.Responsible ?? words["worklist.unassigned"],
    ];

    static async Task<RedirectHttpResult> ReopenAsync(Guid id, [FromForm] int version, ReopenObligation reopen, BrowserSaid said, CancellationToken ct)
    {
        var obligation = await reopen.RunAsync(id, version, ct);
        said.Say("worklist.reopened");
        return TypedResults.LocalRedirect($"/people/{obligation.ClientId}");
    }

    static async Task<RedirectHttpResult> SaveViewAsync([FromForm] string page, [FromForm] string name, [FromForm] string query, KeptViews kept, BrowserSaid said, CancellationToken ct)
    {
        var refused = await kept.SaveAsync(page, name, query, ct);
        if (refused is null)
        {
            said.Say("worklist.view-saved");
        }
        else
        {
            said.Refuse(refused.Code);
        }
        return TypedResults.LocalRedirect(LocalAddress.Of("/" + query));
    }

    static async Task<RedirectHttpResult> RemoveViewAsync(Guid id, [FromForm] IFormCollection form, KeptViews kept, BrowserSaid said, CancellationToken ct)
    {
        await kept.RemoveAsync(id, ct);
        said.Say("worklist.view-removed");
        return TypedResults.LocalRedirect("/");
    }
}

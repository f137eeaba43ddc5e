using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Web.Features.Exchange.Runs;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Features.Exchange;

/// <summary>Beside the pages: the workbook of the refused rows of one's own import.</summary>
static class ExchangeEndpoints
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapExchange(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/{id:guid}/errors", ErrorsAsync).Access(Permission.Import, "import");

    static async Task<Results<FileContentHttpResult, NotFound>> ErrorsAsync(Guid id, ImportRuns runs, Db db, CancellationToken ct)
    {
        try
        {
            var (run, result) = await runs.FindAsync(id, ct);
            if (result?.Errors is not { } errors)
            {
                return TypedResults.NotFound();
            }
            db.Audit("import.errors", run.Sheet, id, null);
            await db.SaveChangesAsync(ct);
            return TypedResults.File(errors, Workbook, $"{Path.GetFileNameWithoutExtension(runs.NameOf(run))}-errors.xlsx");
        }
        catch (NotFoundException)
        {
            return TypedResults.NotFound();
        }
    }
}

using Homeward.Domain.Worklist;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Features.Worklist;

/// <summary><c>/worklist</c>: what is due, the longest overdue first.</summary>
static class WorklistApi
{
    public static void MapWorklistApi(this RouteGroupBuilder api) =>
        api.MapGet("/worklist", ListAsync).Access(Permission.ReadWorklist, "worklist").WithSummary("What is due in scope; state toDo, overdue, due or coming; responsibleId narrows to a worker, noticeDue=true to the screens whose reminder has come and for which no notice was served.");

    static async Task<Ok<ApiList<ApiObligation>>> ListAsync(
        WorklistReader reader, string? state, string? kind, Guid? unit, Guid? responsibleId, bool? noticeDue, string? after, int? limit, CancellationToken ct)
    {
        var filter = new WorklistFilter { State = ApiRequests.Choice<WorklistState>(state, "state") ?? WorklistState.ToDo, Kind = ApiRequests.Choice<ObligationKind>(kind, "kind"), UnitId = unit, ResponsibleId = responsibleId, NoticeDue = noticeDue ?? false };
        if (after is not null && WorklistPlace.Read(after) is null)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
        }
        var most = ApiRequests.Limit(limit);
        var rows = await reader.ListAsync(filter, WorklistPlace.Read(after), most + 1, ct);
        return TypedResults.Ok(new ApiList<ApiObligation>([.. rows.Take(most).Select(ApiObligation.Of)], rows.Count > most ? rows[most - 1].Place.ToString() : null));
    }
}

/// <summary>A line of the worklist as the API shows one; of a screen the reminder of its notice that has come, in days from the close of the window, and the day on which a notice was served for it.</summary>
public sealed record ApiObligation(
    Guid Id, ObligationKind Kind, ApiReference Person, string IdentityNumber, ApiReference Unit, Guid? ResponsibleId, string? Responsible, DateOnly Opens, DateOnly Closes, int DaysOverdue, bool Provisional, string Rule, int? NoticeReminder, DateOnly? NoticeServedOn, int Version)
{
    public static ApiObligation Of(WorklistRow row) => new(
        row.Id, row.Kind, new ApiReference(row.ClientId, row.Name), Masks.Number(row.Number), new ApiReference(row.UnitId, row.Unit), row.ResponsibleId, row.Responsible,
        row.Opens, row.Closes, Math.Max(row.DaysOverdue, 0), row.IsProvisional, row.Rule, row.NoticeReminder, row.NoticeServedOn, row.Version);
}

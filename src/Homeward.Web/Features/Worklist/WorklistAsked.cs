using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Worklist;

/// <summary>Reads the worklist's filter from the address: a worker sees their own unless they ask for all, a leader everybody.</summary>
public sealed class WorklistAsked(BrowserQuery query, Actor actor, NameIndex names, Db db)
{
    const int FoundMost = 200;

    public bool Leads => actor.Grants.Any(grant => grant.Role is Role.PointLeader or Role.StationHead or Role.HeadOffice) || actor.StaffId is null;

    public async Task<WorklistFilter> FilterAsync(CancellationToken ct)
    {
        var text = query.Sought;
        return new WorklistFilter
        {
            State = query.Choice<WorklistState>("state") ?? WorklistState.ToDo,
            Kind = query.Choice<ObligationKind>("kind"),
            UnitId = query.Id("unit"),
            ResponsibleId = query.Id("worker") ?? (Leads || query.OneOf("whose", ["everyone"], "") == "everyone" ? null : actor.StaffId),
            Unassigned = query.OneOf("unassigned", ["1"], "") == "1",
            NoticeDue = query.OneOf("notice", ["due"], "") == "due",
            On = query.Day("on"),
            Clients = text is null ? null : await names.FindAsync(db, text, FoundMost, ct),
        };
    }
}

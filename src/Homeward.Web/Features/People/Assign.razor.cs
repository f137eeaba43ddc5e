using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Hands over one client or a caseload: first what goes along, then the deed.</summary>
public sealed partial class Assign
{
    const int MostWorkers = 1000;

    /// <summary>One client that is handed over and how many open obligations go along.</summary>
    sealed record Row(ClientBrief Brief, string? Worker, int Open);

    IReadOnlyList<Row> rows = [];
    IReadOnlyList<Option> workers = [], reasons = [];

    [SupplyParameterFromForm] AssignInput? Input { get; set; }
    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] BrowserSaid Said { get; set; } = default!;
    [Inject] NavigationManager Navigation { get; set; } = default!;
    [Inject] UnitTree Units { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientBriefs Briefs { get; set; } = default!;
    [Inject] AssignClients Operation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new AssignInput();
        var ct = Http.RequestAborted;
        Guid[] chosen = [.. Http.Request.Query["client"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(AssignClients.Most)];
        var from = Query.Id("worker");
        var clients = await Db.Clients.AsNoTracking().Where(client => chosen.Contains(client.Id) || (from != null && client.ResponsibleId == from)).OrderBy(client => client.Id).Take(AssignClients.Most)
            .Select(client => new { Client = client, Worker = Db.Staff.Where(staff => staff.Id == client.ResponsibleId).Select(staff => staff.Name).FirstOrDefault() }).ToListAsync(ct);
        var open = await Operation.PreviewAsync([.. clients.Select(found => found.Client.Id)], ct);
        var scope = Db.Scope.Units;
        var today = Clock.Today;
        var staff = await Db.Staff.AsNoTracking().Where(person => scope.Contains(person.UnitId) && (person.LeftOn == null || person.LeftOn >= today) && person.Id != from)
            .OrderBy(person => person.Name).Take(MostWorkers).Select(person => new { person.Id, person.Name, person.UnitId }).ToListAsync(ct);
        workers = [.. staff.Select(person => new Option(person.Id.ToString(), person.Name, Units.NameOf(person.UnitId)))];
        reasons = [.. CodeList.Of("assignmentReason").Where(entry => entry.Code is not ("opened" or "roster")).Select(entry => new Option(entry.Code, Words.Code("assignmentReason", entry.Code)))];
        rows = [.. clients.Select(found => new Row(Briefs.Of(found.Client), found.Worker, open.GetValueOrDefault(found.Client.Id)))];
    }

    async Task SaveAsync(Guid submission)
    {
        await Operation.RunAsync([.. rows.Select(row => row.Brief.Client.Id)], Input!.StaffId!.Value, CodeList.Has("assignmentReason", Input.Reason) ? Input.Reason : null, Http.RequestAborted);
        Said.Say("people.assigned");
        Navigation.NavigateTo(rows.Count == 1 ? $"/people/{rows[0].Brief.Client.Id}" : $"/people?worker={Input.StaffId}");
    }
}

/// <summary>What the hand-over form takes.</summary>
public sealed class AssignInput
{
    [Display(Name = "people.assign-to"), Required]
    public Guid? StaffId { get; set; }

    [Display(Name = "ui.reason"), Required, StringLength(40)]
    public string? Reason { get; set; }
}

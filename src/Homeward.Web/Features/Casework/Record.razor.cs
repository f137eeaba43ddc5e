using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Domain.Casework;
using Homeward.Domain.Worklist;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>Records an interview, a visit, a call: once for all the purposes it serves.</summary>
public sealed partial class Record
{
    ClientBrief? brief;
    IReadOnlyList<Obligation> open = [];
    IReadOnlyList<Option> modes = [], purposes = [], services = [], events = [], workers = [];
    bool failed;

    [SupplyParameterFromForm] ContactInput? Input { get; set; }
    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] BrowserSaid Said { get; set; } = default!;
    [Inject] NavigationManager Navigation { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Actor Actor { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientBriefs Briefs { get; set; } = default!;
    [Inject] ScreenDefaults Defaults { get; set; } = default!;
    [Inject] RecordContact Operation { get; set; } = default!;

    string Back => Query.Raw("returnUrl") is { } url ? LocalAddress.Of(url) : $"/people/{brief?.Client.Id}";

    IReadOnlyList<(string Text, string Href)> Crumbs => brief is null ? [] : [(Words["people.title"], "/people"), (brief.Name, $"/people/{brief.Client.Id}")];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var mode = Query.Choice<ContactMode>("mode") ?? ContactMode.Interview;
        var client = Query.Id("client");
        Input ??= new ContactInput { Mode = mode, On = Clock.Today, Purposes = [.. ContactPurposes.UsualFor(mode)], StaffId = Actor.StaffId };
        if (client is not { } id)
        {
            return;
        }
        var found = await Briefs.RequireAsync(id, ct);
        var colleagues = await Defaults.ColleaguesAsync(found.Client, ct);
        var today = Clock.Today;
        open = await Db.Obligations.AsNoTracking()
            .Where(duty => duty.ClientId == id && (duty.Kind == ObligationKind.Interview || duty.Kind == ObligationKind.HomeVisit) && duty.SettledOn == null && duty.Opens <= today && duty.Closes >= today)
            .OrderBy(duty => duty.Closes).Take(4).ToListAsync(ct);
        modes = Option.Of<ContactMode>(choice => Words.Code("contactMode", choice.ToString()));
        purposes = [.. CodeList.Of("contactPurpose").Select(entry => new Option(entry.Code, Words.Code("contactPurpose", entry.Code)))];
        events = [.. CodeList.Of("lifeEvent").Select(entry => new Option(entry.Code, Words.Code("lifeEvent", entry.Code)))];
        services = [.. CodeList.Of("service").Select(entry => new Option(entry.Code, Words.Code("service", entry.Code)))];
        workers = [.. colleagues.Select(colleague => new Option(colleague.Id.ToString(), colleague.Name))];
        brief = found;
    }

    async Task SaveAsync(Guid submission)
    {
        await Operation.RunAsync(submission, brief!.Client.Id, Input!.ToRecord(), new ContactText(Input.Content, Input.Observations, Input.NextStep), Http.RequestAborted);
        Said.Say("casework.saved");
        Navigation.NavigateTo(Back);
    }
}

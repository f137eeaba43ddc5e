using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>One measure: its papers, what happened to it, and the forms to record what happens next.</summary>
public sealed partial class MeasurePage
{
    ClientBrief? brief;
    Measure measure = default!;
    MeasureVerb? verb;
    IReadOnlyList<Option> reasons = [];

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm] MeasureActInput? Input { get; set; }
    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] BrowserSaid Said { get; set; } = default!;
    [Inject] NavigationManager Navigation { get; set; } = default!;
    [Inject] UnitTree Units { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientBriefs Briefs { get; set; } = default!;
    [Inject] SaveMeasure Operation { get; set; } = default!;

    /// <summary>What can happen next, the likeliest first.</summary>
    IEnumerable<MeasureVerb> Possible
    {
        get
        {
            var suspended = measure.Acts.Any(act => act.Kind == MeasureActKind.Suspended && act.To is null);
            var away = measure.Acts.Any(act => act.Kind == MeasureActKind.Leave && act.ReturnedOn is null);
            (MeasureVerb Verb, bool May)[] all =
            [
                (MeasureVerb.Serve, measure.ServedOn is null), (MeasureVerb.Report, measure.ReportedOn is null), (MeasureVerb.Sign, measure is { ReportedOn: not null, AgreementSignedOn: null }),
                (MeasureVerb.Leave, measure.ReportedOn is not null), (MeasureVerb.Return, away), (MeasureVerb.Suspend, !suspended), (MeasureVerb.Resume, suspended), (MeasureVerb.Release, true), (MeasureVerb.Terminate, true),
            ];
            return all.Where(candidate => candidate.May).Select(candidate => candidate.Verb);
        }
    }

    IEnumerable<(string Word, string? Value)> Facts =>
    [
        ("supervision.order-number", measure.OrderNumber), ("supervision.issued-by", measure.IssuedBy), ("supervision.ordered-on", $"{measure.OrderedOn}"), ("supervision.served-on", $"{measure.ServedOn}"),
        ("supervision.reported-on", $"{measure.ReportedOn}"), ("supervision.signed-on", $"{measure.AgreementSignedOn}"), ("supervision.term-years", $"{measure.TermYears}"),
        ("supervision.place", Units.NameOf(measure.PlaceOfExecutionId)), ("supervision.ended-on", $"{measure.EndedOn}"),
    ];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        measure = await Db.Measures.AsNoTracking().Include(found => found.Acts).RequireAsync(Id, ct);
        verb = Query.Choice<MeasureVerb>("do");
        verb = verb is { } asked && Possible.Contains(asked) ? asked : null;
        Input ??= new MeasureActInput { On = Clock.Today, Version = measure.Version };
        reasons = [.. CodeList.Of("actReason").Where(entry => entry.Code != "roster").Select(entry => new Option(entry.Code, Words.Code("actReason", entry.Code)))];
        brief = await Briefs.RequireAsync(measure.ClientId, ct);
    }

    async Task SaveAsync(Guid submission)
    {
        var reason = CodeList.Has("actReason", Input!.Reason) ? Input.Reason : null;
        await Operation.ActAsync(Id, Input.Version, verb!.Value, new MeasureVerbInput { On = Input.On!.Value, To = Input.To, ReportedInWriting = Input.ReportedInWriting, Reason = reason }, Http.RequestAborted);
        Said.Say("supervision.act-saved");
        Navigation.NavigateTo($"/people/{brief!.Client.Id}?tab=measures");
    }
}

using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>Records a screen in under a minute on a phone: what is usual is filled in, the result is one tap.</summary>
public sealed partial class Record
{
    ClientBrief? brief;
    Measure? measure;
    Obligation? window;
    IReadOnlyList<Colleague> colleagues = [];
    IReadOnlyList<Option> outcomes = [], results = [], kinds = [], specimens = [], analytes = [], sexes = [], evasions = [];
    bool failed;

    [SupplyParameterFromForm] ScreenInput? Input { get; set; }
    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] BrowserSaid Said { get; set; } = default!;
    [Inject] NavigationManager Navigation { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientBriefs Briefs { get; set; } = default!;
    [Inject] ScreenDefaults Defaults { get; set; } = default!;
    [Inject] PlanObligations Plan { get; set; } = default!;
    [Inject] ScreenReader Reader { get; set; } = default!;
    [Inject] RecordScreen Operation { get; set; } = default!;

    string Back => Query.Raw("returnUrl") is { } url ? LocalAddress.Of(url) : $"/people/{brief?.Client.Id}";

    bool woman => brief?.Client.Sex == Sex.Female;

    IReadOnlyList<(string Text, string Href)> Crumbs => brief is null ? [] : [(Words["people.title"], "/people"), (brief.Name, $"/people/{brief.Client.Id}")];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var client = Query.Id("client");
        Offer();
        if (client is not { } id)
        {
            Input ??= new ScreenInput();
            return;
        }
        var found = await Briefs.RequireAsync(id, ct);
        colleagues = await Defaults.ColleaguesAsync(found.Client, ct);
        Input ??= await Defaults.ForAsync(found.Client, colleagues, ct);
        var today = Clock.Today;
        window = await Db.Obligations.AsNoTracking().Where(obligation => obligation.ClientId == id && obligation.Kind == ObligationKind.Screen && obligation.SettledOn == null && obligation.Opens <= today && obligation.Closes >= today)
            .OrderBy(obligation => obligation.Closes).FirstOrDefaultAsync(ct);
        measure = await Db.Measures.AsNoTracking().Where(found => found.ClientId == id && found.EndedOn == null).OrderBy(found => found.Kind).FirstOrDefaultAsync(ct);
        brief = found;
    }

    async Task SaveAsync(Guid submission)
    {
        RulesBrokenException.ThrowIfAny(Input!.WhyNot());
        var photo = await PhotoInk.ReadAsync(Input.Photo, Http.RequestAborted);
        var (screen, mayBeAway) = await Operation.RunAsync(submission, brief!.Client.Id, Input.ToRecord(Clock), Input.Texts, photo, Http.RequestAborted);
        Said.Say(mayBeAway && await Reader.LeaveAsync(screen, Http.RequestAborted) is not null ? "screening.saved-on-leave" : "screening.saved");
        Navigation.NavigateTo(Back);
    }

    /// <summary>How long the A and B samples of a positive are kept (rules R2.5).</summary>
    DateOnly KeepUntil(DateOnly on) => Screen.SamplesKeptUntil(on, Plan.PackOf(brief!.Client, measure).Number(PolicyKeys.SampleRetentionMonths));

    void Offer()
    {
        // What a second step confirms is not offered here (rules R2.9, R2.19).
        outcomes = [.. Option.Of<ScreenOutcome>(outcome => outcome == ScreenOutcome.EvadedUnconfirmed ? Words["screening.evaded-option"] : Words.Code("screenOutcome", outcome.ToString())).Where(option => option.Value != nameof(ScreenOutcome.EvadedConfirmed))];
        results = [new(nameof(ScreenResult.Negative), Words["screening.all-negative"]), .. Option.Of<ScreenResult>(result => Words.Code("screenResult", result.ToString())).Skip(1).Where(option => option.Value != nameof(ScreenResult.PositiveConfirmed))];
        evasions = Option.Of<EvasionReason>(reason => Words.Code("evasionReason", reason.ToString()));
        kinds = Option.Of<ScreenKind>(kind => Words.Code("screenKind", kind.ToString()));
        specimens = Option.Of<Specimen>(specimen => Words.Code("specimen", specimen.ToString()));
        sexes = Option.Of<Sex>(sex => Words.Code("sex", sex.ToString()));
        analytes = [.. CodeList.Of("analyte").Select(entry => new Option(entry.Code, Words.Code("analyte", entry.Code)))];
    }
}

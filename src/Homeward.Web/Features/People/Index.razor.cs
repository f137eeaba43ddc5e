using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>The clients in scope: found by name, pinyin, number or phone; filtered, sorted, a page at a time.</summary>
public sealed partial class Index
{
    const string Nobody = "none";
    const int MostWorkers = 1000;

    ClientListFilter filter = new();
    ClientListPage listed = new([], null, null);
    IReadOnlyList<Option> unitOptions = [], workerOptions = [], measureOptions = [], riskOptions = [];

    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] Actor Actor { get; set; } = default!;
    [Inject] UnitTree Units { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientList Clients { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var isNobody = Query.Raw("worker") == Nobody;
        filter = new ClientListFilter
        {
            Text = Query.Sought,
            UnitId = Query.Id("unit"),
            WorkerId = isNobody ? null : Query.Id("worker"),
            Unassigned = isNobody,
            Measure = Query.Choice<MeasureKind>("measure"),
            Risk = Query.Choice<RiskLevel>("risk"),
            Sort = Query.Sort(["name", "changed"], "-changed"),
            After = Query.Text("after"),
        };
        listed = await Clients.ReadAsync(filter, ct);
        await OfferAsync(ct);
    }

    async Task OfferAsync(CancellationToken ct)
    {
        var near = UnitOptions.Near(Units, Db.Scope, filter.UnitId);
        var chosen = filter.WorkerId;
        var staff = await Db.Staff.AsNoTracking().Where(person => (near.Contains(person.UnitId) && person.LeftOn == null) || person.Id == chosen)
            .OrderBy(person => person.Name).Take(MostWorkers).Select(person => new { person.Id, person.Name }).ToListAsync(ct);
        workerOptions = [new Option(Nobody, Words["people.nobody"]), .. staff.Select(person => new Option(person.Id.ToString(), person.Name))];
        unitOptions = UnitOptions.ToFilter(Units, Db.Scope, Words, filter.UnitId);
        measureOptions = Option.Of<MeasureKind>(kind => Words.Code("measure", kind.ToString()));
        riskOptions = Option.Of<RiskLevel>(risk => Words.Code("risk", risk.ToString()));
    }
}

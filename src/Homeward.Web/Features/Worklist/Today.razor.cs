using Homeward.Data;
using Homeward.Domain.Worklist;
using Homeward.Web.Components;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The page that opens in the morning: what is overdue, due, coming, waiting and changed; for leaders by worker and unit.</summary>
public sealed partial class Today
{
    const int PageSize = 50;

    WorklistCounts counts = new(0, 0, 0);
    IReadOnlyList<WorklistRow> rows = [];
    IReadOnlyList<KeptView> views = [];
    IReadOnlyList<WorklistShare> shares = [];
    IReadOnlyDictionary<Guid, string> staffNames = new Dictionary<Guid, string>();
    IReadOnlyList<MonthCalendar.Item> monthItems = [];
    IReadOnlyList<Option> states = [], kinds = [], workers = [], unitOptions = [], whoseOptions = [];
    WorklistFilter filter = new();
    DateOnly today, monthShown;
    SortOrder sort;
    string? next;
    string whose = "";
    int waiting, changed, gaps, announced, arriving;
    bool leads, month;

    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] Actor Actor { get; set; } = default!;
    [Inject] UnitTree Units { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] WorklistAsked Asked { get; set; } = default!;
    [Inject] WorklistReader Reader { get; set; } = default!;
    [Inject] Lateness Lateness { get; set; } = default!;
    [Inject] NoticeCalls NoticeCalls { get; set; } = default!;
    [Inject] WorklistCountsOfRequest Counted { get; set; } = default!;
    [Inject] KeptViews Kept { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;

    /// <summary>The same people and places on the pages beside this one.</summary>
    string WhoseQuery => new QueryBuilder(new[] { ("worker", Query.Id("worker")), ("unit", filter.UnitId) }.Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, $"{pair.Item2}"))
        .Concat(Query.Raw("whose") is { } of ? [KeyValuePair.Create("whose", of)] : [])).ToQueryString().ToUriComponent();

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        today = Clock.Today;
        leads = Asked.Leads;
        month = Query.OneOf("view", ["month"], "") == "month";
        monthShown = Query.Month("month", today);
        sort = Query.Sort(["closes"], "closes");
        var after = WorklistPlace.Read(Query.Text("after"));
        filter = await Asked.FilterAsync(ct);
        counts = await Counted.ReadAsync(filter with { State = WorklistState.ToDo }, ct);
        (waiting, changed, announced, arriving) = await Counted.OthersAsync(filter, ct);
        gaps = await Counted.GapsAsync(filter, ct);
        if (leads)
        {
            shares = await Reader.SharesAsync(filter, ct);
        }
        await NameStaffAsync(ct);
        if (month)
        {
            await ReadMonthAsync(ct);
        }
        else
        {
            rows = await Reader.ListAsync(filter, after, PageSize + 1, ct, sort.Descending);
            next = rows.Count > PageSize ? rows[PageSize - 1].Place.ToString() : null;
            rows = rows.Count > PageSize ? [.. rows.Take(PageSize)] : rows;
        }
        views = await Kept.ListAsync("worklist", ct);
        Offer();
    }

    /// <summary>Staff that are offered as filter, and those whose shares are shown.</summary>
    async Task NameStaffAsync(CancellationToken ct)
    {
        if (leads)
        {
            var near = UnitOptions.Near(Units, Db.Scope, filter.UnitId);
            Guid[] named = [.. WorklistShares.MostLaden(shares), .. filter.ResponsibleId is { } chosen ? [chosen] : Array.Empty<Guid>()];
            var staff = await Db.Staff.AsNoTracking().Where(person => (near.Contains(person.UnitId) && person.LeftOn == null) || named.Contains(person.Id))
                .OrderBy(person => person.Name).Take(1000).Select(person => new { person.Id, person.Name }).ToListAsync(ct);
            staffNames = staff.ToDictionary(person => person.Id, person => person.Name);
        }
        whose = filter.ResponsibleId is { } id ? (id == Actor.StaffId ? Actor.DisplayName : staffNames.GetValueOrDefault(id, ""))
            : filter.UnitId is { } unit ? Units.NameOf(unit)
            : string.Join(Words["ui.list-comma"], Actor.Grants.Where(grant => grant.Role.Allows(Permission.ReadWorklist)).Select(grant => Units.NameOf(grant.UnitId)).Distinct());
    }

    async Task ReadMonthAsync(CancellationToken ct)
    {
        var last = monthShown.AddMonths(1).AddDays(-1);
        var late = Lateness.On(today);
        var days = await Db.Matching(filter with { State = WorklistState.ToDo }, Units, Lateness, NoticeCalls, last)
            .Where(obligation => obligation.Closes >= monthShown && obligation.Closes <= last)
            .GroupBy(obligation => new { obligation.Closes, obligation.Kind })
            .Select(group => new { group.Key.Closes, group.Key.Kind, Count = group.Count(), Late = group.AsQueryable().Count(late) }).ToListAsync(ct);
        monthItems = [.. days.OrderBy(day => day.Closes).ThenBy(day => day.Kind).Select(day => new MonthCalendar.Item(
            day.Closes, $"{Words.Code("obligation", day.Kind.ToString())} {day.Count}",
            Query.Url(("view", null), ("on", $"{day.Closes:yyyy-MM-dd}"), ("kind", day.Kind)), day.Late > 0 ? Tone.Bad : Tone.Info))];
    }

    void Offer()
    {
        states = [new Option(nameof(WorklistState.Overdue), Words["worklist.overdue"]), new Option(nameof(WorklistState.Due), Words["worklist.due"]), new Option(nameof(WorklistState.Coming), Words["worklist.coming"])];
        kinds = [.. Enum.GetNames<ObligationKind>().Select(kind => new Option(kind, Words.Code("obligation", kind)))];
        workers = [.. staffNames.OrderBy(person => person.Value, StringComparer.Ordinal).Select(person => new Option(person.Key.ToString(), person.Value))];
        unitOptions = UnitOptions.ToFilter(Units, Db.Scope, Words, filter.UnitId);
        whoseOptions = [new Option("everyone", Words["worklist.everyone"])];
    }
}

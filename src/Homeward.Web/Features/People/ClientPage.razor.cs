using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Web.Components;
using Homeward.Web.Features.Casework;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>A client's file on one page; opening it leaves an audit row.</summary>
public sealed partial class ClientPage
{
    static readonly string[] TabKeys = ["timeline", "screens", "contacts", "measures", "file"];
    const int MostPersons = 50;

    ClientFile? file;
    IReadOnlyList<Tabs.Tab> tabs = [];
    IReadOnlyList<Timeline.Entry> entries = [];
    IReadOnlyList<ContactLine> contacts = [];
    IReadOnlyList<ContactPerson> persons = [];
    string tab = TabKeys[0];
    string? next;

    [Parameter, EditorRequired] public Guid Id { get; set; }

    /// <summary>The value that a reveal answered, shown this once.</summary>
    [Parameter] public RevealedField? Revealed { get; set; }
    [Parameter] public string? Value { get; set; }

    [CascadingParameter] HttpContext Http { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;
    [Inject] BrowserQuery Query { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [Inject] Actor Actor { get; set; } = default!;
    [Inject] Db Db { get; set; } = default!;
    [Inject] ClientFileReader Files { get; set; } = default!;
    [Inject] Looks Looks { get; set; } = default!;
    [Inject] ContactReader Contacts { get; set; } = default!;
    [Inject] ClientTimeline Lines { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        tab = Query.OneOf("tab", TabKeys, TabKeys[0]);
        var after = TimelinePlace.Read(Query.Text("after"));
        var read = await Files.ReadAsync(Id, ct);
        await ReadTabAsync(read, after, ct);
        if (Revealed is null)
        {
            await Looks.TellAsync(Db, "client.read", nameof(Client), Id);
        }
        tabs = [.. TabKeys.Select(key => new Tabs.Tab(key, Words[$"people.tab-{key}"], key switch { "screens" => read.Screens.Count, "measures" => read.Measures.Count, _ => null }))];
        file = read;
    }

    async Task ReadTabAsync(ClientFile read, TimelinePlace? after, CancellationToken ct)
    {
        switch (tab)
        {
            case "timeline":
                var (lines, behind) = await Lines.PageAsync(read, after, ClientStory.PageSize, ct);
                (entries, next) = ([.. lines.Select(line => line.Entry)], behind);
                break;
            case "contacts":
                contacts = await Contacts.OfClientAsync(Id, after, ClientStory.PageSize + 1, ct);
                next = contacts.Count > ClientStory.PageSize ? new TimelinePlace(contacts[ClientStory.PageSize - 1].Contact.On, contacts[ClientStory.PageSize - 1].Contact.Id).ToString() : null;
                contacts = [.. contacts.Take(ClientStory.PageSize)];
                break;
            case "file":
                persons = await Db.ContactPersons.AsNoTracking().Where(person => person.ClientId == Id).OrderBy(person => person.EndedOn != null).ThenBy(person => person.Id).Take(MostPersons).ToListAsync(ct);
                break;
        }
    }
}

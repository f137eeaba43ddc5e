using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Data.Sealing;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Campaigns;

namespace Homeward.Web.Commands.Demo;

/// <summary>Two key dates of the first station: one that was closed with its report, one that runs. The work of the demo world fills them by itself.</summary>
sealed class DemoCampaigns(DemoOrder order, WordStock stock, Keyring keys, Unit station, Guid headId)
{
    const int ClosedDaysAgo = 40;
    const int ClosedLength = 11;
    const int RunsSince = 6;
    const int RunsFor = 10;

    static readonly string[] places = ["home", "home", "home", "home", "elsewhere", "hospital"];
    static readonly string[] reliefs = ["none", "none", "visited", "visited", "money", "referred"];

    readonly Dice dice = Dice.For(order.Seed, "campaigns");
    readonly List<ClientFile> files = [];

    /// <summary>Those of the first station who have an open measure, or had one on a key date.</summary>
    public void Look(IEnumerable<ClientFile> batch, IReadOnlySet<Guid> points) =>
        files.AddRange(batch.Where(file => points.Contains(file.Client.UnitId) && IsOn(file, order.AsOf.AddDays(-ClosedDaysAgo))));

    static bool IsOn(ClientFile file, DateOnly day) => !(EndOf(file) < day);

    /// <summary>The day on which the last measure ended; null where one is open.</summary>
    static DateOnly? EndOf(ClientFile file) => file.Measures.Any(measure => measure.IsOpen) ? null : file.Measures.Max(measure => measure.EndedOn);

    public async Task WriteAsync(Db db, CancellationToken ct)
    {
        if (files.Count == 0)
        {
            return;
        }
        foreach (var (campaign, entries) in Tell())
        {
            await db.InsertAsync([campaign], audited: false, ct);
            await db.InsertAsync(entries, audited: false, ct);
        }
    }

    /// <summary>Drawn as a whole before anything is written: the ids are this thread's.</summary>
    List<(Campaign Campaign, List<CampaignEntry> Entries)> Tell()
    {
        using var ids = Ids.DrawFrom(() => dice.Id(order.AsOf));
        var (closedFrom, runsFrom) = (order.AsOf.AddDays(-ClosedDaysAgo), order.AsOf.AddDays(-RunsSince));
        return
        [
            Told(new CampaignOrder(stock.Cases.CampaignNames["nationalDay"], "nationalDay", closedFrom, closedFrom.AddDays(ClosedLength - 1)) { Items = Enum.GetValues<CampaignItem>() }, 0.9, true),
            Told(new CampaignOrder(stock.Cases.CampaignNames["event"], "event", runsFrom, runsFrom.AddDays(RunsFor - 1)) { Items = [CampaignItem.Contacted, CampaignItem.Visited, CampaignItem.Whereabouts] }, 0.4, false),
        ];
    }

    (Campaign, List<CampaignEntry>) Told(CampaignOrder asked, double diligence, bool isClosed)
    {
        var listed = files.Where(file => IsOn(file, asked.From)).ToList();
        var campaign = new Campaign(station.Id, asked, listed.Count, Entry(asked.From));
        var entries = listed.Select((file, place) => Told(campaign, new CampaignEntry(campaign, place + 1, file.Client.Id, file.Client.UnitId, asked.From), EndOf(file), diligence)).ToList();
        if (isClosed)
        {
            Close(campaign, listed, entries);
        }
        return (campaign, entries);
    }

    /// <summary>What was found by hand; who has no measure any more leaves the list on the day of its end.</summary>
    CampaignEntry Told(Campaign campaign, CampaignEntry entry, DateOnly? ended, double diligence)
    {
        var last = campaign.To < order.AsOf ? campaign.To : order.AsOf;
        var latest = ended < last ? ended.Value : last;
        if (dice.Chance(diligence))
        {
            var on = campaign.From.AddDays(dice.Between(0, latest.DayNumber - campaign.From.DayNumber));
            entry.Mark(campaign, new CampaignMark(on) { Whereabouts = dice.Of(places), Relief = campaign.Asks(CampaignItem.Relief) ? dice.Of(reliefs) : null }, Entry(on));
        }
        if (ended <= last)
        {
            entry.Leave(ended.Value);
        }
        return entry;
    }

    void Close(Campaign campaign, List<ClientFile> listed, List<CampaignEntry> entries)
    {
        var (contacts, visits, screens) = (CampaignRecords.Contacts(campaign.From, campaign.To).Compile(), CampaignRecords.Visits(campaign.From, campaign.To).Compile(), CampaignRecords.Screens(campaign.From, campaign.To).Compile());
        foreach (var (file, entry) in listed.Zip(entries))
        {
            entry.Freeze(Last(file.Contacts.Where(contacts)), Last(file.Contacts.Where(visits)), file.Screens.Where(screens).Max(screen => (DateOnly?)screen.On));
        }
        campaign.BeginClosing();
        var report = Report(campaign, entries);
        var note = keys.Seal(stock.Cases.CampaignNote, SealedColumn.CampaignClosingNote, campaign.Id);
        campaign.Close(CloseCampaign.Written(report), report.OpenPersons, note, Entry(campaign.To.AddDays(1)) with { RecordId = campaign.Id });
    }

    static CampaignReport Report(Campaign campaign, List<CampaignEntry> entries)
    {
        var asked = campaign.Asked.ToList();
        var gone = entries.Where(entry => entry.LeftOn is not null).ToLookup(entry => entry.UnitId);
        var open = entries.Where(entry => entry.LeftOn is null).Select(entry => (Entry: entry, Missing: asked.Where(item => On(entry, item) is null).ToList())).ToList();
        var shares = open.GroupBy(line => line.Entry.UnitId).Select(group => new CampaignShare(
            group.Key, group.Count(), group.Count(line => line.Missing.Count == 0), Count(group, CampaignItem.Contacted), Count(group, CampaignItem.Visited), Count(group, CampaignItem.Screened),
            Count(group, CampaignItem.Whereabouts), Count(group, CampaignItem.Relief), gone[group.Key].Count())).ToList();
        var left = open.Where(line => line.Missing.Count > 0).ToList();
        return new CampaignReport(campaign.To.AddDays(1), asked, shares, 0, left.Count,
            [.. left.Take(CampaignReport.MostNamed).Select(line => new CampaignOpenLine(line.Entry.Number, line.Entry.ClientId, line.Entry.UnitId, line.Missing))]);
    }

    static int Count(IEnumerable<(CampaignEntry Entry, List<CampaignItem> Missing)> lines, CampaignItem item) => lines.Count(line => On(line.Entry, item) is not null);

    static DateOnly? On(CampaignEntry entry, CampaignItem item) => item switch
    {
        CampaignItem.Contacted => entry.ContactedOn,
        CampaignItem.Visited => entry.VisitedOn,
        CampaignItem.Screened => entry.ScreenedOn,
        CampaignItem.Whereabouts => entry.WhereaboutsOn,
        _ => entry.ReliefOn,
    };

    static DateOnly? Last(IEnumerable<Contact> contacts) => contacts.Max(contact => (DateOnly?)contact.On);

    /// <summary>History: the days of the closed one are over when the world is told.</summary>
    EntryNote Entry(DateOnly on) => new(Ids.New(), headId, Instants.At(on, 9 * 60), on, IsHistory: true);
}

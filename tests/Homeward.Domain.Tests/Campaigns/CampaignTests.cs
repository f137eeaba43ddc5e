using Homeward.Domain.Campaigns;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.Tests.Supervision;

namespace Homeward.Domain.Tests.Campaigns;

/// <summary>A key date from opening to its report.</summary>
public class CampaignTests
{
    static readonly DateOnly today = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-20", "2026-11-30", 1, "Contacted", null)]
    [InlineData("2026-11-23", "2026-11-23", 1, "Contacted", null)]
    [InlineData("2026-11-24", "2026-11-23", 1, "Contacted", "campaigns.days-cross")]
    [InlineData("2026-11-10", "2026-11-22", 1, "Contacted", "campaigns.already-over")]
    [InlineData("2026-11-23", "2027-03-02", 1, "Contacted", null)]
    [InlineData("2026-11-23", "2027-03-03", 1, "Contacted", "campaigns.too-long")]
    [InlineData("2026-11-20", "2026-11-30", 0, "Contacted", "campaigns.nobody")]
    [InlineData("2026-11-20", "2026-11-30", 1, "", "campaigns.nothing-asked")]
    public void It_is_opened_for_days_that_are_not_over_for_somebody_and_for_something(string from, string to, int persons, string items, string? code)
    {
        var order = new CampaignOrder("冬季排查", "other", Histories.Day(from), Histories.Day(to)) { Items = items.Length == 0 ? [] : [Enum.Parse<CampaignItem>(items)] };

        Assert.Equal(code, Campaign.WhyNotOpen(order, persons, Entry(today)).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("2026-11-29", 0, false, "campaigns.not-over")]
    [InlineData("2026-11-30", 0, false, null)]
    [InlineData("2026-11-30", 2, false, "campaigns.open-without-reason")]
    [InlineData("2026-12-05", 2, true, null)]
    public void It_is_closed_from_its_last_day_on_and_what_is_open_is_explained(string day, int open, bool hasNote, string? code) =>
        Assert.Equal(code, Opened().WhyNotClose(open, hasNote, Histories.Day(day)).SingleOrDefault()?.Code);

    [Fact]
    public void Once_it_is_closed_nothing_of_it_changes()
    {
        var campaign = Opened();
        var entry = EntryOf(campaign);
        campaign.BeginClosing();
        campaign.Close("{}", 0, null, Entry(new DateOnly(2026, 11, 30)));

        Assert.Equal("campaigns.closed", Assert.Single(entry.WhyNotMark(campaign, new CampaignMark(new DateOnly(2026, 11, 25)) { Whereabouts = "home" }, new DateOnly(2026, 12, 1))).Code);
        Assert.Throws<RulesBrokenException>(() => campaign.Refresh(1, today));
        Assert.Equal(CampaignReport.HashOf("{}"), campaign.ReportHash);
        Assert.NotEqual(CampaignReport.HashOf("{ }"), campaign.ReportHash);
    }

    [Theory]
    [InlineData("2026-11-19", "home", null, "campaigns.outside-days")]
    [InlineData("2026-11-20", "home", null, null)]
    [InlineData("2026-11-24", "home", null, "campaigns.outside-days")]
    [InlineData("2026-11-22", null, "money", "campaigns.not-asked")]
    [InlineData("2026-11-22", null, null, "campaigns.nothing-marked")]
    public void A_mark_lies_in_the_days_and_says_what_is_asked(string on, string? whereabouts, string? relief, string? code)
    {
        var campaign = Opened();

        Assert.Equal(code, EntryOf(campaign).WhyNotMark(campaign, new CampaignMark(Histories.Day(on)) { Whereabouts = whereabouts, Relief = relief }, today).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Who_left_the_list_is_marked_no_more_and_may_come_back()
    {
        var campaign = Opened();
        var entry = EntryOf(campaign);
        var mark = new CampaignMark(today) { Whereabouts = "home" };
        entry.Leave(today);

        Assert.Equal("campaigns.has-left", Assert.Single(entry.WhyNotMark(campaign, mark, today)).Code);
        entry.Rejoin();
        entry.Mark(campaign, mark, Entry(today));

        Assert.Equal(("home", today), (entry.Whereabouts, entry.WhereaboutsOn!.Value));
    }

    [Theory]
    [InlineData(ContactMode.Phone, "2026-11-19", false, false)]
    [InlineData(ContactMode.Phone, "2026-11-20", true, false)]
    [InlineData(ContactMode.HomeVisit, "2026-11-30", true, true)]
    [InlineData(ContactMode.HomeVisit, "2026-12-01", false, false)]
    public void A_contact_of_the_days_fills_the_list_and_a_visit_at_home_is_both(ContactMode mode, string on, bool contacted, bool visited)
    {
        var contact = new Contact(Cases.Somebody(), new ContactRecord { On = Histories.Day(on), Mode = mode, Content = new Sealed([1]) }, Entry(new DateOnly(2026, 12, 31)));
        var campaign = Opened();

        Assert.Equal(contacted, CampaignRecords.Contacts(campaign.From, campaign.To).Compile()(contact));
        Assert.Equal(visited, CampaignRecords.Visits(campaign.From, campaign.To).Compile()(contact));
        contact.Annul(new Sealed([1]), today);
        Assert.False(CampaignRecords.Contacts(campaign.From, campaign.To).Compile()(contact));
    }

    static Campaign Opened() => new(Guid.CreateVersion7(), new CampaignOrder("冬季排查", "other", new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30)) { Items = [CampaignItem.Contacted, CampaignItem.Whereabouts] }, 3, Entry(today));

    static CampaignEntry EntryOf(Campaign campaign) => new(campaign, 1, Guid.CreateVersion7(), campaign.UnitId, today);

    static EntryNote Entry(DateOnly on) => new(Guid.CreateVersion7(), null, on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), on);
}

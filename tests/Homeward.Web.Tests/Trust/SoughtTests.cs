using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>Who is sought stands in no address: not in the history, not in a proxy's log, not in a kept view.</summary>
public abstract partial class SoughtTests(Home home)
{
    const string Name = "慕容寻";

    [Theory]
    [InlineData("/people")]
    [InlineData("/")]
    [InlineData("/staff")]
    public async Task An_address_after_a_search_holds_no_name_and_can_be_kept(string page)
    {
        await home.NewClientAsync("leader", "pointA", Name);
        var browser = await home.SignedInAsync("leader");

        var address = await browser.SeekAsync(page, Name, new() { ["unit"] = home.World.Units["pointA"].Id.ToString() });

        Assert.StartsWith(page, address, StringComparison.Ordinal);
        Assert.Contains("unit=" + home.World.Units["pointA"].Id, address, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, Uri.UnescapeDataString(address), StringComparison.Ordinal);
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        Assert.Contains($"value=\"{Name}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Links().Matches(html), link => Uri.UnescapeDataString(link.Value).Contains(Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_after_the_first_keeps_what_is_sought()
    {
        foreach (var place in Enumerable.Range(0, 27))
        {
            await home.NewClientAsync("neighbour", "pointB", $"欧阳页{place}");
        }
        var browser = await home.SignedInAsync("neighbour");
        var first = await browser.GetStringAsync(await browser.SeekAsync("/people", "欧阳页"));

        var next = WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value);
        var second = await browser.GetStringAsync(next);

        Assert.Matches(@"[?&]s=", next);
        Assert.Equal(27, Found().Matches(WebUtility.HtmlDecode(first + second)).Select(match => match.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%00")]
    [InlineData("AQEBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_address_that_was_made_up_is_a_list_with_a_notice(string made)
    {
        var browser = await home.SignedInAsync("leader");

        Assert.Contains("role=\"status\"", await browser.GetStringAsync("/people?s=" + made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_means_nothing_to_another_account()
    {
        await home.NewClientAsync("leader", "pointA", Name);
        var address = await (await home.SignedInAsync("leader")).SeekAsync("/people", Name);

        var html = WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync(address));

        Assert.DoesNotContain($"value=\"{Name}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_view_holds_neither_its_name_nor_the_one_sought_in_clear()
    {
        var browser = await home.SignedInAsync("leader");
        var address = await browser.SeekAsync("/", Name);

        await browser.SendFormAsync(address, "/views", new() { ["name"] = Name + "的事" }, "/views");

        var view = await home.WithDbAsync(db => db.SavedViews.AsNoTracking().SingleAsync(kept => kept.AccountId == home.World.Accounts["leader"].Id));
        Assert.DoesNotContain(Name, Uri.UnescapeDataString(view.Query) + Encoding.UTF8.GetString(view.Name.ToStored()), StringComparison.Ordinal);
        Assert.Contains(Name + "的事", WebUtility.HtmlDecode(await browser.GetStringAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_staff_is_paged_by_id_not_by_name()
    {
        await home.WithDbAsync(async db =>
        {
            foreach (var place in Enumerable.Range(0, 60))
            {
                db.Staff.Add(new Domain.Organisation.Staff($"分页{place:00}", home.World.Units["pointB"].Id, new Domain.Organisation.StaffDetails()));
            }
            return await db.SaveChangesAsync();
        });
        var browser = await home.SignedInAsync("head");
        var first = await browser.GetStringAsync("/staff");

        var next = WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value);
        var second = await browser.GetStringAsync(next);

        Assert.Matches(@"after=[0-9a-f-]{36}$", next);
        Assert.Equal(60, PagedStaff().Matches(WebUtility.HtmlDecode(first + second)).Select(match => match.Value).Distinct().Count());
    }

    [GeneratedRegex("(?:href|action)=\"[^\"]*\"")]
    private static partial Regex Links();

    [GeneratedRegex("href=\"([^\"]*)\" rel=\"next\"")]
    private static partial Regex Next();

    [GeneratedRegex("欧阳页\\d+")]
    private static partial Regex Found();

    [GeneratedRegex("分页\\d\\d")]
    private static partial Regex PagedStaff();
}

public sealed class SoughtOnSqlite(SqliteHome home) : SoughtTests(home), IClassFixture<SqliteHome>;

public sealed class SoughtOnPostgres(PostgresHome home) : SoughtTests(home), IClassFixture<PostgresHome>;

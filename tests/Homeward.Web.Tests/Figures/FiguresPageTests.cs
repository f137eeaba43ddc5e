using System.Net;
using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Figures;

/// <summary>The page of figures: drawn for the eye, told in a table, each number opens what it counts.</summary>
public abstract partial class FiguresPageTests(Home home)
{
    [Fact]
    public async Task A_number_opens_exactly_its_list_also_for_whoever_otherwise_sees_only_their_own_work()
    {
        await LateAsync("图表甲", "CDT");
        var browser = await home.SignedInAsync("worker");

        var link = OfUnit().Match(await PageAsync(browser, "/figures?tab=overdue-by-unit"));
        var everybody = Overdue().Match(await PageAsync(browser, link.Groups["href"].Value)).Groups[1].Value;
        var own = Overdue().Match(await PageAsync(browser, link.Groups["href"].Value.Replace("whose=everyone&", "", StringComparison.Ordinal))).Groups[1].Value;

        Assert.Equal(link.Groups["count"].Value, everybody);
        Assert.NotEqual(everybody, own);
    }

    [Fact]
    public async Task The_overview_shows_what_is_overdue_and_what_is_in_force_and_opens_both()
    {
        await LateAsync("图表乙", "CRH");
        var page = await PageAsync(await home.SignedInAsync("leader"), "/figures");

        Assert.Contains("class=\"kpi tone-bad\" href=\"/?state=Overdue&whose=everyone\"", page, StringComparison.Ordinal);
        Assert.Matches(@"<svg class=""bar""[\s\S]*<rect [^>]*width=""[\d.]+%""", page);
        Assert.Matches(@"<svg class=""ring""[\s\S]*<circle class=""series-1""", page);
        Assert.Matches(@"社区康复</th>\s*<td class=""num""><a href=""/people\?measure=Crh"">\d+</a>", page);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_number_is_not_drawn_and_opens_nothing()
    {
        await LateAsync("图表丙", "VOL");
        var page = await PageAsync(await home.SignedInAsync("police"), "/figures?tab=clients-by-measure");

        Assert.Matches(@"自愿戒毒</th>\s*<td><span class=""bar-line"">\s*<span class=""bar-closed sub"">不足 5，不公开</span>\s*</span></td>", page);
        Assert.DoesNotContain("class=\"ring\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/people?measure=", page, StringComparison.Ordinal);
    }

    async Task LateAsync(string name, string kind) => await home.NewMeasureAsync("leader", await home.NewClientAsync("leader", "pointA", name), kind);

    static async Task<string> PageAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address));

    [GeneratedRegex(@"href=""(?<href>/\?state=Overdue&whose=everyone&unit=[^""]+)"">(?<count>\d+)</a>")]
    private static partial Regex OfUnit();

    [GeneratedRegex(@"class=""kpi tone-bad""[\s\S]*?<b>(\d+)</b>")]
    private static partial Regex Overdue();
}

public sealed class FiguresPageOnSqlite(SqliteHome home) : FiguresPageTests(home), IClassFixture<SqliteHome>;

public sealed class FiguresPageOnPostgres(PostgresHome home) : FiguresPageTests(home), IClassFixture<PostgresHome>;

using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Fences;

/// <summary>The numbers of our own rules are for programs: a reader is told the article of law or the practice, in titles too.</summary>
public sealed partial class RuleNumbersTests(SqliteHome home) : IClassFixture<SqliteHome>
{
    [Fact]
    public async Task No_page_about_a_client_names_a_rule_by_our_own_number()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-10");
        var browser = await home.SignedInAsync("worker");
        var named = new List<string>();
        foreach (var page in (string[])["/", $"/people/{client}", $"/people/{client}?tab=measures", $"/people/{client}/dossier", $"/measures/{measure}", $"/measures/{measure}?do=Warn"])
        {
            var html = await browser.GetStringAsync(page);
            named.AddRange(RuleNumber().Matches(html).Select(found => $"{page}: {found.Value}"));
        }

        Assert.Empty(named);
        Assert.Contains("title=\"《戒毒条例》", System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}/dossier")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bR\d\.\d+\b")]
    private static partial Regex RuleNumber();
}

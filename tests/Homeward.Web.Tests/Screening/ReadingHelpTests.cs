using System.Net;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Screening;

/// <summary>Whoever reads a result sees what its specimen can show, by the policy in force (R2.21, R2.22, R2.24–R2.26).</summary>
public abstract class ReadingHelpTests(Home home)
{
    [Theory]
    [InlineData("urine", new[] { "阳性判定值（ng/mL）", "<dt>吗啡</dt><dd class=\"num\">300</dd>", "<dt>甲基苯丙胺</dt><dd class=\"num\">1000</dd>", "<dt>四氢大麻酚</dt><dd class=\"num\">50</dd>", "此前 1 至 7 天内的使用" }, new[] { "毛发查不出", "6-MAM" })]
    [InlineData("saliva", new[] { "此前 1 至 3 天内的使用" }, new[] { "阳性判定值" })]
    [InlineData("hair", new[] { "阳性判定值（ng/mg）", "<dt>O6-单乙酰吗啡</dt><dd class=\"num\">0.2</dd>", "<dt>苯甲酰爱康宁</dt><dd class=\"num\">0.05</dd>", "距发根 3 厘米以内的头发呈阳性，说明采样前 6 个月内使用过", "毛发查不出最近约 14 天内的使用" }, new[] { "ng/mL" })]
    [InlineData("blood", new[] { "阳性判定值（ng/mL）", "<dt>氯胺酮</dt><dd class=\"num\">20</dd>", "驾驶人员体内毒品检测的国家标准" }, new[] { "此前" })]
    public async Task The_page_of_a_screen_tells_the_cut_offs_and_days_of_its_specimen(string specimen, string[] told, string[] untold)
    {
        var page = await PageAsync(new { specimen, result = "negative" });

        Assert.All(told, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(untold, text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
        Assert.Contains("以试剂说明书和检测机构的结论为准", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_was_not_held_has_no_result_to_read() =>
        Assert.DoesNotContain("怎样看结果", await PageAsync(new { specimen = "urine", outcome = "refused" }), StringComparison.Ordinal);

    async Task<string> PageAsync(object what)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var body = new Dictionary<string, object?>
        {
            ["personId"] = client, ["on"] = "2026-11-18", ["firstTester"] = "林晓雯", ["secondTester"] = "周建平", ["collector"] = "王警官", ["collectorSex"] = "male",
        };
        foreach (var property in what.GetType().GetProperties())
        {
            body[property.Name] = property.GetValue(what);
        }
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/{(await answer.JsonAsync()).GetProperty("id").GetGuid()}"));
    }
}

public sealed class ReadingHelpOnSqlite(SqliteHome home) : ReadingHelpTests(home), IClassFixture<SqliteHome>;

public sealed class ReadingHelpOnPostgres(PostgresHome home) : ReadingHelpTests(home), IClassFixture<PostgresHome>;

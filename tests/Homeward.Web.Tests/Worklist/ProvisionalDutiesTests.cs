using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Supervision;

namespace Homeward.Web.Tests.Worklist;

/// <summary>What is due beyond the announced holidays is marked as provisional and nowhere counted as overdue or late (R1.49): worklist, counts, register, figures, files.</summary>
public abstract partial class ProvisionalDutiesTests(Home home)
{
    const string Mark = "节假日安排未公布，日期为暂定";

    [Fact]
    public async Task A_report_that_is_due_on_a_provisional_day_is_overdue_nowhere_and_an_earlier_one_everywhere()
    {
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2026-12-22T02:00:00Z", CultureInfo.InvariantCulture));
        var (later, unknown) = await ServedAsync("暂定人", "2026-12-20");
        var (sooner, known) = await ServedAsync("逾期人", "2026-12-10");
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2027-01-20T02:00:00Z", CultureInfo.InvariantCulture));
        var leader = await home.SignedInAsync("leader");

        Assert.Equal([sooner], await WorklistAsync("overdue", "report"));
        Assert.Equal([later], await WorklistAsync("due", "report"));
        var row = (await (await home.Api("worker").GetAsync("/api/v1/worklist?state=due&kind=report")).JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("2027-01-04", 0, true), (row.GetProperty("closes").GetString(), row.GetProperty("daysOverdue").GetInt32(), row.GetProperty("provisional").GetBoolean()));

        var today = await PageAsync(leader, "/?kind=Report");
        Assert.Equal(["1", "1"], [.. Tiles().Matches(today).Take(2).Select(tile => tile.Groups[1].Value)]);
        Assert.Contains("逾期人", await PageAsync(leader, "/?kind=Report&state=Overdue"), StringComparison.Ordinal);
        Assert.DoesNotContain("暂定人", await PageAsync(leader, "/?kind=Report&state=Overdue"), StringComparison.Ordinal);
        Assert.Contains(Mark, await PageAsync(leader, "/?kind=Report&state=Due"), StringComparison.Ordinal);
        Assert.Contains("暂定期限已过，不计逾期", await PageAsync(leader, "/?kind=Report&state=Due"), StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, await PageAsync(leader, "/?kind=Report&state=Overdue"), StringComparison.Ordinal);

        var register = await PageAsync(leader, "/measures?flag=Overdue");
        Assert.Contains($"/measures/{known}", register, StringComparison.Ordinal);
        Assert.DoesNotContain($"/measures/{unknown}", register, StringComparison.Ordinal);
        Assert.Equal("1", Regex.Match(register, @"flag=Overdue""[^<]*<b class=""num"">(\d+)").Groups[1].Value);

        // What else is late by now (the worker's other duties are none of these two) is the same in the figure and in the list.
        var figure = (await (await home.Api("office").GetAsync("/api/v1/figures/overdue-by-unit")).JsonAsync()).GetProperty("total");
        Assert.Equal((await WorklistAsync("overdue", null)).Length, figure.GetInt32());
        Assert.Contains(Mark, await PageAsync(leader, $"/people/{later}"), StringComparison.Ordinal);
        Assert.DoesNotContain("duty-overdue", Duty(await PageAsync(leader, $"/people/{later}")), StringComparison.Ordinal);
        Assert.Contains("duty-overdue", Duty(await PageAsync(leader, $"/people/{sooner}")), StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> ServedAsync(string name, string on)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-12-08", servedOn = on });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    async Task<Guid[]> WorklistAsync(string state, string? kind) =>
        [.. (await (await home.Api("leader").GetAsync($"/api/v1/worklist?state={state}&kind={kind}&limit=200".Replace("&kind=&", "&", StringComparison.Ordinal))).JsonAsync())
            .GetProperty("items").EnumerateArray().Select(row => row.GetProperty("person").GetProperty("id").GetGuid())];

    static async Task<string> PageAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address));

    /// <summary>The first of a client's duties, which is the report.</summary>
    static string Duty(string page) => Regex.Match(page, @"<ul class=""duties"">\s*<li[\s\S]*?</li>").Value;

    [GeneratedRegex(@"class=""kpi[^""]*""[\s\S]*?<b>(\d+)</b>")]
    private static partial Regex Tiles();
}

public sealed class ProvisionalDutiesOnSqlite(RollingSqliteHome home) : ProvisionalDutiesTests(home), IClassFixture<RollingSqliteHome>;

public sealed class ProvisionalDutiesOnPostgres(RollingPostgresHome home) : ProvisionalDutiesTests(home), IClassFixture<RollingPostgresHome>;

using System.Net;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>Short ways to make and look at papers as a worker does.</summary>
static class PaperCalls
{
    /// <summary>A client under community detox.</summary>
    public static async Task<Guid> PaperClientAsync(this Home home, string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        await home.NewMeasureAsync("worker", client);
        return client;
    }

    /// <summary>What stands on the paper.</summary>
    public static async Task<string> PrintedAsync(HttpClient browser, Guid paper)
    {
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync($"/papers/{paper}/print"));
        return html[html.IndexOf("<article", StringComparison.Ordinal)..html.IndexOf("</article>", StringComparison.Ordinal)];
    }

    /// <summary>Fills in the form of a kind and sends it.</summary>
    public static async Task<Paper> MakePaperAsync(this Home home, HttpClient browser, Guid client, PaperKind kind, Dictionary<string, string?> values, Guid? measure = null)
    {
        var filled = new Dictionary<string, string?> { ["Input.Day"] = "2026-11-30", ["Input.Place"] = "社工点", ["Input.Facts"] = "情况", ["Input.Plan"] = "计划", ["Input.Opinion"] = "意见" };
        foreach (var (field, value) in values)
        {
            filled[field] = value;
        }
        var answer = await browser.SendFormAsync($"/people/{client}/papers/new?kind={kind}{(measure is { } named ? $"&measure={named}" : "")}", "paper", filled);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{kind}: {answer.StatusCode}");
        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
        return await home.WithDbAsync(db => db.Papers.AsNoTracking().SingleAsync(paper => paper.Id == id));
    }

    /// <summary>A client under community detox, reported and signed.</summary>
    public static async Task<(Guid Client, Guid Measure)> RunningAsync(this Home home, string reportedOn = "2026-05-10")
    {
        var client = await home.NewClientAsync("worker", "pointA", "措施人");
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: reportedOn));
    }

    /// <summary>A client whose limit to report is over.</summary>
    public static async Task<(Guid Client, Guid Measure)> OverdueAsync(this Home home, string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    /// <summary>Records an act on a measure through the API.</summary>
    public static async Task ActAsync(this Home home, string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Web.Commands.Explain;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Days drawn by a committed seed: hidden while they lie ahead, open to everybody afterwards.</summary>
public abstract partial class CallUpTests(Home home)
{
    [Fact]
    public async Task While_the_term_runs_only_the_commitment_is_shown()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var commitment = await CommitmentAsync(measure);

        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}");

        Assert.Contains(commitment, page, StringComparison.Ordinal);
        Assert.Single(Hexadecimal().Matches(page));
    }

    [Fact]
    public async Task An_early_end_does_not_open_the_seed_because_the_measure_may_be_reopened()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedOn, Home.Today)));

        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=measures");

        Assert.Empty(Hexadecimal().Matches(page));
    }

    [Fact]
    public async Task After_the_term_the_seed_is_open_and_the_shell_draws_the_same_days()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client, reportedOn: "2023-05-10");
        var commitment = await CommitmentAsync(measure);

        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=measures");
        var seed = Hexadecimal().Matches(page).Select(match => match.Value).Distinct().Single(text => text != commitment);
        var rows = WindowRow().Matches(page);
        var windows = rows.Select(row => new { year = int.Parse(row.Groups[1].Value, null), index = int.Parse(row.Groups[2].Value, null), opens = row.Groups[3].Value, closes = row.Groups[4].Value }).Distinct().ToList();
        var drawn = rows.Select(row => row.Groups[5].Value).Take(windows.Count);
        var answer = Explain(new { commitment, seed, windows });

        Assert.Equal(22, windows.Count);
        Assert.True(answer.GetProperty("commitmentHolds").GetBoolean());
        Assert.Equal(drawn, answer.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("on").GetString()));
    }

    [Fact]
    public async Task The_client_adds_a_number_once_at_the_signing()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var opened = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-11-01", servedOn = "2026-11-02", reportedOn = "2026-11-10" });
        var measure = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        var browser = await home.SignedInAsync("worker");

        var refused = await browser.SendFormAsync($"/measures/{measure}?do=Sign", "act", new() { ["Input.On"] = "2026-11-11", ["Input.ClientWord"] = "lucky" });
        var taken = await browser.SendFormAsync($"/measures/{measure}?do=Sign", "act", new() { ["Input.On"] = "2026-11-11", ["Input.ClientWord"] = "8866" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (refused.StatusCode, taken.StatusCode));
        Assert.Equal("8866", await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.CallUps!.ClientWord).SingleAsync()));
    }

    [Theory]
    [InlineData("""{ "commitment": "00", "seed": "00", "windows": [] }""", "commitment must be 64 hexadecimal digits")]
    [InlineData("""{ "windows": [] }""", "commitment is missing")]
    public void A_bad_file_is_refused_with_the_reason(string file, string reason)
    {
        using var error = new StringWriter();

        var code = ExplainCallUps.Run("-", new StringReader(file), TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
    }

    static JsonElement Explain(object file)
    {
        using var output = new StringWriter();
        Assert.Equal(0, ExplainCallUps.Run("-", new StringReader(JsonSerializer.Serialize(file)), output, TextWriter.Null));
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    Task<string> CommitmentAsync(Guid measure) => home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.CallUps!.Commitment).SingleAsync());

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"<code>y(\d+)w(\d+)</code></th><td class=""num"">([\d-]+) – ([\d-]+)</td><td class=""num"">([\d-]+)</td>")]
    private static partial Regex WindowRow();
}

public sealed class CallUpOnSqlite(SqliteHome home) : CallUpTests(home), IClassFixture<SqliteHome>;

public sealed class CallUpOnPostgres(PostgresHome home) : CallUpTests(home), IClassFixture<PostgresHome>;

using System.Globalization;
using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Supervision;

/// <summary>What a release from a centre makes due in working days is provisional beyond the announced holidays, and neither late nor overdue (R1.47, R1.49).</summary>
public abstract class ProvisionalReleasesTests(Home home)
{
    [Fact]
    public async Task A_release_whose_last_day_to_announce_is_provisional_is_not_late_and_its_papers_are_not_overdue()
    {
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2026-12-28T02:00:00Z", CultureInfo.InvariantCulture));
        var (client, _) = await home.NewIsolatedAsync();
        var (provisional, late) = (await home.NewReleaseAsync("pointA", "隔离人", "2027-01-05"), await home.NewReleaseAsync("pointA", "迟报人", "2026-12-30"));
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2027-01-05T02:00:00Z", CultureInfo.InvariantCulture));
        await StepAsync(provisional, "accept", new { on = "2027-01-05" });
        await StepAsync(provisional, "link", new { personId = client });
        await StepAsync(provisional, "receive", new { on = "2027-01-05", at = "09:30", collectMode = "alone", receivedBy = "林晓雯", handedOverBy = "王管教", documentNumber = "解1号" });
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2027-01-12T02:00:00Z", CultureInfo.InvariantCulture));

        var (one, other) = (await ReleaseAsync(provisional), await ReleaseAsync(late));
        Assert.Equal(("2026-12-27", false, true), (one.GetProperty("announceBy").GetString(), one.GetProperty("late").GetBoolean(), one.GetProperty("provisional").GetBoolean()));
        Assert.Equal((true, false), (other.GetProperty("late").GetBoolean(), other.GetProperty("provisional").GetBoolean()));
        var worker = await home.SignedInAsync("worker");
        var lateOnes = await PageAsync(worker, "/releases?late=yes&on=2027-01-05") + await PageAsync(worker, "/releases?late=yes&on=2026-12-30");
        Assert.DoesNotContain($"/releases/{provisional}", lateOnes, StringComparison.Ordinal);
        Assert.Contains($"/releases/{late}", lateOnes, StringComparison.Ordinal);
        Assert.DoesNotContain("通报迟于规定（", await PageAsync(worker, $"/releases/{provisional}"), StringComparison.Ordinal);
        Assert.Contains("通报迟于规定（", await PageAsync(worker, $"/releases/{late}"), StringComparison.Ordinal);
        Assert.Contains("期限为暂定", await PageAsync(worker, $"/releases/{provisional}"), StringComparison.Ordinal);

        // The papers were due on 2027-01-08, three working days after the release.
        Assert.Empty(await WorklistAsync("overdue", "releasePapers"));
        Assert.Equal([client], await WorklistAsync("due", "releasePapers"));
    }

    async Task StepAsync(Guid release, string verb, object body)
    {
        var answer = await home.Api("worker").PostAsync($"/releases/{release}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<JsonElement> ReleaseAsync(Guid release) => await (await home.Api("worker").GetAsync($"/api/v1/releases/{release}")).JsonAsync();

    async Task<Guid[]> WorklistAsync(string state, string? kind) =>
        [.. (await (await home.Api("leader").GetAsync($"/api/v1/worklist?state={state}&kind={kind}&limit=200".Replace("&kind=&", "&", StringComparison.Ordinal))).JsonAsync())
            .GetProperty("items").EnumerateArray().Select(row => row.GetProperty("person").GetProperty("id").GetGuid())];

    static async Task<string> PageAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address));
}

public sealed class ProvisionalReleasesOnSqlite(SqliteHome home) : ProvisionalReleasesTests(home), IClassFixture<SqliteHome>;

public sealed class ProvisionalReleasesOnPostgres(PostgresHome home) : ProvisionalReleasesTests(home), IClassFixture<PostgresHome>;

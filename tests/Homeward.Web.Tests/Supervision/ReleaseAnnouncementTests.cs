using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>What a centre says of a release: a day that an isolation can reach, and of each person once, also without a number.</summary>
public abstract class ReleaseAnnouncementTests(Home home)
{
    [Theory]
    [InlineData("2199-01-01", false)]
    [InlineData("2029-11-24", false)]
    [InlineData("2029-11-23", true)]
    public async Task A_release_is_announced_for_a_day_that_an_isolation_can_reach(string on, bool isTaken)
    {
        var answer = await AnnounceAsync($"远日人{on}", on);

        Assert.Equal(isTaken ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        if (!isTaken)
        {
            var rule = (await answer.JsonAsync()).GetProperty("rules")[0];
            Assert.Equal(("release.day-too-far", "expectedOn"), (rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
            Assert.Contains("2029-11-23", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_reaches_no_further_either()
    {
        var release = await home.NewReleaseAsync("pointA", "改日人");

        var answer = await home.Api("liaison").PostAsync($"/releases/{release}/change", new { expectedOn = "2199-01-01" });

        Assert.Contains("release.day-too-far", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_without_a_number_is_announced_again_only_when_somebody_has_compared()
    {
        await AnnounceAsync("同名人", "2026-12-04");

        var again = await AnnounceAsync(" 同名人 ", "2026-12-10");
        var numbered = await AnnounceAsync("同名人", "2026-12-10", ApiCalls.NewNumber());
        var compared = await AnnounceAsync("同名人", "2026-12-10", isCompared: true);

        Assert.All([again, numbered], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        var rule = (await again.JsonAsync()).GetProperty("rules")[0];
        Assert.Equal(("release.same-name", "notTheSame"), (rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
        Assert.Contains("2026-12-04", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, compared.StatusCode);
    }

    [Fact]
    public async Task Two_numbers_tell_two_of_one_name_apart_and_another_centre_asks_nothing()
    {
        await AnnounceAsync("两个人", "2026-12-04", ApiCalls.NewNumber());

        Assert.Equal(HttpStatusCode.Created, (await AnnounceAsync("两个人", "2026-12-04", ApiCalls.NewNumber())).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await AnnounceAsync("两个人", "2026-12-04", user: "otherLiaison")).StatusCode);
    }

    [Fact]
    public async Task The_form_of_the_centre_asks_and_takes_the_tick()
    {
        await AnnounceAsync("表单人", "2026-12-04");
        var browser = await home.SignedInAsync("liaison");
        Dictionary<string, string?> fields = new() { ["Input.Name"] = "表单人", ["Input.ExpectedOn"] = "2026-12-11", ["Input.PlaceId"] = home.World.Units["streetB"].Id.ToString() };

        var asked = await browser.SendFormAsync("/releases/new", "announce", new(fields));
        var ticked = await browser.SendFormAsync("/releases/new", "announce", new(fields) { ["Input.NotTheSame"] = "true" });

        Assert.Contains("本所已于 2026-11-23 通报过同名人员", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        Assert.Equal(1, await home.WithDbAsync(db => db.CentreReleases.CountAsync(found => found.ExpectedOn == new DateOnly(2026, 12, 11))));
    }

    Task<HttpResponseMessage> AnnounceAsync(string name, string expectedOn, string? identityNumber = null, bool isCompared = false, string user = "liaison") => home.Api(user).PostAsync("/releases", new
    {
        centreId = home.World.Units[user == "liaison" ? "centre" : "otherCentre"].Id, name, identityNumber, placeId = home.World.Units["streetA"].Id, expectedOn, notTheSame = isCompared,
    });
}

public sealed class ReleaseAnnouncementOnSqlite(SqliteHome home) : ReleaseAnnouncementTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseAnnouncementOnPostgres(PostgresHome home) : ReleaseAnnouncementTests(home), IClassFixture<PostgresHome>;

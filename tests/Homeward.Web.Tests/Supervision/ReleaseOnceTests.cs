using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>A person comes out of a centre once: the release is announced once, tied to the file once and received once, also by two at the same instant.</summary>
public abstract class ReleaseOnceTests(Home home)
{
    const int Rounds = 4;

    [Fact]
    public async Task Who_waits_for_release_is_not_announced_again_and_the_centre_is_told_its_own_days()
    {
        var number = ApiCalls.NewNumber();
        var first = await home.NewReleaseAsync("pointA", identityNumber: number);

        var rule = (await (await AnnounceAsync("liaison", number, "2026-12-10", "streetB")).JsonAsync()).GetProperty("rules")[0];

        Assert.Equal(("release.announced-already", "identityNumber"), (rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
        Assert.Contains("2026-12-04", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        await home.Api("liaison").PostAsync($"/releases/{first}/withdraw", new { reason = "延长" });
        Assert.Equal(HttpStatusCode.Created, (await AnnounceAsync("liaison", number, "2026-12-10", "streetB")).StatusCode);
    }

    [Fact]
    public async Task Another_centre_learns_that_there_is_an_announcement_and_nothing_of_it()
    {
        var number = ApiCalls.NewNumber();
        await home.NewReleaseAsync("pointA", identityNumber: number);

        var answer = await AnnounceAsync("otherLiaison", number, "2026-12-10", "streetB");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("release.announced-elsewhere", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-04", text, StringComparison.Ordinal);
        Assert.DoesNotContain(home.World.Units["centre"].Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_centre_keeps_what_was_typed_and_says_how_to_go_on()
    {
        var number = ApiCalls.NewNumber();
        await home.NewReleaseAsync("pointA", identityNumber: number);
        var browser = await home.SignedInAsync("liaison");

        var answer = await browser.SendFormAsync("/releases/new", "announce", new()
        {
            ["Input.Name"] = "再报人", ["Input.IdentityNumber"] = number, ["Input.ExpectedOn"] = "2026-12-11", ["Input.PlaceId"] = home.World.Units["streetB"].Id.ToString(),
        });

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("请变更原通报", page, StringComparison.Ordinal);
        Assert.Contains("value=\"再报人\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_announcements_at_one_instant_one_stands()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var number = ApiCalls.NewNumber();

            var answers = await Task.WhenAll(((string[])["liaison", "otherLiaison", "liaison"]).Select(user => AnnounceAsync(user, number, "2026-12-10", "streetA")));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        }
    }

    [Fact]
    public async Task A_file_is_tied_to_one_release_that_waits_also_by_two_at_one_instant()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA");
            var (first, second) = (await AcceptedAsync("liaison"), await AcceptedAsync("otherLiaison"));

            var answers = await Task.WhenAll(LinkAsync("worker", first, client), LinkAsync("leader", second, client));
            var tied = await home.WithDbAsync(db => db.CentreReleases.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
            var again = await LinkAsync("worker", tied == first ? second : first, client);

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal("release.linked-twice", (await again.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_person_is_received_once_also_where_two_releases_were_tied_to_the_file_before()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA");
            Guid[] releases = [await AcceptedAsync("liaison"), await AcceptedAsync("otherLiaison")];
            await home.WithDbAsync(db => db.CentreReleases.Where(found => releases.Contains(found.Id)).ExecuteUpdateAsync(set => set.SetProperty(found => found.ClientId, client)));

            var answers = await Task.WhenAll(ReceiveAsync("worker", releases[0]), ReceiveAsync("leader", releases[1]));
            var waiting = await home.WithDbAsync(db => db.CentreReleases.Where(found => found.ClientId == client && found.State == ReleaseState.Accepted).Select(found => found.Id).SingleAsync());
            var again = await ReceiveAsync("worker", waiting);

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal("release.received-already", (await again.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Sent_to_another_street_it_is_tied_to_the_file_there_and_makes_the_steps_due_anew()
    {
        var release = await AcceptedAsync("liaison");
        var former = await home.NewClientAsync("worker", "pointA", "衔接人");
        Assert.Equal(HttpStatusCode.OK, (await LinkAsync("worker", release, former)).StatusCode);
        await home.Api("liaison").PostAsync($"/releases/{release}/change", new { placeId = home.World.Units["streetB"].Id });
        var neighbour = home.Api("neighbour");
        await neighbour.PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        var client = await home.NewClientAsync("neighbour", "pointB", "衔接人");

        var linked = await LinkAsync("neighbour", release, client);

        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        Assert.Equal((0, 2), (await OpenAsync(release, former), await OpenAsync(release, client)));
    }

    Task<int> OpenAsync(Guid release, Guid client) =>
        home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.NaturalKey.Contains(release.ToString()) && due.SettledOn == null));

    Task<HttpResponseMessage> AnnounceAsync(string user, string number, string expectedOn, string street) => home.Api(user).PostAsync("/releases", new
    {
        centreId = home.World.Units[user == "liaison" ? "centre" : "otherCentre"].Id, name = "再报人", identityNumber = number, placeId = home.World.Units[street].Id, expectedOn,
    });

    async Task<Guid> AcceptedAsync(string user)
    {
        var release = await home.NewReleaseAsync("pointA", "衔接人", "2026-11-23", user: user);
        await home.Api("worker").PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        return release;
    }

    Task<HttpResponseMessage> LinkAsync(string user, Guid release, Guid client) => home.Api(user).PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });

    Task<HttpResponseMessage> ReceiveAsync(string user, Guid release) =>
        home.Api(user).PostAsync($"/releases/{release}/receive", new { on = "2026-11-23", receivedBy = "林晓雯", collectMode = "alone" });
}

public sealed class ReleaseOnceOnSqlite(SqliteHome home) : ReleaseOnceTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseOnceOnPostgres(PostgresHome home) : ReleaseOnceTests(home), IClassFixture<PostgresHome>;

using System.Net;
using Homeward.Domain.Organisation;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Organisation;

/// <summary>Units, staff and grants: what hangs on one of them is never lost.</summary>
public abstract class OrganisationPagesTests(Home home)
{
    [Theory]
    [InlineData("office", "organisation", "pointA")]
    [InlineData("system", "organisation", "pointC")]
    public async Task A_unit_is_opened_and_renamed(string user, string list, string unit)
    {
        var browser = await home.SignedInAsync(user);
        var id = home.World.Units[unit].Id;
        var name = home.World.Units[unit].Name;

        Assert.Contains($"value=\"{home.World.Units[unit].OrganisationParentId}\" selected", await browser.GetStringAsync($"/{list}/{id}"), StringComparison.Ordinal);
        var answer = await browser.SendFormAsync($"/{list}/{id}", "unit", await UnitFormAsync(id, name));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(name, await browser.GetStringAsync($"/{list}"), StringComparison.Ordinal);
        Assert.Equal(home.World.Units[unit].OrganisationParentId, (await FindAsync(id)).OrganisationParentId);
    }

    [Fact]
    public async Task A_point_moves_to_another_street_and_keeps_its_clients()
    {
        var client = await home.NewClientAsync("neighbour", "pointB", "随单位走");
        var browser = await home.SignedInAsync("office");
        var id = home.World.Units["pointB"].Id;
        var form = await UnitFormAsync(id, home.World.Units["pointB"].Name);
        form["Input.ParentId"] = home.World.Units["streetA"].Id.ToString();

        var answer = await browser.SendFormAsync($"/organisation/{id}", "unit", form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("neighbour")).GetAsync($"/people/{client}")).StatusCode);
        Assert.Equal(id, await home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.UnitId).SingleAsync()));
    }

    [Fact]
    public async Task A_unit_does_not_hang_under_itself()
    {
        var browser = await home.SignedInAsync("office");
        var id = home.World.Units["hongkou"].Id;
        var form = await UnitFormAsync(id, home.World.Units["hongkou"].Name);
        form["Input.ParentId"] = home.World.Units["streetA"].Id.ToString();

        Assert.Equal(HttpStatusCode.OK, (await browser.SendFormAsync($"/organisation/{id}", "unit", form)).StatusCode);
        Assert.NotEqual(home.World.Units["streetA"].Id, (await FindAsync(id)).ParentId);
    }

    [Fact]
    public async Task A_unit_says_how_many_workers_it_is_short_of_by_the_policy_of_the_place()
    {
        var office = await home.SignedInAsync("office");
        await office.SendFormAsync("/organisation/new", "unit", new()
        {
            ["Input.Code"] = "O1-HK-9", ["Input.Name"] = "新设社工点", ["Input.Level"] = "Point",
            ["Input.ParentId"] = home.World.Units["streetA"].Id.ToString(), ["Input.OrganisationParentId"] = home.World.Units["station"].Id.ToString(),
        });
        var point = await home.WithDbAsync(db => db.Units.Where(unit => unit.Code == "O1-HK-9").Select(unit => unit.Id).SingleAsync());
        var created = await home.Api("head").PostAsync("/people", new { name = "无人负责", unitId = point });

        var lines = (await office.GetStringAsync("/organisation")).Split("<tr>");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Contains("缺 1 人（人均不超过 50）", lines.Single(line => line.Contains("新设社工点</a>", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("人均不超过", lines.Single(line => line.Contains("欧阳路社工点</a>", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_still_holds_somebody_does_not_end()
    {
        await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("office");
        var id = home.World.Units["pointA"].Id;

        await browser.SendFormAsync($"/organisation/{id}", "end", []);

        Assert.Null((await FindAsync(id)).EndedOn);
    }

    [Fact]
    public async Task Whoever_has_a_caseload_does_not_leave_before_it_is_handed_over()
    {
        await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("head");
        var id = home.World.Staff["worker"].Id;

        var page = await browser.GetAsync($"/staff/{id}");
        await browser.SendFormAsync($"/staff/{id}", "leave", []);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Null(await home.WithDbAsync(db => db.Staff.Where(found => found.Id == id).Select(found => found.LeftOn).SingleAsync()));
    }

    [Fact]
    public async Task An_ended_grant_stays_as_history_and_bites_at_once()
    {
        var browser = await home.SignedInAsync("security");
        var account = home.World.Accounts["peer"].Id;
        var given = await browser.SendFormAsync("/grants", "grant", new()
        {
            ["Input.AccountId"] = account.ToString(), ["Input.Role"] = "Worker", ["Input.UnitId"] = home.World.Units["pointA"].Id.ToString(), ["Input.Purpose"] = "casework", ["Input.ValidFrom"] = "2026-11-01",
        });
        var peer = await home.SignedInAsync("peer");
        var before = (await peer.GetAsync("/people")).StatusCode;
        var grant = await home.WithDbAsync(db => db.Grants.Where(found => found.AccountId == account && found.Role == Role.Worker).SingleAsync());

        var fields = Front.HiddenOf(await browser.GetStringAsync("/grants?q=peer"), $"/grants/{grant.Id}/end");
        await browser.PostAsync($"/grants/{grant.Id}/end", new FormUrlEncodedContent(fields));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (given.StatusCode, before));
        Assert.Equal(HttpStatusCode.Forbidden, (await peer.GetAsync("/people")).StatusCode);
        Assert.Equal(Home.Today.AddDays(-1), await home.WithDbAsync(db => db.Grants.Where(found => found.Id == grant.Id).Select(found => found.ValidTo).SingleAsync()));
    }

    [Theory]
    [InlineData("security", "Worker")]
    [InlineData("auditor", "Worker")]
    public async Task Nobody_gets_a_case_role_beside_an_administrators(string account, string role)
    {
        var browser = await home.SignedInAsync("security");

        var answer = await browser.SendFormAsync("/grants", "grant", new()
        {
            ["Input.AccountId"] = home.World.Accounts[account].Id.ToString(), ["Input.Role"] = role, ["Input.UnitId"] = home.World.Units["pointA"].Id.ToString(), ["Input.Purpose"] = "casework", ["Input.ValidFrom"] = "2026-11-01",
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    Task<Unit> FindAsync(Guid id) => home.WithDbAsync(db => db.Units.AsNoTracking().SingleAsync(unit => unit.Id == id));

    async Task<Dictionary<string, string?>> UnitFormAsync(Guid id, string name)
    {
        var unit = await FindAsync(id);
        return new() { ["Input.Code"] = unit.Code, ["Input.Name"] = name, ["Input.Level"] = $"{unit.Level}", ["Input.ParentId"] = $"{unit.ParentId}", ["Input.OrganisationParentId"] = $"{unit.OrganisationParentId}" };
    }
}

public sealed class OrganisationPagesOnSqlite(SqliteHome home) : OrganisationPagesTests(home), IClassFixture<SqliteHome>;

public sealed class OrganisationPagesOnPostgres(PostgresHome home) : OrganisationPagesTests(home), IClassFixture<PostgresHome>;

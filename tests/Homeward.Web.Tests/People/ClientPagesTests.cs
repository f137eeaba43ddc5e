using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.People;

/// <summary>The pages of people, through the front door.</summary>
public abstract class ClientPagesTests(Home home)
{
    [Fact]
    public async Task Opening_a_file_leaves_an_audit_row_and_shows_masked_numbers()
    {
        var client = await home.NewClientAsync("worker", "pointA", "陈国栋");
        var number = await NumberAsync(client);

        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}");

        Assert.Contains("陈国栋", page, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page, StringComparison.Ordinal);
        Assert.Contains($"{number[..6]}********{number[^4..]}", page, StringComparison.Ordinal);
        Assert.Equal(1, await AuditAsync(client, "client.read"));
    }

    [Fact]
    public async Task A_reveal_is_logged_and_shows_the_value_once()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var number = await NumberAsync(client);
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync($"/people/{client}", "reveal", new() { ["Which"] = "IdentityNumber" }, $"/people/{client}/reveal");

        Assert.Contains(number, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await browser.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Equal(1, await AuditAsync(client, "client.reveal"));
        var again = await browser.GetAsync($"/people/{client}/reveal");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Theory]
    [InlineData("/people/{0}")]
    [InlineData("/people/{0}/edit")]
    [InlineData("/people/{0}/risk")]
    [InlineData("/people/{0}/persons")]
    [InlineData("/people/{0}/measures/new")]
    [InlineData("/screening/record?client={0}")]
    [InlineData("/contacts/record?client={0}")]
    public async Task A_foreign_file_answers_like_a_missing_one(string path)
    {
        var client = await home.NewClientAsync("worker", "pointA", "金丝雀");
        var stranger = await home.SignedInAsync("stranger");

        var foreign = await stranger.GetAsync(Path(path, client));
        var missing = await stranger.GetAsync(Path(path, Guid.CreateVersion7()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
        Assert.DoesNotContain("金丝雀", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_file_is_refused_until_somebody_has_searched()
    {
        var browser = await home.SignedInAsync("worker");
        var number = ApiCalls.NewNumber();
        var found = await browser.SendFormAsync("/people/new", "find", new() { ["Find.Name"] = "新来者", ["Find.IdentityNumber"] = number });
        var fields = Front.HiddenOf(await found.Content.ReadAsStringAsync(), "client");
        fields["Input.Name"] = "换了名字";
        fields["Input.IdentityNumber"] = number;
        fields["Input.UnitId"] = home.World.Units["pointA"].Id.ToString();

        var refused = await browser.PostAsync("/people/new", new FormUrlEncodedContent(fields));
        Assert.Contains("重新查重", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["Input.Name"] = "新来者";
        var opened = await browser.PostAsync("/people/new", new FormUrlEncodedContent(fields));
        var twice = await browser.PostAsync("/people/new", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal(opened.Headers.Location, twice.Headers.Location);
        Assert.Contains("新来者", await browser.GetStringAsync(opened.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_another_district_is_answered_with_the_unit_to_call()
    {
        var client = await home.NewClientAsync("stranger", "pointC", "金丝雀二");

        var found = await (await home.SignedInAsync("worker")).SendFormAsync("/people/new", "find", new() { ["Find.Name"] = "某某", ["Find.IdentityNumber"] = await NumberAsync(client) });
        var text = await found.Content.ReadAsStringAsync();

        Assert.Contains("定海路社工点", text, StringComparison.Ordinal);
        Assert.DoesNotContain("金丝雀二", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Searched", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_correct_one_file_and_the_second_is_told()
    {
        var client = await home.NewClientAsync("worker", "pointA", "双改");
        var first = await home.SignedInAsync("worker");
        var second = await home.SignedInAsync("leader");
        var seen = Front.HiddenOf(await second.GetStringAsync($"/people/{client}/edit"), "client");
        var saved = await first.SendFormAsync($"/people/{client}/edit", "client", new() { ["Input.Name"] = "双改甲" });
        seen["Input.Name"] = "双改乙";

        var late = await second.PostAsync($"/people/{client}/edit", new FormUrlEncodedContent(seen));
        var text = await late.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("已被他人修改", text, StringComparison.Ordinal);
        Assert.Contains("双改乙", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_takes_the_open_work_along()
    {
        var client = await home.NewClientAsync("worker", "pointA", "移交");
        await home.NewMeasureAsync("worker", client);
        var head = await home.SignedInAsync("head");
        var neighbour = home.World.Staff["neighbour"].Id;

        var answer = await head.SendFormAsync($"/people/assign?client={client}", "assign", new() { ["Input.StaffId"] = neighbour.ToString(), ["Input.Reason"] = "moved" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var open = await home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(duty => duty.ClientId == client && duty.SettledOn == null).ToListAsync());
        Assert.NotEmpty(open);
        Assert.All(open, duty => Assert.Equal((neighbour, home.World.Units["pointB"].Id), (duty.ResponsibleId, duty.UnitId)));
    }

    [Fact]
    public async Task A_list_is_found_by_initials_sorted_by_name_and_paged_to_its_end()
    {
        foreach (var name in (string[])["翟一", "翟二", "翟三"])
        {
            await home.NewClientAsync("worker", "pointA", name);
        }
        var browser = await home.SignedInAsync("worker");

        Assert.Contains("翟三", await browser.GetStringAsync(await browser.SeekAsync("/people", "zs")), StringComparison.Ordinal);
        Assert.Contains("翟二", await browser.GetStringAsync(await browser.SeekAsync("/people", "zhai", new() { ["sort"] = "name", ["worker"] = home.World.Staff["worker"].Id.ToString() })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people?after=abc&sort=zzz&unit=nowhere&risk=9")).StatusCode);
        var stranger = await home.SignedInAsync("stranger");
        Assert.DoesNotContain("翟", await stranger.GetStringAsync(await stranger.SeekAsync("/people", "zhai")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_is_excused_with_a_reason_from_the_list()
    {
        var client = await home.NewClientAsync("worker", "pointA", "免除");
        await home.NewMeasureAsync("worker", client);
        var duty = await home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(found => found.ClientId == client && found.SettledOn == null).OrderBy(found => found.Opens).FirstAsync());
        var browser = await home.SignedInAsync("worker");

        var without = await browser.SendFormAsync($"/obligations/{duty.Id}/excuse", "excuse", []);
        var with = await browser.SendFormAsync($"/obligations/{duty.Id}/excuse", "excuse", new() { ["Input.Reason"] = "ill" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (without.StatusCode, with.StatusCode));
        Assert.Equal("ill", await home.WithDbAsync(db => db.Obligations.Where(found => found.Id == duty.Id).Select(found => found.Reason).SingleAsync()));
    }

    [Fact]
    public async Task No_page_costs_more_than_eight_statements()
    {
        var client = await home.NewClientAsync("worker", "pointA", "计数");
        var measure = await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        string[] pages =
        [
            "/people", await browser.SeekAsync("/people", "js"), "/people?sort=name&measure=Cdt", $"/people/{client}", $"/people/{client}?tab=contacts", $"/people/{client}?tab=file", $"/people/{client}?tab=measures", $"/people/{client}/risk",
            $"/people/{client}/persons", $"/measures/{measure}", $"/screening/record?client={client}", $"/contacts/record?client={client}", "/screening", "/contacts",
        ];
        var costs = new Dictionary<string, int>();
        foreach (var page in pages)
        {
            costs[page] = await browser.StatementsOfAsync(page);
        }
        Assert.All(costs, cost => Assert.InRange(cost.Value, 1, 8));
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', costs.Select(cost => $"{cost.Value} {cost.Key.Replace(client.ToString(), "id", StringComparison.Ordinal)}")));
    }

    static string Path(string path, Guid id) => path.Replace("{0}", id.ToString(), StringComparison.Ordinal);

    Task<int> AuditAsync(Guid client, string act) => home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == client && entry.Act == act));

    Task<string> NumberAsync(Guid client) => home.WithDbAsync(async (db, services) =>
    {
        var keys = (Data.Sealing.Keyring)services.GetService(typeof(Data.Sealing.Keyring))!;
        var found = await db.Clients.AsNoTracking().SingleAsync(record => record.Id == client);
        return keys.Open(found.IdentityNumber!, Data.Sealing.SealedColumn.ClientIdentityNumber, client);
    });
}

public sealed class ClientPagesOnSqlite(SqliteHome home) : ClientPagesTests(home), IClassFixture<SqliteHome>;

public sealed class ClientPagesOnPostgres(PostgresHome home) : ClientPagesTests(home), IClassFixture<PostgresHome>;

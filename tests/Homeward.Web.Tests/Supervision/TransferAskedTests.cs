using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>What the office that asks for a change of place is told, and whom the receiving one may name (R1.35–R1.37).</summary>
public abstract class TransferAskedTests(Home home)
{
    [Fact]
    public async Task Who_asked_sees_the_request_with_its_state_and_is_told_of_a_rejection_that_is_not_theirs_to_annul()
    {
        var (client, measure, transfer) = await AskedAsync("转出人");
        var here = await home.SignedInAsync("worker");
        var asked = await here.GetStringAsync("/transfers");
        Assert.Contains("转出人", asked, StringComparison.Ordinal);
        Assert.Contains("待答复", asked, StringComparison.Ordinal);
        var there = await home.SignedInAsync("neighbour");
        var waiting = await there.GetStringAsync($"/transfers/{transfer}");
        Assert.All((string[])["函77号", "居住地变更", "应于此日前报到"], word => Assert.Contains(word, waiting, StringComparison.Ordinal));

        await there.SendFormAsync($"/transfers/{transfer}?do=reject", "transfer", new() { ["Input.On"] = "2026-11-11", ["Input.Cause"] = "notResident", ["Input.Reason"] = "查无此人" });

        var list = await here.GetStringAsync("/transfers");
        Assert.Contains("已退回", list, StringComparison.Ordinal);
        Assert.Contains("查无此人", list, StringComparison.Ordinal);
        var changed = await here.GetStringAsync("/worklist/changed");
        var act = await home.WithDbAsync(db => db.MeasureActs.Where(found => found.MeasureId == measure && found.Kind == MeasureActKind.TransferRejected).Select(found => found.Id).SingleAsync());
        Assert.Contains($"/measures/{measure}#act-{act}", changed, StringComparison.Ordinal);
        Assert.DoesNotContain($"annul?act={act}", await here.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.DoesNotContain("应于此日前报到", await there.GetStringAsync($"/transfers/{transfer}"), StringComparison.Ordinal);
        Assert.DoesNotContain("应于此日前报到", await here.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_worker_of_the_receiving_unit_takes_the_case_and_the_form_warns_of_nobody()
    {
        var (client, _, transfer) = await AskedAsync("接手人");
        var there = home.Api("neighbour");
        await there.PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-11" });
        Assert.Contains("不选的，档案随案转入后没有责任社工", await (await home.SignedInAsync("neighbour")).GetStringAsync($"/transfers/{transfer}"), StringComparison.Ordinal);

        foreach (var wrong in new[] { home.World.Staff["worker"].Id, home.World.Staff["auditor"].Id, Guid.CreateVersion7() })
        {
            Assert.Equal("people.worker-elsewhere", await RuleAsync(await there.PostAsync($"/transfers/{transfer}/receive", new { on = "2026-11-12", staffId = wrong })));
        }
        Assert.Equal(HttpStatusCode.OK, (await there.PostAsync($"/transfers/{transfer}/receive", new { on = "2026-11-12", staffId = home.World.Staff["neighbour"].Id })).StatusCode);
        // What has moved came here as a request: it was asked for by nobody here.
        var measure = await home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        Assert.DoesNotContain($"/measures/{measure}#act-", await (await home.SignedInAsync("neighbour")).GetStringAsync("/transfers"), StringComparison.Ordinal);
        Assert.Equal(home.World.Staff["neighbour"].Id, await home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.ResponsibleId).SingleAsync()));
    }

    [Fact]
    public async Task A_new_file_and_a_visit_in_the_centre_name_nobody_from_elsewhere()
    {
        var release = await home.NewReleaseAsync("pointA", "探访对象");
        var client = await home.NewClientAsync("worker", "pointA", "探访对象");
        var api = home.Api("worker");
        await api.PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await api.PostAsync($"/releases/{release}/link", new { personId = client });

        foreach (var wrong in new[] { home.World.Staff["neighbour"].Id, home.World.Staff["auditor"].Id, Guid.CreateVersion7() })
        {
            Assert.Equal("people.worker-elsewhere", await RuleAsync(await api.PostAsync("/people", new { name = "新档人", unitId = home.World.Units["pointA"].Id, responsibleId = wrong })));
            Assert.Equal("people.worker-elsewhere", await RuleAsync(await api.PostAsync($"/releases/{release}/visit", new { on = "2026-11-23", staffId = wrong })));
        }
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/releases/{release}/visit", new { on = "2026-11-23", staffId = home.World.Staff["leader"].Id })).StatusCode);
    }

    static async Task<string?> RuleAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();
    }

    async Task<(Guid Client, Guid Measure, Guid Transfer)> AskedAsync(string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var measure = await home.NewMeasureAsync("worker", client);
        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函77号" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (client, measure, await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync()));
    }
}

public sealed class TransferAskedOnSqlite(SqliteHome home) : TransferAskedTests(home), IClassFixture<SqliteHome>;

public sealed class TransferAskedOnPostgres(PostgresHome home) : TransferAskedTests(home), IClassFixture<PostgresHome>;

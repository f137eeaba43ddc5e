using System.Net;
using System.Text;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>Files through the API: scans in a dossier, the notices of a week, and what the old office may still read.</summary>
public abstract class FilesApiTests(Home home)
{
    [Fact]
    public async Task A_scan_is_attached_listed_read_and_taken_out_again()
    {
        var client = await home.PaperClientAsync("扫描人");
        var api = home.Api("worker");
        var file = Scans.Pdf("签字原件");
        var body = new { slot = "homeMap", on = "2026-11-20", title = "示意图", file };

        var made = await api.PostAsync($"/people/{client}/scans", body, "scan-1");
        var again = await api.PostAsync($"/people/{client}/scans", body, "scan-1");
        var scan = (await made.JsonAsync()).GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(scan, (await again.JsonAsync()).GetProperty("id").GetGuid());
        var listed = (await (await api.GetAsync($"/api/v1/people/{client}/scans")).JsonAsync()).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((scan, "示意图", "pdf", file.Length), (listed.GetProperty("id").GetGuid(), listed.GetProperty("title").GetString(), listed.GetProperty("format").GetString(), listed.GetProperty("length").GetInt32()));
        Assert.Equal(file, await api.GetByteArrayAsync($"/api/v1/scans/{scan}/file"));
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").GetAsync($"/api/v1/scans/{scan}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await home.Api("street").GetAsync($"/api/v1/scans/{scan}")).StatusCode);

        var annulled = await api.SendJsonAsync(HttpMethod.Post, $"/scans/{scan}/annul", new { reason = "附错" }, ifMatch: made.Headers.ETag!.Tag);
        Assert.Equal("2026-11-23", (await annulled.JsonAsync()).GetProperty("annulledOn").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PostAsync($"/scans/{scan}/annul", new { reason = "附错" })).StatusCode);
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_and_nothing_is_written()
    {
        var client = await home.PaperClientAsync("扫描人");
        var api = home.Api("worker");
        var foreign = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

        var program = await api.PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", file = "MZ..."u8.ToArray() });
        var empty = await api.PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", file = Array.Empty<byte>() });
        var large = await api.PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", file = new byte[(10 << 20) + 1] });
        var garbled = await api.PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", file = "no base64!" });
        var elsewhere = await api.PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", measureId = foreign, file = Scans.Picture() });

        Assert.Equal(("papers.scan-neither", "papers.scan-missing", "papers.scan-too-large"), (await CodeAsync(program), await CodeAsync(empty), await CodeAsync(large)));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (garbled.StatusCode, elsewhere.StatusCode));
        Assert.False(await home.WithDbAsync(db => db.Scans.AnyAsync(scan => scan.ClientId == client)));
    }

    [Fact]
    public async Task The_notices_of_a_week_are_made_once_and_lie_in_one_file()
    {
        var client = await home.NewClientAsync("worker", "pointA", "批量人");
        await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-20");
        var api = home.Api("worker");
        var body = new { from = "2026-11-23", place = "欧阳路社工点", hour = "9:00" };
        Assert.Contains(await DueAsync("worker", ""), due => due.Person == client && !due.Made);

        var made = await api.PostAsync("/papers/batch", body, "batch-1");
        var again = await api.PostAsync("/papers/batch", body, "batch-1");
        var nothing = await api.PostAsync("/papers/batch", body);

        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var batch = (await made.JsonAsync()).GetProperty("id").GetGuid();
        Assert.Equal((HttpStatusCode.Created, batch), (made.StatusCode, (await again.JsonAsync()).GetProperty("id").GetGuid()));
        Assert.Equal("papers.batch-nothing", await CodeAsync(nothing));
        Assert.Contains(await DueAsync("worker", ""), due => due.Person == client && due.Made);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await api.GetByteArrayAsync($"/api/v1/papers/batch/{batch}.pdf"))[..5]));
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").GetAsync($"/api/v1/papers/batch/{batch}.pdf")).StatusCode);
        var answer = await api.GetAsync($"/api/v1/papers?batchId={batch}&personId={client}&kind=testNotice");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var papers = (await answer.JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(client, papers.Single().GetProperty("personId").GetGuid());
    }

    [Fact]
    public async Task A_street_office_is_shown_the_notices_it_may_make_and_only_its_own_kinds_of_paper()
    {
        var client = await home.NewClientAsync("worker", "pointA", "街道人");
        await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-20");
        var orphan = await home.NewClientAsync("worker", "pointA", "无人管");
        await home.NewMeasureAsync("worker", orphan, "VOL", reportedOn: "2026-11-20");
        foreach (var kind in (string[])["handbookReceipt", "helpPlan"])
        {
            (await home.Api("worker").PostAsync("/papers", new { personId = client, kind, plan = "计划" })).EnsureSuccessStatusCode();
        }

        Assert.Contains(await DueAsync("street", ""), due => due.Person == client);
        Assert.DoesNotContain(await DueAsync("street", "?all=true"), due => due.Person == orphan);
        Assert.Contains("街道人", await (await home.SignedInAsync("street")).GetStringAsync("/papers/batch"), StringComparison.Ordinal);
        var seen = (await (await home.Api("street").GetAsync($"/api/v1/papers?personId={client}")).JsonAsync()).GetProperty("items").EnumerateArray().Select(paper => paper.GetProperty("kind").GetString());
        Assert.Equal(["handbookReceipt"], seen);
    }

    [Fact]
    public async Task The_old_office_reads_a_file_that_has_moved_until_its_time_is_over()
    {
        var client = await home.NewClientAsync("worker", "pointA", "迁出人");
        var measure = await home.NewMeasureAsync("worker", client);
        await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        var transfer = await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        await home.Api("neighbour").PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-11" });
        await home.Api("neighbour").PostAsync($"/transfers/{transfer}/receive", new { on = "2026-11-12" });
        var here = home.Api("worker");

        var listed = (await (await here.GetAsync("/api/v1/former-files")).JsonAsync()).GetProperty("items").EnumerateArray().Single(file => file.GetProperty("measureId").GetGuid() == measure);
        var id = listed.GetProperty("id").GetGuid();
        var read = await (await here.GetAsync($"/api/v1/former-files/{id}")).JsonAsync();

        Assert.Equal(("迁出人", "2026-05-10"), (read.GetProperty("name").GetString(), read.GetProperty("content").GetProperty("reportedOn").GetString()));
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.RecordId == id && entry.Act == "formerFile.read")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await home.Api("neighbour").GetAsync($"/api/v1/former-files/{id}")).StatusCode, (await here.GetAsync($"/api/v1/measures/{measure}")).StatusCode));
        await home.WithDbAsync(db => db.FormerFiles.Where(found => found.Id == id).ExecuteUpdateAsync(set => set.SetProperty(found => found.ReadableUntil, new DateOnly(2026, 11, 13))));
        Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync($"/api/v1/former-files/{id}")).StatusCode);
    }

    async Task<List<(Guid Person, bool Made)>> DueAsync(string user, string query) =>
        [.. (await (await home.Api(user).GetAsync($"/api/v1/papers/batch{query}")).JsonAsync()).GetProperty("items").EnumerateArray().Select(due => (due.GetProperty("personId").GetGuid(), due.GetProperty("made").GetBoolean()))];

    static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();
}

public sealed class FilesApiOnSqlite(SqliteHome home) : FilesApiTests(home), IClassFixture<SqliteHome>;

public sealed class FilesApiOnPostgres(PostgresHome home) : FilesApiTests(home), IClassFixture<PostgresHome>;

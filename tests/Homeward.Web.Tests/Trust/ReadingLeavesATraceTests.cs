using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>Whoever opens what is sealed in a client's file leaves a row that the auditor finds: of the record, and of whose it is.</summary>
public abstract class ReadingLeavesATraceTests(Home home)
{
    [Fact]
    public async Task Every_page_and_answer_that_opens_a_record_writes_down_who_looked()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var api = home.Api("worker");
        var screen = (await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client))).JsonAsync()).GetProperty("id").GetGuid();
        var contact = (await (await api.PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "phone", content = "近况" })).JsonAsync()).GetProperty("id").GetGuid();
        var paper = (await (await api.PostAsync("/papers", new { personId = client, kind = "rightsNotice", measureId = measure })).JsonAsync()).GetProperty("id").GetGuid();
        var browser = await home.SignedInAsync("worker");
        (string Path, string Act, Guid Record)[] reads =
        [
            ($"/contacts/{contact}", "contact.read", contact), ($"/api/v1/contacts/{contact}", "contact.read", contact),
            ($"/screening/{screen}", "screen.read", screen), ($"/screening/{screen}/print", "screen.read", screen), ($"/screening/{screen}/note", "screen.read", screen), ($"/api/v1/screens/{screen}", "screen.read", screen),
            ($"/measures/{measure}", "measure.read", measure), ($"/api/v1/measures/{measure}", "measure.read", measure),
            ($"/papers/{paper}", "paper.read", paper), ($"/people/{client}/persons", "client.read-persons", client), ($"/people/{client}/risk-history", "client.read-risk", client),
        ];

        foreach (var (path, act, record) in reads)
        {
            var before = await CountAsync(client, act, record);
            using var answer = await (path.StartsWith("/api", StringComparison.Ordinal) ? api : browser).GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.True(await CountAsync(client, act, record) == before + 1, path);
        }
    }

    Task<int> CountAsync(Guid client, string act, Guid record) => home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == client && entry.Act == act && entry.RecordId == record && entry.Actor == "worker"));
}

public sealed class ReadingLeavesATraceOnSqlite(SqliteHome home) : ReadingLeavesATraceTests(home), IClassFixture<SqliteHome>;

public sealed class ReadingLeavesATraceOnPostgres(PostgresHome home) : ReadingLeavesATraceTests(home), IClassFixture<PostgresHome>;

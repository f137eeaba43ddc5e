using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>Writes to what is foreign.</summary>
public abstract partial class WallsTests
{
    [Theory]
    [InlineData("PATCH", "/people/{client}", "{\"phone\":\"13700000009\"}")]
    [InlineData("POST", "/measures/{measure}/release", "{\"on\":\"2026-11-20\"}")]
    [InlineData("POST", "/screens/{obligation}/record", "{\"on\":\"2026-11-20\",\"result\":\"negative\",\"firstTester\":\"a\",\"secondTester\":\"b\",\"collector\":\"c\",\"collectorSex\":\"male\"}")]
    [InlineData("PATCH", "/measures/{measure}", "{\"termYears\":2}")]
    [InlineData("POST", "/screens/{screen}/confirm", "{}")]
    [InlineData("POST", "/screens/{screen}/confirmEvasion", "{}")]
    [InlineData("POST", "/screens/{screen}/annul", "{\"reason\":\"x\"}")]
    [InlineData("POST", "/screens/{screen}/dispose", "{\"on\":\"2026-11-20\",\"by\":\"a\",\"witness\":\"b\"}")]
    [InlineData("POST", "/people/{client}/scans", "{\"slot\":\"homeMap\",\"on\":\"2026-11-20\",\"file\":\"JVBERi0=\"}")]
    [InlineData("POST", "/measures/{measure}/team", "{\"role\":\"volunteer\",\"name\":\"x\",\"from\":\"2026-11-20\"}")]
    [InlineData("POST", "/team-members/{teamMember}/leave", "{\"on\":\"2026-11-20\"}")]
    [InlineData("POST", "/scans/{scan}/annul", "{\"reason\":\"x\"}")]
    [InlineData("POST", "/contacts", "{\"personId\":\"{client}\",\"on\":\"2026-11-20\",\"mode\":\"phone\",\"content\":\"x\"}")]
    [InlineData("POST", "/papers", "{\"personId\":\"{client}\",\"kind\":\"handbookReceipt\"}")]
    [InlineData("POST", "/releases/{release}/accept", "{\"on\":\"2026-11-20\"}")]
    [InlineData("POST", "/releases/{release}/link", "{\"personId\":\"{client}\"}")]
    [InlineData("POST", "/releases/{release}/unlink", "{\"reason\":\"x\"}")]
    [InlineData("POST", "/measures", "{\"personId\":\"{client}\",\"kind\":\"VOL\"}")]
    public async Task A_write_to_a_foreign_record_is_answered_like_one_to_a_missing_record(string method, string path, string body)
    {
        var foreign = await ThingsAsync("stranger", "pointC");
        var before = await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == foreign.Ids["client"]));

        var answer = await SendAsync(method, foreign.Fill(path), foreign.Fill(body));
        var missing = await SendAsync(method, Things.Missing.Fill(path), Things.Missing.Fill(body));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Plain(await missing.Content.ReadAsStringAsync()), Plain(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(before, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == foreign.Ids["client"])));
    }

    Task<HttpResponseMessage> SendAsync(string method, string path, string body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        return home.Api("worker").SendAsync(request);
    }
}

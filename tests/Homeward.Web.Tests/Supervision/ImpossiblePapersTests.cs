using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Papers of a measure that cannot be: a term without a schedule of screens (R2.10), an agreement before its order (R1.18).</summary>
public abstract class ImpossiblePapersTests(Home home)
{
    [Theory]
    [InlineData("CDT", 1, "3")]
    [InlineData("CDT", 10, "3")]
    [InlineData("CRH", 1, "2 / 3")]
    [InlineData("CRH", 4, "2 / 3")]
    public async Task A_term_without_a_schedule_of_screens_is_refused_with_the_terms_that_the_policy_knows(string kind, int termYears, string known)
    {
        var answer = await OpenAsync(new { personId = await home.NewClientAsync("worker", "pointA"), kind, termYears, orderedOn = "2026-05-01" });

        Assert.Equal("supervision.term-not-scheduled", await RuleAsync(answer));
        Assert.Contains($"该措施的期限为 {known} 年", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_and_the_form_take_no_such_term_either_and_leave_an_old_one_alone()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var form = new Dictionary<string, string?> { ["Input.Kind"] = "Crh", ["Input.OrderedOn"] = "2026-05-01", ["Input.TermYears"] = "4" };
        var refused = await browser.SendFormAsync($"/people/{client}/measures/new", "measure", form);
        Assert.Contains("没有对应的定期检测安排", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await home.WithDbAsync(db => db.Measures.CountAsync(found => found.ClientId == client)));

        var measure = await home.NewMeasureAsync("worker", client);
        Assert.Equal("supervision.term-not-scheduled", await RuleAsync(await CorrectAsync(measure, new { termYears = 2 })));
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.TermYears, 4)));
        Assert.Null(await RuleAsync(await CorrectAsync(measure, new { orderNumber = "沪公 9 号" })));
    }

    [Fact]
    public async Task An_agreement_is_not_signed_before_the_order_or_its_service_where_no_report_is_known()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        Assert.Equal("supervision.agreement-before-served", await RuleAsync(await OpenAsync(new { personId = client, kind = "CDT", orderedOn = "2026-05-01", agreementSignedOn = "2026-04-30" })));
        Assert.Equal("supervision.agreement-before-served", await RuleAsync(await OpenAsync(new { personId = client, kind = "CDT", orderedOn = "2026-05-01", servedOn = "2026-05-04", agreementSignedOn = "2026-05-02" })));
        Assert.Null(await RuleAsync(await OpenAsync(new { personId = client, kind = "CDT", orderedOn = "2026-05-01", agreementSignedOn = "2026-05-02" })));
    }

    Task<HttpResponseMessage> OpenAsync(object measure) => home.Api("worker").PostAsync("/measures", measure);

    async Task<HttpResponseMessage> CorrectAsync(Guid measure, object papers)
    {
        var api = home.Api("worker");
        return await api.SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", papers, ifMatch: (await api.GetAsync($"/api/v1/measures/{measure}")).Headers.ETag!.Tag);
    }

    /// <summary>The rule that stood against it; null where it was taken.</summary>
    static async Task<string?> RuleAsync(HttpResponseMessage answer) =>
        (await answer.JsonAsync()).TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;
}

public sealed class ImpossiblePapersOnSqlite(SqliteHome home) : ImpossiblePapersTests(home), IClassFixture<SqliteHome>;

public sealed class ImpossiblePapersOnPostgres(PostgresHome home) : ImpossiblePapersTests(home), IClassFixture<PostgresHome>;

using System.Net;
using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>What every page tells the browser, and how many statements it costs.</summary>
public abstract partial class BrowserTests(Home home)
{
    const int MostStatements = 8;

    [Fact]
    public async Task Every_page_has_a_strict_policy_and_no_inline_script_or_style()
    {
        var faults = new List<string>();
        foreach (var (path, answer) in await EveryPageAsync())
        {
            var html = await answer.Content.ReadAsStringAsync();
            var policy = string.Join(' ', answer.Headers.TryGetValues("Content-Security-Policy", out var values) ? values : []);
            if (!policy.Contains("script-src 'self'", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal) || !answer.Headers.Contains("X-Content-Type-Options"))
            {
                faults.Add($"{path}: {policy}");
            }
            faults.AddRange(Inline().Matches(html).Select(found => $"{path}: {found.Value}"));
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_page_costs_more_than_eight_statements()
    {
        var costly = new List<string>();
        foreach (var (path, answer) in await EveryPageAsync())
        {
            var statements = answer.Headers.TryGetValues("Server-Timing", out var values) ? int.Parse(Digits().Match(values.Single()).Value, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
            if (statements > MostStatements)
            {
                costly.Add($"{path}: {statements}");
            }
        }
        Assert.Empty(costly);
    }

    [Fact]
    public async Task A_post_without_the_token_of_its_form_changes_nothing()
    {
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.PostAsync("/sign-out", new FormUrlEncodedContent(new Dictionary<string, string>()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_host_over_https_and_no_script()
    {
        var answer = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "worker", ["Input.Password"] = TestWorld.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-homeward=", StringComparison.Ordinal));

        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var path = "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl);
        var answer = await home.Browser().SendFormAsync(path, "sign-in", new() { ["Input.UserName"] = "worker", ["Input.Password"] = TestWorld.Password });

        Assert.Equal("/", new Uri(new Uri("https://localhost/"), answer.Headers.Location!).AbsolutePath);
        Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?state=nonsense&after=abc&worker=x&unit=%00&kind=&view=zz&month=2026-99")]
    [InlineData("/people?page=abc&after=zzz&worker=1&sort=drop")]
    [InlineData("/?view=month&month=9999-12&on=0001-01-01")]
    [InlineData("/screening?from=2026-13-45&kind=x")]
    [InlineData("/contacts?mode=x&after=1")]
    [InlineData("/worklist/changed?after=99999999999999999999")]
    [InlineData("/staff?after=.&unit=1")]
    public async Task A_query_that_cannot_be_read_is_a_page_with_a_notice_never_a_fault(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("leader")).GetAsync(path)).StatusCode);

    async Task<List<(string Path, HttpResponseMessage Answer)>> EveryPageAsync()
    {
        var client = await home.NewClientAsync("leader", "pointA");
        await home.NewMeasureAsync("leader", client);
        var screen = (await (await home.Api("leader").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client))).JsonAsync()).GetProperty("id").GetGuid();
        var contact = (await (await home.Api("leader").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = "x" })).JsonAsync()).GetProperty("id").GetGuid();
        var ids = new Dictionary<string, Guid> { ["client"] = client, ["screen"] = screen, ["contact"] = contact };
        var browser = await home.SignedInAsync("leader");
        var answers = new List<(string, HttpResponseMessage)>();
        foreach (var endpoint in home.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null))
        {
            var noun = endpoint.Metadata.GetMetadata<Foundation.Access.AccessAttribute>()?.Resource ?? "";
            var pattern = endpoint.RoutePattern.RawText!.TrimStart('/');
            var path = "/" + Parameter().Replace(pattern, ids.GetValueOrDefault(noun).ToString()) + (pattern.EndsWith("record", StringComparison.Ordinal) ? $"?client={client}" : "");
            var answer = await browser.GetAsync(path);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                answers.Add((path, answer));
            }
        }
        Assert.True(answers.Count > 8, $"{answers.Count}");
        return answers;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}

public sealed class BrowserOnSqlite(SqliteHome home) : BrowserTests(home), IClassFixture<SqliteHome>;

public sealed class BrowserOnPostgres(PostgresHome home) : BrowserTests(home), IClassFixture<PostgresHome>;

using System.Net;
using System.Text.RegularExpressions;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.BadInput;

/// <summary>Every form of every page that a user can open, found by opening the pages.</summary>
static partial class EveryForm
{
    public static async Task<List<FoundForm>> OfAsync(Home home, HttpClient browser, IReadOnlyDictionary<string, Guid> ids)
    {
        var found = new List<FoundForm>();
        foreach (var page in PagesOf(home, ids))
        {
            found.AddRange(await OnPageAsync(browser, page));
        }
        return [.. found.DistinctBy(form => (form.Page, form.Name))];
    }

    public static async Task<List<FoundForm>> OnPageAsync(HttpClient browser, string page)
    {
        var answer = await browser.GetAsync(page);
        return answer.StatusCode == HttpStatusCode.OK ? [.. FormsOf(page, await answer.Content.ReadAsStringAsync())] : [];
    }

    static IEnumerable<string> PagesOf(Home home, IReadOnlyDictionary<string, Guid> ids)
    {
        var pages = home.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && !endpoint.RoutePattern.RawText!.Contains("gallery", StringComparison.Ordinal));
        foreach (var endpoint in pages)
        {
            var noun = endpoint.Metadata.GetMetadata<AccessAttribute>()?.Resource ?? "";
            var pattern = endpoint.RoutePattern.RawText!.TrimStart('/');
            var path = "/" + Parameter().Replace(pattern, ids.GetValueOrDefault(pattern.StartsWith("people/", StringComparison.Ordinal) ? "client" : noun).ToString());
            var queries = path.EndsWith("/record", StringComparison.Ordinal) ? [$"?client={ids["client"]}"]
                : path == "/people/assign" ? [$"?worker={ids["staff"]}"]
                : path.StartsWith("/screening/", StringComparison.Ordinal) ? ["?do=annul", "?do=confirm", "?do=confirm-evasion"]
                : path.EndsWith("/receive", StringComparison.Ordinal) ? ["?do=accept", "?do=decline", "?do=prepare", "?do=visit", "?do=receive", "?do=papers"]
                : path.StartsWith("/measures/", StringComparison.Ordinal) ? ["?do=Leave", "?do=Suspend", "?do=Transfer", "?do=Terminate"]
                : path.EndsWith("/papers/new", StringComparison.Ordinal) ? ["?kind=TestNotice", "?kind=HelpPlan"]
                : path.StartsWith("/papers/", StringComparison.Ordinal) ? ["", "?do=serve", "?do=void"]
                : (IEnumerable<string>)[""];
            foreach (var query in queries)
            {
                yield return path + query;
            }
        }
    }

    static IEnumerable<FoundForm> FormsOf(string page, string html)
    {
        foreach (Match form in Form().Matches(html))
        {
            if (Handler().Match(form.Value) is not { Success: true } handler)
            {
                continue;
            }
            var name = handler.Groups[1].Value;
            var hidden = Front.HiddenOf(html, name);
            var fields = Named().Matches(form.Value).Select(match => match.Groups[1].Value).Where(field => !hidden.ContainsKey(field)).Distinct().ToList();
            var action = Action().Match(form.Value.Split('>')[0]);
            yield return new FoundForm(page, name, hidden, fields) { Target = action.Success ? WebUtility.HtmlDecode(action.Groups[1].Value) : page };
        }
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("\\saction=\"(/[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("<(?:input|select|textarea)[^>]*\\sname=\"([^\"]+)\"")]
    private static partial Regex Named();
}

/// <summary>One form: where it stands, what it carries along, what it asks for.</summary>
sealed record FoundForm(string Page, string Name, Dictionary<string, string> Hidden, IReadOnlyList<string> Fields)
{
    /// <summary>Where it is sent: its page, unless it names another.</summary>
    public string Target { get; init; } = Page;

    public async Task<HttpResponseMessage> SendAsync(HttpClient browser, IEnumerable<(string Field, string Value)> values)
    {
        var all = new Dictionary<string, string>(Hidden) { ["_submission"] = Guid.CreateVersion7().ToString() };
        foreach (var (field, value) in values)
        {
            all[field] = value;
        }
        return await browser.PostAsync(Target, new FormUrlEncodedContent(all));
    }
}

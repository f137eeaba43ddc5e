using System.Net;
using System.Text.RegularExpressions;

namespace Homeward.Web.Tests.Hosting;

/// <summary>What somebody does at a browser: open a page, fill in its form, send it.</summary>
public static partial class Front
{
    /// <summary>Signs in through the sign-in page.</summary>
    public static async Task<HttpClient> SignedInAsync(this Home home, string user, string? password = null)
    {
        var browser = home.Browser();
        var answer = await browser.SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = user, ["Input.Password"] = password ?? TestWorld.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Opens the page, takes its hidden fields, and posts the form of that name.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string page, string form, Dictionary<string, string?> values, string? action = null)
    {
        var html = await browser.GetStringAsync(page);
        var fields = HiddenOf(html, form);
        foreach (var (name, value) in values)
        {
            fields[name] = value ?? "";
        }
        return await browser.PostAsync(action ?? page, new FormUrlEncodedContent(fields));
    }

    /// <summary>The same with fields that come several times, as ticked boxes do.</summary>
    public static async Task<HttpResponseMessage> SendManyAsync(this HttpClient browser, string page, string form, IEnumerable<(string Name, string Value)> values)
    {
        var fields = HiddenOf(await browser.GetStringAsync(page), form).Select(field => (Name: field.Key, field.Value));
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields.Concat(values).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>Seeks in a list as its search field does, and answers the address that it leads to.</summary>
    public static async Task<string> SeekAsync(this HttpClient browser, string page, string text, Dictionary<string, string?>? filters = null)
    {
        var answer = await browser.SendFormAsync(page, "/search", new(filters ?? []) { ["_page"] = page, ["q"] = text }, "/search");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>The hidden fields of a form: its name, the antiforgery token, the submission.</summary>
    public static Dictionary<string, string> HiddenOf(string html, string form)
    {
        foreach (Match found in FormText().Matches(html))
        {
            var fields = HiddenText().Matches(found.Value).DistinctBy(input => input.Groups["name"].Value)
                .ToDictionary(input => input.Groups["name"].Value, input => WebUtility.HtmlDecode(input.Groups["value"].Value));
            if (fields.GetValueOrDefault("_handler") == form || found.Value.Contains($"action=\"{form}\"", StringComparison.Ordinal))
            {
                return fields;
            }
        }
        throw new InvalidOperationException($"The page has no form {form}.");
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormText();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]*)\"[^>]*value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenText();
}

using System.Text.RegularExpressions;

namespace Homeward.Web.Foundation;

/// <summary>A sentence left by the request before.</summary>
public sealed record Said(string Text, bool IsRefusal);

/// <summary>One sentence for the page after a redirect ("saved"). The cookie carries only its key, so nothing about a person leaves the server.</summary>
public sealed partial class BrowserSaid(IHttpContextAccessor accessor, Words words)
{
    const string Cookie = "homeward-said";
    const char Refusal = '!';

    HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request to answer.");

    public void Say(string key) => Context.Response.Cookies.Append(Cookie, key, Options());

    /// <summary>Says why something was not done.</summary>
    public void Refuse(string key) => Say(key + Refusal);

    /// <summary>The sentence left by the request before, once.</summary>
    public Said? Take()
    {
        if (Context.Request.Method != HttpMethods.Get || Context.Request.Cookies[Cookie] is not { } key)
        {
            return null;
        }
        if (!Context.Response.HasStarted)
        {
            Context.Response.Cookies.Delete(Cookie, Options());
        }
        var isRefusal = key.EndsWith(Refusal);
        var plain = key.TrimEnd(Refusal);
        return Key().IsMatch(plain) && words.Has(plain) && !words[plain].Contains('{', StringComparison.Ordinal) ? new Said(words[plain], isRefusal) : null;
    }

    CookieOptions Options() => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Context.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(2) };

    [GeneratedRegex("^[a-z0-9.-]{3,80}$")]
    private static partial Regex Key();
}

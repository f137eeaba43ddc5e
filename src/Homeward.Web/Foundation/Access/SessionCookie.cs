namespace Homeward.Web.Foundation.Access;

/// <summary>
/// The cookie of a session: <c>id.secret</c>, HttpOnly, SameSite=Lax. Over HTTPS it carries the <c>__Host-</c> prefix;
/// plain HTTP is served in Development only, where browsers would drop such a cookie.
/// </summary>
public sealed class SessionCookie(IHostEnvironment environment)
{
    const string SecureName = "__Host-homeward";
    const string PlainName = "homeward";

    public (Guid Id, string Secret)? Read(HttpContext context)
    {
        var value = context.Request.Cookies[NameFor(context)];
        var dot = value?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && Guid.TryParseExact(value.AsSpan(0, dot), "N", out var id) ? (id, value![(dot + 1)..]) : null;
    }

    public void Write(HttpContext context, Guid id, string secret) => context.Response.Cookies.Append(NameFor(context), $"{id:N}.{secret}", Options(context));

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context));

    bool IsPlain(HttpContext context) => environment.IsDevelopment() && !context.Request.IsHttps;

    string NameFor(HttpContext context) => IsPlain(context) ? PlainName : SecureName;

    CookieOptions Options(HttpContext context) => new() { HttpOnly = true, Secure = !IsPlain(context), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

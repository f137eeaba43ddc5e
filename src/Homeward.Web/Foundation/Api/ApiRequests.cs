using System.Globalization;

namespace Homeward.Web.Foundation.Api;

/// <summary>A page of a list; <c>after</c> of the next call is <see cref="Next"/>.</summary>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A record that another one names.</summary>
public sealed record ApiReference(Guid Id, string Name);

/// <summary>What lists and versions take from a request.</summary>
public static class ApiRequests
{
    public const int DefaultLimit = 50;
    public const int MostLimit = 200;

    public static int Limit(int? asked) => asked is null ? DefaultLimit
        : asked is >= 1 and <= MostLimit ? asked.Value
        : throw new ApiException(StatusCodes.Status400BadRequest, "api.limit");

    /// <summary>The version of <c>If-Match</c>; null where the header is missing or <c>*</c>.</summary>
    public static int? IfMatch(this HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header is "" or "*")
        {
            return null;
        }
        return int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : throw new ApiException(StatusCodes.Status412PreconditionFailed, "api.lost-race");
    }

    public static int RequireIfMatch(this HttpContext context) => context.IfMatch() ?? throw new ApiException(StatusCodes.Status428PreconditionRequired, "api.if-match-needed");
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Homeward.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>A choice as the answers write it; null where none is made.</summary>
    public static T? Choice<T>(string? text, string name) where T : struct, Enum =>
        text is null ? null
        : text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value
        : throw new BadHttpRequestException($"{name}: {string.Join(", ", Enum.GetNames<T>())}");

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

    /// <summary>The version that the caller names, or where none is named the one that stands: an act is refused by its own rules all the same.</summary>
    public static async Task<int> VersionAsync<T>(this HttpContext context, IQueryable<T> records, Guid id, CancellationToken ct) where T : class, IVersioned =>
        context.IfMatch() ?? await records.Where(record => EF.Property<Guid>(record, "Id") == id).Select(record => EF.Property<int>(record, "Version")).SingleOrDefaultAsync(ct);

    public static int RequireIfMatch(this HttpContext context) => context.IfMatch() ?? throw new ApiException(StatusCodes.Status428PreconditionRequired, "api.if-match-needed");
}

/// <summary>Why a record is annulled.</summary>
public sealed record ApiAnnulment : IApiBody
{
    [StringLength(500)]
    public required string Reason { get; init; }
}

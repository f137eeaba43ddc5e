using Microsoft.EntityFrameworkCore;

namespace Homeward.Data.Scoping;

/// <summary>
/// The one place that steps over the <c>scope</c> filter. Each caller says why, and may give away no more than the existence of a record
/// (a duplicate ID number is answered with the unit to call, never with the record).
/// </summary>
public static class Unscoped
{
    public const string Filter = "scope";

    static readonly string[] Filters = [Filter];

    public static IQueryable<T> AcrossTheCity<T>(this IQueryable<T> query, string why) where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
#pragma warning disable RS0030 // The one file that may: see the summary.
        return query.IgnoreQueryFilters(Filters);
#pragma warning restore RS0030
    }
}

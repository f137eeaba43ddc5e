using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data.Scoping;

/// <summary>
/// The one place that steps over the <c>scope</c> filter, for clients alone. On PostgreSQL the mark in front of the statement opens the door
/// of row-level security for that one statement: to read clients, nothing else. Each caller says why, and may give away no more than the existence of a record
/// (a duplicate ID number is answered with the unit to call, never with the record).
/// </summary>
public static class Unscoped
{
    public const string Filter = "scope";

    const string Tag = "across the city: ";

    /// <summary>How a statement begins that was marked; EF writes a tag as a comment.</summary>
    internal const string Mark = "-- " + Tag;

    static readonly string[] Filters = [Filter];

    public static IQueryable<Client> AcrossTheCity(this IQueryable<Client> clients, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
#pragma warning disable RS0030 // The one file that may: see the summary.
        return clients.IgnoreQueryFilters(Filters).TagWith(Tag + why);
#pragma warning restore RS0030
    }
}

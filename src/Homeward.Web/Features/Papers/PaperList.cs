using System.Globalization;
using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>What a list of papers is asked for.</summary>
public sealed record PaperFilter
{
    public Guid? ClientId { get; init; }
    public PaperKind? Kind { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Guid[]? Units { get; init; }
    public Guid? BatchId { get; init; }
    public PaperPlace? After { get; init; }
}

/// <summary>Where a page of the list ends: the instant of the making and the id.</summary>
public readonly record struct PaperPlace(DateTime At, Guid Id)
{
    public override string ToString() => $"{At.Ticks.ToString(CultureInfo.InvariantCulture)}-{Id:N}";

    public static PaperPlace? Read(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var last)
            ? new PaperPlace(new DateTime(at, DateTimeKind.Utc), last)
            : null;
}

/// <summary>Papers in scope, the newest first, a page at a time.</summary>
public sealed class PaperList(Db db, Actor actor)
{
    public async Task<(IReadOnlyList<PaperLook> Rows, string? Next)> PageAsync(PaperFilter filter, int size, CancellationToken ct)
    {
        var page = Fitting(filter).OrderByDescending(paper => paper.MadeAt).ThenByDescending(paper => paper.Id).Take(size + 1);
        var rows = await (
            from paper in page
            join client in db.Clients on paper.ClientId equals client.Id
            orderby paper.MadeAt descending, paper.Id descending
            select new PaperLook(paper, client, null)).ToListAsync(ct);
        var next = rows.Count > size ? new PaperPlace(rows[size - 1].Paper.MadeAt, rows[size - 1].Paper.Id).ToString() : null;
        return ([.. rows.Take(size)], next);
    }

    IQueryable<Paper> Fitting(PaperFilter filter)
    {
        var papers = db.Papers.AsNoTracking().SeenBy(actor);
        if (filter.ClientId is { } client)
        {
            papers = papers.Where(paper => paper.ClientId == client);
        }
        if (filter.Kind is { } kind)
        {
            papers = papers.Where(paper => paper.Kind == kind);
        }
        if (filter.From is { } from)
        {
            papers = papers.Where(paper => paper.MadeOn >= from);
        }
        if (filter.To is { } to)
        {
            papers = papers.Where(paper => paper.MadeOn <= to);
        }
        if (filter.BatchId is { } batch)
        {
            papers = papers.Where(paper => paper.BatchId == batch);
        }
        if (filter.Units is { } units)
        {
            papers = papers.Where(paper => units.Contains(paper.UnitId));
        }
        return filter.After is { } place ? papers.Where(paper => paper.MadeAt < place.At || (paper.MadeAt == place.At && paper.Id.CompareTo(place.Id) < 0)) : papers;
    }
}

using System.Globalization;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Sealing;
using Homeward.Domain.Organisation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>What a list of releases is asked for; without a state it shows what is still to be done, of a day or a month all that stands.</summary>
public sealed record ReleaseFilter
{
    public ReleaseState? State { get; init; }
    public Guid? CentreId { get; init; }
    public Guid[]? Units { get; init; }
    public Guid? ClientId { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>The first day of a month.</summary>
    public DateOnly? Month { get; init; }
    public bool Late { get; init; }
    public ReleasePlace? After { get; init; }
}

/// <summary>Where a page of the list ended.</summary>
public readonly record struct ReleasePlace(DateOnly On, Guid Id)
{
    public override string ToString() => $"{On:yyyyMMdd}{Id:N}";

    public static ReleasePlace? Read(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(text[8..], "N", out var id)
            ? new ReleasePlace(on, id) : null;
}

/// <summary>How many a centre releases on a day.</summary>
public sealed record ReleaseDay(DateOnly On, Guid CentreId, int Count, int Waiting);

/// <summary>One release, opened for its page.</summary>
public sealed record ReleaseLook(CentreRelease Release, string Name, string? Number)
{
    /// <summary>The last day of isolation by the person's file; none for the centre.</summary>
    public DateOnly? TermEndsOn { get; init; }

    /// <summary>The announced day is neither the last one nor the day after it (rules R1.50).</summary>
    public bool Differs => Release.ReceivedOn is null && TermEndsOn is { } last && Release.ExpectedOn != last && Release.ExpectedOn != last.AddDays(1);

    /// <summary>None for the centre: its scope does not reach them.</summary>
    public IReadOnlyList<(ReleaseVisit Visit, string? Who)> Visits { get; init; } = [];
}

/// <summary>Reads releases: a page of them, a month, or one.</summary>
public sealed class ReleaseReader(Db db, Keyring keys, UnitTree units, PlanObligations plan, Lateness lateness, ShanghaiClock clock)
{
    const int MostVisits = 50;

    /// <summary>The nearest day first.</summary>
    public Task<List<CentreRelease>> ListAsync(ReleaseFilter filter, int most, CancellationToken ct) =>
        Matching(filter).OrderBy(release => release.ExpectedOn).ThenBy(release => release.Id).Take(most).ToListAsync(ct);

    /// <summary>The counts of a month; each opens its list by the same filter.</summary>
    public async Task<IReadOnlyList<ReleaseDay>> MonthAsync(DateOnly first, Guid? centreId, CancellationToken ct)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var standing = Of(db.CentreReleases.AsNoTracking(), centreId).Where(release => release.State != ReleaseState.Withdrawn && release.ExpectedOn >= first && release.ExpectedOn <= last);
        return await standing.GroupBy(release => new { release.ExpectedOn, release.FromUnitId }).OrderBy(group => group.Key.ExpectedOn)
            .Select(group => new ReleaseDay(group.Key.ExpectedOn, group.Key.FromUnitId, group.Count(), group.Count(release => release.State == ReleaseState.Announced))).ToListAsync(ct);
    }

    /// <summary>One release; the look is written down before it is shown.</summary>
    public async Task<ReleaseLook> ReadAsync(Guid id, CancellationToken ct)
    {
        var release = await db.CentreReleases.AsNoTracking().RequireAsync(id, ct);
        var visits = release.Visits == 0 ? [] : await (
            from visit in db.ReleaseVisits.AsNoTracking().Where(visit => visit.ReleaseId == id).OrderBy(visit => visit.On).ThenBy(visit => visit.Id).Take(MostVisits)
            join found in db.Staff.AsNoTracking() on visit.StaffId equals found.Id into staff
            from worker in staff.DefaultIfEmpty()
            orderby visit.On, visit.Id
            select new { Visit = visit, Who = worker.Name }).ToListAsync(ct);
        var endsOn = release.ClientId is { } client ? await TermEndsOnAsync(client, ct) : null;
        db.Audit("release.read", nameof(CentreRelease), id, release.ClientId);
        await db.SaveChangesAsync(ct);
        return new ReleaseLook(release, keys.NameOf(release), keys.NumberOf(release)) { TermEndsOn = endsOn, Visits = [.. visits.Select(row => (row.Visit, (string?)row.Who))] };
    }

    /// <summary>By escapes, extension and early release as the file knows them (rules R1.44–R1.46).</summary>
    async Task<DateOnly?> TermEndsOnAsync(Guid clientId, CancellationToken ct)
    {
        var isolation = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.ClientId == clientId && measure.Kind == MeasureKind.Cid && measure.EndedOn == null && measure.OrderedOn != null)
            .OrderByDescending(measure => measure.OrderedOn).FirstOrDefaultAsync(ct);
        return isolation is null ? null : MeasureTerm.EndsOn(isolation.History(null, []).AsOf(clock.Today), plan.PackFor(isolation.PlaceOfExecutionId ?? isolation.UnitId), clock.Today);
    }

    /// <summary>The centres that a caller's lists and calendar can name: a centre's own people only theirs.</summary>
    public IReadOnlyList<UnitNode> Centres()
    {
        var all = units.All.Where(unit => unit is { Level: UnitLevel.Centre, EndedOn: null }).OrderBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var own = all.Where(unit => db.Scope.Holds(unit.Id)).ToList();
        return own.Count > 0 ? own : all;
    }

    IQueryable<CentreRelease> Matching(ReleaseFilter filter)
    {
        var releases = Of(db.CentreReleases.AsNoTracking(), filter.CentreId);
        releases = filter.State is { } state ? releases.Where(release => release.State == state)
            : filter.On is not null || filter.Month is not null || filter.ClientId is not null ? releases.Where(release => release.State != ReleaseState.Withdrawn)
            : releases.Where(release => release.State != ReleaseState.Withdrawn && release.State != ReleaseState.Completed);
        releases = filter.On is { } on ? releases.Where(release => release.ExpectedOn == on) : releases;
        if (filter.Month is { } first)
        {
            var next = first.AddMonths(1);
            releases = releases.Where(release => release.ExpectedOn >= first && release.ExpectedOn < next);
        }
        releases = filter.ClientId is { } client ? releases.Where(release => release.ClientId == client) : releases;
        releases = filter.Units is { } places ? releases.Where(release => places.Contains(release.UnitId)) : releases;
        releases = filter.Late ? lateness.Late(releases) : releases;
        return filter.After is { } place ? releases.Where(release => release.ExpectedOn > place.On || (release.ExpectedOn == place.On && release.Id.CompareTo(place.Id) > 0)) : releases;
    }

    static IQueryable<CentreRelease> Of(IQueryable<CentreRelease> releases, Guid? centreId) => centreId is { } centre ? releases.Where(release => release.FromUnitId == centre) : releases;
}

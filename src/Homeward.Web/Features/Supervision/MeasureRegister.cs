using System.Globalization;
using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>What in the register waits for a person.</summary>
public enum RegisterFlag
{
    Overdue,

    /// <summary>The agreement was not signed in time (rules R1.21).</summary>
    AgreementLate,
    Breach,
    HandOver,

    /// <summary>The police were not told in time (rules R1.21, R1.30).</summary>
    PoliceLate,
    Warning,
    Away,
    Ending,
    Expired,
    Clinic,
}

/// <summary>One open legal case and where it stands today.</summary>
public sealed record RegisterRow(ClientBrief Brief, Measure Measure, MeasureState State);

/// <summary>Which part of the register is asked for.</summary>
public sealed record RegisterFilter
{
    public MeasureKind? Kind { get; init; }
    public RegisterFlag? Flag { get; init; }
    public IReadOnlyCollection<Guid>? Units { get; init; }
    public RegisterPlace? After { get; init; }
}

/// <summary>Where a page of the register ended.</summary>
public readonly record struct RegisterPlace(DateOnly KnownOn, Guid Id)
{
    public override string ToString() => $"{KnownOn:yyyyMMdd}{Id:N}";

    public static RegisterPlace? Read(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(text[8..], "N", out var id)
            ? new RegisterPlace(on, id) : null;
}

/// <summary>The register of open legal cases: the list, and how many wait for what.</summary>
public sealed class MeasureRegister(Db db, ShanghaiClock clock, ClientBriefs briefs, PlanObligations plan, Lateness lateness)
{
    public async Task<IReadOnlyList<RegisterRow>> ListAsync(RegisterFilter filter, int most, CancellationToken ct)
    {
        var rows = await (
            from measure in Asked(filter).Include(found => found.Acts)
            join client in db.Clients.AsNoTracking() on measure.ClientId equals client.Id
            orderby measure.KnownOn descending, measure.Id descending
            select new { measure, client }).Take(most).ToListAsync(ct);
        var clientIds = rows.Select(row => row.client.Id).Distinct().ToList();
        var screens = (await db.Screens.AsNoTracking().Where(screen => clientIds.Contains(screen.ClientId) && screen.AnnulledOn == null).ToListAsync(ct)).ToLookup(screen => screen.ClientId);
        return [.. rows.Select(row => new RegisterRow(briefs.Of(row.client), row.measure, StateOf(row.measure, row.client, screens[row.client.Id])))];
    }

    /// <summary>How many cases wait for each: the same obligations that the list filters by.</summary>
    public async Task<IReadOnlyDictionary<RegisterFlag, int>> CountAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var kinds = Flags.Values.Select(flag => flag.Kind).Distinct().ToList();
        var late = lateness.On(today);
        var open = await db.Obligations.AsNoTracking()
            .Where(obligation => obligation.SettledOn == null && kinds.Contains(obligation.Kind) && obligation.Opens <= today)
            .GroupBy(obligation => obligation.Kind)
            .Select(group => new
            {
                Kind = group.Key,
                All = group.Select(obligation => obligation.MeasureId).Distinct().Count(),
                Late = group.AsQueryable().Where(late).Select(obligation => obligation.MeasureId).Distinct().Count(),
            }).ToDictionaryAsync(one => one.Kind, ct);
        return Flags.ToDictionary(flag => flag.Key, flag => open.TryGetValue(flag.Value.Kind, out var one) ? flag.Value.OnlyLate ? one.Late : one.All : 0);
    }

    static readonly Dictionary<RegisterFlag, (ObligationKind Kind, bool OnlyLate)> Flags = new()
    {
        [RegisterFlag.Overdue] = (ObligationKind.Report, true),
        [RegisterFlag.AgreementLate] = (ObligationKind.SignAgreement, true),
        [RegisterFlag.Breach] = (ObligationKind.ConfirmBreach, false),
        [RegisterFlag.HandOver] = (ObligationKind.HandOver, false),
        [RegisterFlag.PoliceLate] = (ObligationKind.HandOver, true),
        [RegisterFlag.Warning] = (ObligationKind.Warning, false),
        [RegisterFlag.Away] = (ObligationKind.ReturnCheck, false),
        [RegisterFlag.Ending] = (ObligationKind.ReleasePreparation, false),
        [RegisterFlag.Expired] = (ObligationKind.ReleaseNotice, false),
        [RegisterFlag.Clinic] = (ObligationKind.ClinicCheck, false),
    };

    IQueryable<Measure> Asked(RegisterFilter filter)
    {
        var today = clock.Today;
        var measures = db.Measures.AsNoTracking().Where(measure => measure.EndedOn == null);
        measures = filter.Kind is { } kind ? measures.Where(measure => measure.Kind == kind) : measures;
        measures = filter.Units is { } units ? measures.Where(measure => units.Contains(measure.UnitId)) : measures;
        if (filter.Flag is { } flag)
        {
            var (waiting, onlyLate) = Flags[flag];
            var late = lateness.On(today);
            var asked = onlyLate ? db.Obligations.Where(late) : db.Obligations;
            measures = measures.Where(measure => asked.Any(obligation => obligation.ClientId == measure.ClientId && obligation.MeasureId == measure.Id
                && obligation.Kind == waiting && obligation.SettledOn == null && obligation.Opens <= today));
        }
        return filter.After is { } after
            ? measures.Where(measure => measure.KnownOn < after.KnownOn || (measure.KnownOn == after.KnownOn && measure.Id.CompareTo(after.Id) < 0))
            : measures;
    }

    MeasureState StateOf(Measure measure, Client client, IEnumerable<Domain.Screening.Screen> screens) =>
        MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens)), plan.PackOf(client, measure), clock.Today);
}

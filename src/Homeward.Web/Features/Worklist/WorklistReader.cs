using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Reads the worklist: rows with the names of this page only, and the counts beside them.</summary>
public sealed class WorklistReader(Db db, Keyring keys, UnitTree units, Lateness lateness, NoticeCalls notices, ShanghaiClock clock)
{
    sealed record Stored(
        Guid Id, Guid ClientId, Sealed Name, Sex? Sex, DateOnly? BirthDate, Sealed? Number, Sealed? Phone, RiskLevel? Risk, Guid UnitId, Guid? ResponsibleId, string? Responsible,
        ObligationKind Kind, DateOnly Opens, DateOnly Closes, string Rule, string PolicyVersion, MeasureKind? Measure, int Version, DateOnly? ByAct, DateOnly? ByPaper);

    /// <summary>A page of rows, the longest overdue first or last; <paramref name="after"/> is the <see cref="WorklistRow.Place"/> of the last row before.</summary>
    public async Task<IReadOnlyList<WorklistRow>> ListAsync(WorklistFilter filter, WorklistPlace? after, int limit, CancellationToken ct, bool lastFirst = false)
    {
        var today = clock.Today;
        var open = db.Matching(filter, units, lateness, notices, today).AsNoTracking().Beyond(after, lastFirst);
        var first = (lastFirst ? open.OrderByDescending(due => due.Closes).ThenByDescending(due => due.Id) : open.OrderBy(due => due.Closes).ThenBy(due => due.Id)).Take(limit);
        var page = from noticed in NoticeCalls.Served(db, first)
                   let obligation = noticed.Due
                   join client in db.Clients on obligation.ClientId equals client.Id
                   join found in db.Staff on obligation.ResponsibleId equals found.Id into staff
                   from worker in staff.DefaultIfEmpty()
                   join held in db.Measures on obligation.MeasureId equals held.Id into measures
                   from measure in measures.DefaultIfEmpty()
                   select new { obligation, client, worker, measure, noticed.ByAct, noticed.ByPaper };
        var ordered = lastFirst ? page.OrderByDescending(row => row.obligation.Closes).ThenByDescending(row => row.obligation.Id) : page.OrderBy(row => row.obligation.Closes).ThenBy(row => row.obligation.Id);
        var rows = await ordered.Select(row => new Stored(
            row.obligation.Id, row.client.Id, row.client.Name, row.client.Sex, row.client.BirthDate, row.client.IdentityNumber, row.client.Phone, row.client.Risk, row.obligation.UnitId, row.obligation.ResponsibleId, row.worker.Name,
            row.obligation.Kind, row.obligation.Opens, row.obligation.Closes, row.obligation.Rule, row.obligation.PolicyVersion, row.measure == null ? null : row.measure.Kind, row.obligation.Version, row.ByAct, row.ByPaper)).ToListAsync(ct);
        return [.. rows.Select(row => new WorklistRow
        {
            Id = row.Id,
            ClientId = row.ClientId,
            Name = keys.Open(row.Name, SealedColumn.ClientName, row.ClientId),
            Sex = row.Sex,
            Age = row.BirthDate is { } born ? AgeOn(born, today) : null,
            Number = keys.OpenOrNull(row.Number, SealedColumn.ClientIdentityNumber, row.ClientId),
            Phone = row.Phone,
            Risk = row.Risk,
            UnitId = row.UnitId,
            Unit = units.NameOf(row.UnitId),
            ResponsibleId = row.ResponsibleId,
            Responsible = row.Responsible,
            Kind = row.Kind,
            Opens = row.Opens,
            Closes = row.Closes,
            Rule = row.Rule,
            Measure = row.Measure,
            DaysOverdue = lateness.IsProvisional(row.Kind, row.Rule, row.PolicyVersion, row.Closes) ? Math.Min(0, today.DayNumber - row.Closes.DayNumber) : today.DayNumber - row.Closes.DayNumber,
            IsProvisional = lateness.IsMarked((row.Kind, row.Rule, row.PolicyVersion), row.Opens, row.Closes, today),
            NoticeReminder = notices.DueOn(row.Kind, row.Rule, row.PolicyVersion, row.Opens, row.Closes),
            NoticeServedOn = NoticedDuty.Later(row.ByAct, row.ByPaper),
            Version = row.Version,
        })];
    }

    /// <summary>How much there is in each state, in one statement.</summary>
    public async Task<WorklistCounts> CountsAsync(WorklistFilter filter, CancellationToken ct)
    {
        var today = clock.Today;
        var soon = today.AddDays(WorklistQueries.ComingDays);
        var (late, due) = (lateness.On(today), lateness.DueOn(today));
        var counts = await db.Matching(filter with { State = WorklistState.ToDo }, units, lateness, notices, today.AddDays(WorklistQueries.ComingDays))
            .GroupBy(_ => 1)
            .Select(all => new WorklistCounts(
                all.AsQueryable().Count(late),
                all.AsQueryable().Count(due),
                all.Count(obligation => obligation.Opens > today && obligation.Opens <= soon)))
            .SingleOrDefaultAsync(ct);
        return counts ?? new WorklistCounts(0, 0, 0);
    }

    /// <summary>Overdue and due by unit and worker: the sums of a point, a station, a district are added up from these.</summary>
    public async Task<IReadOnlyList<WorklistShare>> SharesAsync(WorklistFilter filter, CancellationToken ct)
    {
        var today = clock.Today;
        var (late, due) = (lateness.On(today), lateness.DueOn(today));
        return await db.Matching(filter with { State = WorklistState.ToDo }, units, lateness, notices, today)
            .GroupBy(obligation => new { obligation.UnitId, obligation.ResponsibleId })
            .Select(group => new WorklistShare(group.Key.UnitId, group.Key.ResponsibleId, group.AsQueryable().Count(late), group.AsQueryable().Count(due)))
            .ToListAsync(ct);
    }

    /// <summary>Screens that wait for somebody else: a preliminary positive for the police, an absence for whoever confirms it.</summary>
    public IQueryable<Screen> Waiting(WorklistFilter filter) => Of(filter, db.Screens.AsNoTracking()
        .Where(screen => screen.AnnulledOn == null && (screen.Result == ScreenResult.PositivePreliminary || screen.Outcome == ScreenOutcome.EvadedUnconfirmed)));

    /// <summary>Screens entered since an instant.</summary>
    public IQueryable<Screen> ChangedScreens(WorklistFilter filter, DateTime since) => Of(filter, db.Screens.AsNoTracking().Where(screen => screen.EnteredAt >= since));

    /// <summary>Contacts entered since an instant.</summary>
    public IQueryable<Contact> ChangedContacts(WorklistFilter filter, DateTime since) => Of(filter, db.Contacts.AsNoTracking().Where(contact => contact.EnteredAt >= since));

    /// <summary>What other offices have answered to changes of place that were asked for here: a rejected one has to be told to whoever asked (rules R1.37).</summary>
    public IQueryable<MeasureAct> ChangedAnswers(WorklistFilter filter, DateTime since) => Of(filter, db.MeasureActs.AsNoTracking()
        .Where(act => act.RecordedAt >= since && act.AnnulledOn == null && (act.Kind == MeasureActKind.TransferRejected || act.Kind == MeasureActKind.TransferAccepted)));

    IQueryable<T> Of<T>(WorklistFilter filter, IQueryable<T> records) where T : class, IAboutClient
    {
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            records = records.Where(record => below.Contains(record.UnitId));
        }
        return filter.ResponsibleId is { } worker ? records.Where(record => db.Clients.Any(client => client.Id == record.ClientId && client.ResponsibleId == worker)) : records;
    }

    public static int AgeOn(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
}

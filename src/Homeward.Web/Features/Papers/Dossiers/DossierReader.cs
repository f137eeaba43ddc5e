using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>Reads dossiers: of one client, or of a page of cases, in the same few statements.</summary>
public sealed class DossierReader(Db db, ClientBriefs briefs, PlanObligations plan, ShanghaiClock clock)
{
    /// <summary>What leaves a paper in the slot of assessments: overdue, it is a gap there (rules R2.12, R2.38).</summary>
    internal static readonly ObligationKind[] Reviews = [ObligationKind.RiskReassessment, ObligationKind.HalfYearSummary, ObligationKind.YearlyAssessment];

    sealed record Case(Measure Measure, Client Client, int OverdueInterviews, int OverdueAssessments, List<(Guid Id, DateOnly On)> Risks);

    internal sealed record Made(Guid Id, Guid ClientId, Guid? MeasureId, DossierSlot Slot, DateOnly On, FillingSource Source, bool Counts);

    /// <summary>The dossiers of these measures, in their order.</summary>
    public async Task<IReadOnlyList<DossierLook>> ReadAsync(IQueryable<Measure> measures, int most, CancellationToken ct)
    {
        var cases = await CasesAsync(measures, most, ct);
        var ids = cases.Select(one => one.Client.Id).Distinct().ToList();
        var screens = (await db.Screens.AsNoTracking().Where(screen => ids.Contains(screen.ClientId) && screen.AnnulledOn == null).ToListAsync(ct)).ToLookup(screen => screen.ClientId);
        var contacts = (await ContactsAsync(ids, ct)).ToLookup(filled => filled.ClientId);
        var made = (await MadeAsync(ids, ct)).ToLookup(one => one.ClientId);
        return [.. cases.Select(one => new DossierLook(briefs.Of(one.Client), one.Measure, DossierOf(one, [.. one.Measure.Own(screens[one.Client.Id])], contacts[one.Client.Id], made[one.Client.Id])))];
    }

    /// <summary>The dossier of one measure that was read already, with the screens under it.</summary>
    public async Task<Dossier> OfAsync(Client client, Measure measure, IReadOnlyCollection<Screen> screens, CancellationToken ct)
    {
        var today = clock.Today;
        var work = await db.Clients.AsNoTracking().Where(found => found.Id == client.Id).Select(found => new
        {
            Interviews = db.Obligations.Count(due => due.ClientId == client.Id && due.MeasureId == measure.Id && due.Kind == ObligationKind.Interview && due.SettledOn == null && due.Closes < today),
            Assessments = db.Obligations.Count(due => due.ClientId == client.Id && due.MeasureId == measure.Id && Reviews.Contains(due.Kind) && due.SettledOn == null && due.Closes < today),
            Risks = db.RiskRecords.Where(risk => risk.ClientId == found.Id).Select(risk => new { risk.Id, risk.On }).ToList(),
            Contacts = db.Contacts.Where(contact => contact.ClientId == found.Id && contact.AnnulledOn == null).Select(contact => new { contact.Id, contact.Mode, contact.On }).ToList(),
        }).AsSingleQuery().SingleAsync(ct);
        var made = await MadeAsync([client.Id], ct);
        return DossierOf(
            new Case(measure, client, work.Interviews, work.Assessments, [.. work.Risks.Select(risk => (risk.Id, risk.On))]),
            [.. measure.Own(screens.Where(screen => !screen.IsAnnulled))],
            work.Contacts.GroupBy(contact => contact.Mode).Select(group => (client.Id, group.Key, group.Count(), group.Max(contact => contact.On))),
            made);
    }

    async Task<List<Case>> CasesAsync(IQueryable<Measure> measures, int most, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await (
            from measure in measures.AsNoTracking().Include(found => found.Acts)
            join client in db.Clients.AsNoTracking() on measure.ClientId equals client.Id
            orderby measure.KnownOn descending, measure.Id descending
            select new
            {
                measure,
                client,
                Interviews = db.Obligations.Count(due => due.ClientId == client.Id && due.MeasureId == measure.Id && due.Kind == ObligationKind.Interview && due.SettledOn == null && due.Closes < today),
                Assessments = db.Obligations.Count(due => due.ClientId == client.Id && due.MeasureId == measure.Id && Reviews.Contains(due.Kind) && due.SettledOn == null && due.Closes < today),
                Risks = db.RiskRecords.Where(risk => risk.ClientId == client.Id).ToList(),
            }).Take(most).ToListAsync(ct);
        return [.. rows.Select(row => new Case(row.measure, row.client, row.Interviews, row.Assessments, [.. row.Risks.Select(risk => (risk.Id, risk.On))]))];
    }

    /// <summary>For each way of contact how often and when last: a dossier needs no more, and a page of cases has thousands.</summary>
    async Task<IEnumerable<(Guid ClientId, ContactMode Mode, int Times, DateOnly On)>> ContactsAsync(List<Guid> ids, CancellationToken ct) =>
        (await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.ClientId) && contact.AnnulledOn == null)
            .GroupBy(contact => new { contact.ClientId, contact.Mode })
            .Select(group => new { group.Key.ClientId, group.Key.Mode, Times = group.Count(), On = group.Max(contact => contact.On) }).ToListAsync(ct))
        .Select(group => (group.ClientId, group.Mode, group.Times, group.On));

    /// <summary>The papers and scans of these clients that stand.</summary>
    internal async Task<List<Made>> MadeAsync(List<Guid> ids, CancellationToken ct)
    {
        var papers = await db.Papers.AsNoTracking().Where(paper => ids.Contains(paper.ClientId) && paper.VoidedOn == null)
            .Select(paper => new { paper.Id, paper.ClientId, paper.MeasureId, paper.Kind, paper.MadeOn }).ToListAsync(ct);
        var scans = await db.Scans.AsNoTracking().Where(scan => ids.Contains(scan.ClientId) && scan.AnnulledOn == null)
            .Select(scan => new Made(scan.Id, scan.ClientId, scan.MeasureId, scan.Slot, scan.On, FillingSource.Scan, true)).ToListAsync(ct);
        return [.. papers.Select(paper => new Made(paper.Id, paper.ClientId, paper.MeasureId, DossierRules.SlotOf(paper.Kind), paper.MadeOn, FillingSource.Paper, DossierRules.Counts(paper.Kind))), .. scans];
    }

    /// <summary>What of the papers lies in the dossier of the measure.</summary>
    internal static IEnumerable<DossierFilling> Filling(Measure measure, IEnumerable<Made> made) => made
        .Where(paper => paper.MeasureId == measure.Id || paper.MeasureId is null)
        .Select(paper => new DossierFilling(paper.Slot, paper.Source, paper.Id, paper.On) { Counts = paper.Counts });

    Dossier DossierOf(Case one, List<Screen> screens, IEnumerable<(Guid ClientId, ContactMode Mode, int Times, DateOnly On)> contacts, IEnumerable<Made> made)
    {
        var (measure, client) = (one.Measure, one.Client);
        var pack = plan.PackOf(client, measure);
        var begun = measure.OrderedOn ?? measure.KnownOn;
        return Dossier.Of(new DossierFacts(measure, MeasureClock.StateOf(measure.History(client.Sex, screens), pack, clock.Today))
        {
            Today = clock.Today,
            Days = pack.Number(PolicyKeys.DossierDays),
            OverdueInterviews = one.OverdueInterviews,
            OverdueAssessments = one.OverdueAssessments,
            Fillings =
            [
                .. Filling(measure, made),
                .. screens.Where(screen => screen.AnswersAppointment).Select(screen => new DossierFilling(DossierSlot.TestRecords, FillingSource.Screen, screen.Id, screen.On)),
                .. contacts.Where(contact => contact.On >= begun).SelectMany(contact => DossierRules.SlotsOf(contact.Mode).Select(slot => new DossierFilling(slot, FillingSource.Contact, client.Id, contact.On) { Times = contact.Times })),
                .. one.Risks.Where(risk => risk.On >= begun).Select(risk => new DossierFilling(DossierSlot.Assessments, FillingSource.Assessment, risk.Id, risk.On)),
                .. measure.Acts.Where(act => act is { Kind: MeasureActKind.NoticeServed, IsAnnulled: false }).Select(act => new DossierFilling(DossierSlot.TestNotices, FillingSource.Act, act.Id, act.On)),
            ],
        });
    }
}

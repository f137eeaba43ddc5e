using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Draws up a measure's obligations from the policy in force and settles them by the records; running it again changes nothing.</summary>
public sealed class PlanObligations(Db db, PolicyPacks packs, UnitTree units, ShanghaiClock clock)
{
    /// <summary>Plans and settles; the caller saves.</summary>
    public async Task<ObligationPlan> RunAsync(Client client, Measure measure, CancellationToken ct) =>
        await RunAsync(client, measure, await db.Screens.AsNoTracking().Where(screen => screen.ClientId == client.Id).ToListAsync(ct), ct);

    /// <summary>Plans and settles every open measure of a client; the caller saves.</summary>
    public async Task RunAsync(Client client, CancellationToken ct)
    {
        foreach (var measure in await db.Measures.Include(found => found.Acts).Where(found => found.ClientId == client.Id && found.EndedOn == null).ToListAsync(ct))
        {
            await RunAsync(client, measure, ct);
        }
    }

    /// <summary>The same with the client's screens at hand.</summary>
    public async Task<ObligationPlan> RunAsync(Client client, Measure measure, IReadOnlyCollection<Screen> screens, CancellationToken ct)
    {
        var existing = await db.Obligations.Where(obligation => obligation.ClientId == client.Id && obligation.MeasureId == measure.Id).ToListAsync(ct);
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.ClientId == client.Id && contact.AnnulledOn == null)
            .Select(contact => new { contact.Id, contact.On, contact.Purposes, contact.LifeEvents }).ToListAsync(ct);
        var risks = await db.RiskRecords.Where(risk => risk.ClientId == client.Id).ToListAsync(ct);
        var records = screens.SelectMany(WorkRecord.Of)
            .Concat(contacts.SelectMany(contact => WorkRecord.OfContact(contact.Id, contact.On, contact.Purposes, contact.LifeEvents)))
            .Concat(db.Contacts.Local.Where(contact => contact.ClientId == client.Id && db.Entry(contact).State == EntityState.Added).SelectMany(WorkRecord.Of))
            .Concat(await db.AssessmentsAsync(client.Id, ct));
        return Plan(client, measure, existing, records, risks.Concat(db.RiskRecords.Local.Where(risk => risk.ClientId == client.Id)).Distinct());
    }

    /// <summary>
    /// Plans anew with a screen that moves the plan: it makes a warning or a new look at the risk due, and at the limit a look at the case. One that was made under no measure counts for
    /// those that were in force on its day; the caller saves.
    /// </summary>
    public async Task RunWithAsync(Client client, Screen screen, CancellationToken ct)
    {
        var owners = await db.Measures.Include(found => found.Acts)
            .Where(found => found.ClientId == client.Id && (found.Id == screen.MeasureId || (screen.MeasureId == null && found.OrderedOn <= screen.On && (found.EndedOn == null || found.EndedOn >= screen.On)))).ToListAsync(ct);
        if (owners.Count == 0)
        {
            return;
        }
        var screens = await db.Screens.AsNoTracking().Where(other => other.ClientId == client.Id && other.Id != screen.Id).ToListAsync(ct);
        foreach (var measure in owners)
        {
            await RunAsync(client, measure, [.. screens, screen], ct);
        }
    }

    /// <summary>The same without reading the database, for many clients at once.</summary>
    public ObligationPlan Plan(Client client, Measure measure, IReadOnlyCollection<Obligation> existing, IEnumerable<WorkRecord> records, IEnumerable<RiskRecord> risks)
    {
        var (plan, added) = Draw(client, measure, existing, records, risks);
        db.Obligations.AddRange(added);
        return plan;
    }

    /// <summary>Draws the ledger and hands back the obligations that are new instead of adding them, for who writes very many.</summary>
    public (ObligationPlan Plan, IReadOnlyList<Obligation> Added) Draw(
        Client client, Measure measure, IReadOnlyCollection<Obligation> existing, IEnumerable<WorkRecord> records, IEnumerable<RiskRecord> risks)
    {
        var today = clock.Today;
        var pack = PackOf(client, measure);
        var known = records.Select(record => record.Under(pack)).ToList();
        var plan = Planned(client, measure, risks, known, pack, today);
        return (plan, Drawn(client, measure, new LedgerFacts(plan, today) { KnownSince = KnownSince(client, today) }, existing, known));
    }

    /// <summary>What the measure makes due, from its papers and acts, the tests that were refused, evaded or confirmed positive, the assessments that were written, and the client's risk.</summary>
    public static ObligationPlan Planned(Client client, Measure measure, IEnumerable<RiskRecord> risks, IReadOnlyCollection<WorkRecord> records, PolicyPack pack, DateOnly today)
    {
        var history = measure.History(client.Sex, []);
        var own = records.Where(record => record.Kind == ObligationKind.Screen && record.CountsFor(measure)).ToList();
        var facts = new ObligationFacts(measure.Id, history with { Events = [.. history.Events, .. own.Select(WorkRecord.EventOf).OfType<ScreenEvent>()] })
        {
            Assessments = [.. records.Where(record => record.IsAssessmentOf(measure.Id)).Select(record => record.On)],
            Risks = [.. risks.OrderBy(risk => risk.On).ThenBy(risk => risk.EnteredAt).SelectMany(risk => risk.Steps())],
            LifeEvents = [.. records.Where(record => record.LifeEvent is not null).Select(record => (record.LifeEvent!, record.On))],
            // By its day: a leave that was entered anew has another number, and only a screen that was made has come in.
            RemoteScreens = own.Where(record => record is { LeaveId: not null, Settlement: Settlement.Fulfilled })
                .GroupBy(record => measure.LeaveOn(record.On)?.Id ?? record.LeaveId!.Value).ToDictionary(leave => leave.Key, leave => leave.Min(record => record.On)),
        };
        return ObligationPlan.For(facts, pack, today);
    }

    /// <summary>Settles what is known by the records and the papers of the measure, and answers with the obligations that are new.</summary>
    public static IReadOnlyList<Obligation> Drawn(Client client, Measure measure, LedgerFacts facts, IReadOnlyCollection<Obligation> existing, IEnumerable<WorkRecord> records) =>
        ObligationLedger.Follow(client, measure.Id, facts with
        {
            ReportedOn = measure.ReportedOn,
            AgreementSignedOn = measure.AgreementSignedOn,
            EndedOn = measure.EndedOn,
            ReleasedOn = measure.ReleasedOn,
            RiskAssessedOn = client.RiskAssessedOn,
        }, existing, records.Where(record => record.CountsFor(measure)));

    /// <summary>The day the file was opened; where another day counts as today, no later than that.</summary>
    DateOnly KnownSince(Client client, DateOnly today) => clock.DayOf(client.CreatedAt) is var day && day < today ? day : today;

    /// <summary>The policy for the place where the measure is executed, or the pack that the measure names.</summary>
    public PolicyPack PackOf(Client client, Measure? measure)
    {
        var today = clock.Today;
        return (measure?.PolicyPack is { } name ? packs.Find(name, today) : null)
            ?? PackFor(measure?.PlaceOfExecutionId ?? client.UnitId);
    }

    /// <summary>The policy in force today at a place, or for the whole country.</summary>
    public PolicyPack PackFor(Guid? place) => packs.For(place is { } unit ? units.Above(unit, UnitLevel.District)?.Code : null, clock.Today);
}

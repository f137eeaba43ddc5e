using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Draws the ledgers of many clients anew: what stands is read in one statement of each kind, and what is new is written in bulk.</summary>
public sealed class RedrawLedgers(Db db, PlanObligations plan, ShanghaiClock clock)
{
    const int AtOnce = 500;

    /// <summary>Files that are new have neither obligations nor records: nothing is read for them.</summary>
    public async Task OpenAsync(IReadOnlyCollection<Client> opened, IEnumerable<RiskRecord> assessed, IEnumerable<Measure> measures, CancellationToken ct)
    {
        var clients = opened.ToDictionary(client => client.Id);
        var risks = assessed.ToLookup(risk => risk.ClientId);
        await db.InsertAsync(measures.SelectMany(measure => plan.Draw(clients[measure.ClientId], measure, [], [], risks[measure.ClientId]).Added), ct);
    }

    /// <summary>Everything must have been saved before; nothing is tracked afterwards.</summary>
    public async Task RunAsync(IReadOnlyCollection<Client> clients, CancellationToken ct)
    {
        foreach (var some in clients.Chunk(AtOnce))
        {
            db.ChangeTracker.Clear();
            var added = await DrawAsync(some, _ => true, ct);
            await db.SaveChangesAsync(ct);
            await db.InsertAsync(added, ct);
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>Draws some clients' ledgers and answers with the obligations that are new; what changed is tracked, and the caller writes both.</summary>
    /// <param name="clients">As they stand in the database.</param>
    /// <param name="isDrawn">Of which measures.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<Obligation>> DrawAsync(IReadOnlyCollection<Client> clients, Func<Measure, bool> isDrawn, CancellationToken ct)
    {
        var ids = clients.Select(client => client.Id).ToList();
        var measures = (await db.Measures.Include(measure => measure.Acts).Where(measure => ids.Contains(measure.ClientId)).ToListAsync(ct)).ToLookup(measure => measure.ClientId);
        var obligations = (await db.Obligations.Where(obligation => ids.Contains(obligation.ClientId)).ToListAsync(ct)).ToLookup(obligation => obligation.ClientId);
        var screens = await db.Screens.AsNoTracking().Where(screen => ids.Contains(screen.ClientId)).ToListAsync(ct);
        var kept = screens.Where(screen => screen is { SampleA: not null, SamplesDisposedOn: null, IsAnnulled: false }).ToLookup(screen => screen.ClientId);
        var records = await RecordsAsync(ids, screens, ct);
        var risks = (await db.RiskRecords.AsNoTracking().Where(risk => ids.Contains(risk.ClientId)).ToListAsync(ct)).ToLookup(risk => risk.ClientId);
        var added = new List<Obligation>();
        foreach (var client in clients)
        {
            Hand(client, obligations[client.Id]);
            added.AddRange(Samples(client, kept[client.Id], obligations[client.Id]));
            foreach (var measure in measures[client.Id].Where(isDrawn))
            {
                var existing = obligations[client.Id].Where(obligation => obligation.MeasureId == measure.Id).ToList();
                added.AddRange(plan.Draw(client, measure, existing, records[client.Id], risks[client.Id]).Added);
            }
        }
        return added;
    }

    static void Hand(Client client, IEnumerable<Obligation> obligations)
    {
        foreach (var obligation in obligations.Where(obligation => obligation.SettledOn is null && obligation.ResponsibleId != client.ResponsibleId))
        {
            obligation.HandTo(client.ResponsibleId);
        }
    }

    /// <summary>What kept samples make due that is not in the worklist yet, such as of a screen that was recorded before samples were followed there.</summary>
    IEnumerable<Obligation> Samples(Client client, IEnumerable<Screen> kept, IEnumerable<Obligation> obligations)
    {
        var existing = obligations.Where(obligation => obligation.Kind == ObligationKind.DisposeSamples).ToDictionary(obligation => obligation.NaturalKey);
        return kept.Select(screen => SamplePlan.Follow(client, screen, plan.PackOf(client, null), existing.GetValueOrDefault(SamplePlan.KeyOf(screen.Id)), clock.Today)).OfType<Obligation>();
    }

    async Task<ILookup<Guid, WorkRecord>> RecordsAsync(List<Guid> ids, List<Screen> screens, CancellationToken ct)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.ClientId) && contact.AnnulledOn == null)
            .Select(contact => new { contact.Id, contact.ClientId, contact.On, contact.Purposes, contact.LifeEvents }).ToListAsync(ct);
        var assessments = await db.Assessments(ids).ToListAsync(ct);
        return screens.SelectMany(screen => WorkRecord.Of(screen).Select(record => (screen.ClientId, record)))
            .Concat(contacts.SelectMany(contact => WorkRecord.OfContact(contact.Id, contact.On, contact.Purposes, contact.LifeEvents).Select(record => (contact.ClientId, record))))
            .Concat(assessments.Select(written => (written.ClientId, written.ToRecord())))
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
    }
}

using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>Opens a measure for a client, corrects its papers, and records what happens to it; the obligations follow.</summary>
public sealed class SaveMeasure(Db db, Keyring keys, ShanghaiClock clock, PlanObligations plan)
{
    public async Task<Measure> OpenAsync(Guid clientId, MeasureKind kind, MeasureFacts facts, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        var others = await db.Measures.Where(measure => measure.ClientId == clientId).ToListAsync(ct);
        var measure = new Measure(client, kind, facts, others, clock.Today);
        measure.CommitCallUps(NewSeed(measure.Id));
        db.Measures.Add(measure);
        client.ClearThreeYearsClean();
        return await SavedAsync(client, measure, "measure.open", ct);
    }

    public async Task<Measure> CorrectAsync(Guid measureId, int version, MeasureFacts facts, CancellationToken ct)
    {
        var (client, measure) = await FetchAsync(measureId, version, ct);
        measure.Correct(facts, client.BirthDate, clock.Today);
        return await SavedAsync(client, measure, "measure.correct", ct);
    }

    public async Task<Measure> ActAsync(Guid measureId, int version, MeasureVerb verb, MeasureVerbInput input, CancellationToken ct)
    {
        var (client, measure) = await FetchAsync(measureId, version, ct);
        verb.Apply(measure, client, input, clock.Today);
        return await SavedAsync(client, measure, $"measure.{verb.ToString().ToLowerInvariant()}", ct);
    }

    /// <summary>The seed of the call-ups, committed when the measure is opened, so that nobody draws again until the days please.</summary>
    public CallUpSeed NewSeed(Guid measureId)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        return new CallUpSeed { Commitment = CallUpSeed.CommitmentOf(seed), Seed = keys.Seal(seed, SealedColumn.CallUpSeed, measureId) };
    }

    async Task<(Client, Measure)> FetchAsync(Guid measureId, int version, CancellationToken ct)
    {
        var measure = await db.Measures.Include(found => found.Acts).RequireAsync(measureId, version, ct);
        return (await db.Clients.RequireAsync(measure.ClientId, ct), measure);
    }

    async Task<Measure> SavedAsync(Client client, Measure measure, string act, CancellationToken ct)
    {
        await plan.RunAsync(client, measure, ct);
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return measure;
    }
}

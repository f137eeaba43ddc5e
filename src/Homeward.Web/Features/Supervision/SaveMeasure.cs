using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Features.Papers.Dossiers;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>Opens a measure for a client, corrects its papers, and records what happens to it; the obligations follow.</summary>
public sealed class SaveMeasure(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan, AskForTransfer transfer, FollowRelease release, ReleaseFileReader files)
{
    public static readonly Broken ReasonUnknown = new("supervision.reason-unknown", "Reason");

    public static readonly Broken WarnedAlready = new("supervision.warned-already", "DocumentNumber") { Rule = "R1.31" };

    public static readonly Broken DecisionMissing = new("supervision.decision-missing", "DocumentNumber") { Rule = "R1.40" };

    public static readonly Broken NeedsConfirmer = new("supervision.needs-confirmer");

    public async Task<Measure> OpenAsync(Guid clientId, MeasureKind kind, MeasureFacts facts, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(WhyNotThere(facts.PlaceOfExecutionId));
        var client = await db.Clients.RequireAsync(clientId, ct);
        var others = await db.Measures.Include(measure => measure.Acts).Where(measure => measure.ClientId == clientId).ToListAsync(ct);
        var papers = kind == MeasureKind.Cdt && facts.ServedIsolationDays == 0 ? facts with { ServedIsolationDays = Measure.IsolationToDeduct(facts, others) } : facts;
        var measure = new Measure(client, kind, papers, others, clock.Today);
        RulesBrokenException.ThrowIfAny(measure.WhyNotTerm(plan.PackOf(client, measure)));
        measure.CommitCallUps(NewSeed(measure.Id));
        var screens = await ScreensAsync(client, ct);
        await CloseAsync(client, [.. others.Where(other => other.GivesWayTo(kind, facts.OrderedOn))], facts, screens, ct);
        db.Measures.Add(measure);
        client.ClearThreeYearsClean();
        // Whether it may be opened depends on the client's other measures (rules R1.53).
        db.Hold(client);
        return await SavedAsync(client, measure, screens, "measure.open", ct);
    }

    /// <summary>A decision of isolation closes what runs in the community, its obligations and a change of place that waits, in the same save (rules R1.53).</summary>
    async Task CloseAsync(Client client, List<Measure> closed, MeasureFacts isolation, List<Screen> screens, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(closed.SelectMany(measure => measure.WhyNotGiveWay(isolation, StateOf(client, measure, screens), Entry(Ids.New()))));
        foreach (var measure in closed)
        {
            measure.GiveWay(isolation, StateOf(client, measure, screens), Entry(Ids.New()));
            if (measure.OpenAct(MeasureActKind.Transferred) is { } moving)
            {
                await transfer.WithdrawAsync(moving.Id, measure, ct);
            }
            await plan.RunAsync(client, measure, screens, ct);
        }
    }

    public async Task<Measure> CorrectAsync(Guid measureId, int version, MeasureFacts facts, CancellationToken ct)
    {
        var (client, measure) = await FetchAsync(measureId, version, ct);
        RulesBrokenException.ThrowIfAny(facts.PlaceOfExecutionId == measure.PlaceOfExecutionId ? [] : WhyNotThere(facts.PlaceOfExecutionId));
        var years = measure.TermYears;
        measure.Correct(facts, client.BirthDate, clock.Today);
        RulesBrokenException.ThrowIfAny(facts.TermYears == years ? [] : measure.WhyNotTerm(plan.PackOf(client, measure)));
        return await SavedAsync(client, measure, await ScreensAsync(client, ct), "measure.correct", ct);
    }

    /// <param name="measureId">The measure.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="verb">What happened.</param>
    /// <param name="input">Its days and papers.</param>
    /// <param name="recordId">Id of the act: a second submit of the same form is the same act.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Measure> ActAsync(Guid measureId, int version, MeasureVerb verb, MeasureVerbInput input, Guid recordId, CancellationToken ct)
    {
        var measure = await db.Measures.Include(found => found.Acts).RequireAsync(measureId, ct);
        if (measure.Acts.Any(act => act.Id == recordId))
        {
            return measure;
        }
        measure.RequireVersion(version);
        var client = await db.Clients.RequireAsync(measure.ClientId, ct);
        var screens = await ScreensAsync(client, ct);
        if (verb.Kind() is not { } kind)
        {
            RulesBrokenException.ThrowIfAny(StepInput.WhyNot(verb, input));
            verb.Step(measure, client, input, clock.Today);
            return await SavedAsync(client, measure, screens, Name(verb), ct);
        }
        RulesBrokenException.ThrowIfAny(input.Reason is null || CodeList.Has("actReason", input.Reason) ? [] : [ReasonUnknown]);
        RulesBrokenException.ThrowIfAny(kind == MeasureActKind.Warning && measure.Acts.FirstOrDefault(act => act is { Kind: MeasureActKind.Warning, IsAnnulled: false } && act.DocumentNumber == input.ToFacts(null).DocumentNumber) is { } warned ? [WarnedAlready.With(warned.DocumentNumber!, warned.On)] : []);
        RulesBrokenException.ThrowIfAny(ActReasons.RestsOnDecision(kind, input.Reason) && string.IsNullOrWhiteSpace(input.DocumentNumber) ? [DecisionMissing] : []);
        RulesBrokenException.ThrowIfAny(kind == MeasureActKind.Reopened ? measure.WhyNotRunAgain(await BesideAsync(client, measure, ct)) : []);
        var act = measure.Record(kind, input.ToFacts(input.Details?.Seal(keys, recordId)), await StateForAsync(kind, client, measure, screens, ct), Entry(recordId));
        await transfer.FollowAsync(client, measure, act, input.Details?.Note, ct);
        return await SavedAsync(client, measure, screens, Name(verb), ct);
    }

    /// <summary>Takes a wrong act out of every count; what it made due goes, what it ended is open again.</summary>
    public async Task<Measure> AnnulAsync(Guid measureId, int version, Guid actId, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [MeasureRules.ReasonMissing] : []);
        var (client, measure) = await FetchAsync(measureId, version, ct);
        var confirms = measure.Acts.Any(act => act.Id == actId && ActRules.Of(act.Kind).Confirms);
        RulesBrokenException.ThrowIfAny(confirms && !actor.May(Permission.ConfirmMeasures) ? [NeedsConfirmer] : []);
        var screens = await ScreensAsync(client, ct);
        var told = new NoticedScreens(screens, MeasureClock.Windows(measure.History(client.Sex, []), plan.PackOf(client, measure), clock.Today));
        measure.Annul(actId, keys.Seal(reason!.Trim(), SealedColumn.ActAnnulReason, actId), clock.Today, await BesideAsync(client, measure, ct), told);
        await transfer.WithdrawAsync(actId, measure, ct);
        await transfer.RenewAsync(measure, ct);
        return await SavedAsync(client, measure, screens, "measure.annul-act", ct);
    }

    /// <summary>What runs beside the measure: an end is taken back only where nothing has taken its place, and of two who see to it at once one loses the race.</summary>
    async Task<List<Measure>> BesideAsync(Client client, Measure measure, CancellationToken ct)
    {
        if (!measure.IsOpen)
        {
            db.Hold(client);
        }
        return await db.Measures.AsNoTracking().Where(other => other.ClientId == client.Id && other.Id != measure.Id && other.EndedOn == null).ToListAsync(ct);
    }

    /// <summary>The seed of the call-ups, committed when the measure is opened, so that nobody draws again until the days please.</summary>
    public CallUpSeed NewSeed(Guid measureId)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        return new CallUpSeed { Commitment = CallUpSeed.CommitmentOf(seed), Seed = keys.Seal(seed, SealedColumn.CallUpSeed, measureId) };
    }

    IEnumerable<Broken> WhyNotThere(Guid? place) => place is { } street && !transfer.IsStreet(street) ? [AskForTransfer.PlaceUnknown with { Field = nameof(MeasureFacts.PlaceOfExecutionId) }] : [];

    MeasureState StateOf(Client client, Measure measure, IEnumerable<Screen> screens) =>
        MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens)), plan.PackOf(client, measure), clock.Today);

    /// <summary>A release also looks at the release file (rules R1.43), an early one at the rehabilitation before the isolation (rules R1.34).</summary>
    async Task<MeasureState> StateForAsync(MeasureActKind kind, Client client, Measure measure, List<Screen> screens, CancellationToken ct)
    {
        var state = StateOf(client, measure, screens);
        return kind switch
        {
            MeasureActKind.Released => state with { File = await files.ReadAsync(client, measure, state, ct) },
            MeasureActKind.EarlyReleaseDecided => state with
            {
                BreachedRehabilitationOn = measure.BreachedRehabilitationOn(
                    await db.Measures.AsNoTracking().Include(other => other.Acts).Where(other => other.ClientId == client.Id && other.Kind == MeasureKind.Crh).ToListAsync(ct)),
            },
            _ => state,
        };
    }

    EntryNote Entry(Guid recordId) => new(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);

    static string Name(MeasureVerb verb) => $"measure.{verb.Word()}";

    Task<List<Screen>> ScreensAsync(Client client, CancellationToken ct) => db.Screens.AsNoTracking().Where(screen => screen.ClientId == client.Id).ToListAsync(ct);

    async Task<(Client, Measure)> FetchAsync(Guid measureId, int version, CancellationToken ct)
    {
        var measure = await db.Measures.Include(found => found.Acts).RequireAsync(measureId, version, ct);
        return (await db.Clients.RequireAsync(measure.ClientId, ct), measure);
    }

    async Task<Measure> SavedAsync(Client client, Measure measure, IReadOnlyCollection<Screen> screens, string act, CancellationToken ct)
    {
        await plan.RunAsync(client, measure, screens, ct);
        await release.TakeAsync(measure, ct);
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return measure;
    }
}

using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>Three years without relapse for one client: since when it counts, how far the certification has come, and the next step (rules R1.56, R7.1).</summary>
public sealed record CleanLook(Client Client, CleanState? State, DateOnly? NoDrivingUntil, CleanCertification? Certification, int ScreensFound, int WindowsMissed);

/// <summary>Takes the certification from application to certificate.</summary>
public sealed class CertifyClean(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    public static readonly Broken AlreadyOpen = new("supervision.certification-open");

    public async Task<CleanLook> ReadAsync(Guid clientId, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        var measures = await db.Measures.Include(measure => measure.Acts).Where(measure => measure.ClientId == clientId).ToListAsync(ct);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == clientId).ToListAsync(ct);
        // Of those of one day the one that is under way, and after it the one that was certified: one that was refused stands for none.
        var certification = (await db.CleanCertifications.Where(found => found.ClientId == clientId).ToListAsync(ct))
            .OrderByDescending(found => found.AppliedOn).ThenBy(found => !found.IsOpen).ThenBy(found => found.Step == CertificationStep.Refused).FirstOrDefault();
        return LookAt(client, measures, screens, certification);
    }

    /// <summary>The same from what is at hand.</summary>
    public CleanLook LookAt(Client client, IReadOnlyCollection<Measure> measures, IReadOnlyCollection<Screen> screens, CleanCertification? certification)
    {
        var pack = plan.PackOf(client, measures.OrderByDescending(measure => measure.OrderedOn).FirstOrDefault());
        var history = CleanHistories.Of(measures, screens, pack);
        var state = history is null ? null : CleanClock.StateOf(history, pack, clock.Today);
        var missed = measures.Where(measure => measure.Kind.IsInTheCommunity() && !(measure.EndedOn < state?.CountsFrom))
            .Sum(measure => MissedUnder(client, measure, screens));
        return new CleanLook(
            client, state, CleanClock.NoDrivingUntil(history?.ConfirmedUses ?? [], CleanHistories.IsolationReleasedOn(measures), pack), certification,
            screens.Count(screen => !screen.IsAnnulled && screen.Outcome == ScreenOutcome.Done && screen.On >= state?.CountsFrom),
            missed);
    }

    int MissedUnder(Client client, Measure measure, IEnumerable<Screen> screens)
    {
        var pack = plan.PackOf(client, measure);
        return MeasureClock.Missed(MeasureClock.Windows(measure.History(client.Sex, measure.Own(screens)), pack, clock.Today), pack);
    }

    public async Task ApplyAsync(Guid clientId, CertificationNote note, Guid recordId, CancellationToken ct)
    {
        var look = await ReadAsync(clientId, ct);
        if (look.Certification?.Id == recordId)
        {
            return;
        }
        RulesBrokenException.ThrowIfAny(look.Certification is { IsOpen: true } ? [AlreadyOpen]
            : look is { Certification.Step: CertificationStep.Certified, Client.IsThreeYearsClean: true } ? [CleanCertification.AlreadyCertified.With(look.Certification.CertifiedOn!)]
            : look.State is null ? [CleanCertification.NotReached.With("–", CleanObstacle.TimeNotOver)] : []);
        db.CleanCertifications.Add(new CleanCertification(look.Client, look.State!, note, Entry(recordId)));
        await SaveAsync("apply", ct);
    }

    /// <summary>Takes the next step: the test series is counted by the product, the police and the certificate come with their papers.</summary>
    public async Task StepAsync(Guid clientId, int version, CertificationNote note, CancellationToken ct)
    {
        var look = await ReadAsync(clientId, ct);
        var certification = look.Certification ?? throw new RulesBrokenException([CleanCertification.WrongStep.With(CertificationStep.Applied)]);
        certification.RequireVersion(version);
        var entry = Entry(certification.Id);
        switch (certification.Step)
        {
            case CertificationStep.Applied: certification.CheckSeries(look.State, look.ScreensFound, look.WindowsMissed, note, entry); break;
            case CertificationStep.SeriesChecked: certification.ConfirmByPolice(look.State, note, entry); break;
            default: await CertifyAsync(look, certification, note, entry, ct); break;
        }
        await SaveAsync($"{certification.Step}", ct);
    }

    public async Task RefuseAsync(Guid clientId, int version, CertificationNote note, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [MeasureRules.ReasonMissing] : []);
        var certification = (await ReadAsync(clientId, ct)).Certification ?? throw new RulesBrokenException([CleanCertification.WrongStep.With(CertificationStep.Applied)]);
        certification.RequireVersion(version);
        certification.Refuse(keys.Seal(reason!.Trim(), SealedColumn.CertificationRefusal, certification.Id), note, Entry(certification.Id));
        await SaveAsync("refuse", ct);
    }

    /// <summary>Control ends: being at large under three years is over, and what it made due with it.</summary>
    async Task CertifyAsync(CleanLook look, CleanCertification certification, CertificationNote note, EntryNote entry, CancellationToken ct)
    {
        certification.Certify(look.Client, look.State, note, entry);
        foreach (var measure in db.Measures.Local.Where(measure => measure is { Kind: MeasureKind.AtLarge, IsOpen: true }).ToList())
        {
            measure.Record(MeasureActKind.Released, new ActFacts(note.On) { DocumentNumber = note.DocumentNumber }, null, entry with { RecordId = Ids.New(), IsHistory = true });
            await plan.RunAsync(look.Client, measure, ct);
        }
    }

    async Task SaveAsync(string step, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = $"cleanCertification.{char.ToLowerInvariant(step[0])}{step[1..]}" };
        await db.SaveChangesAsync(ct);
    }

    EntryNote Entry(Guid recordId) => new(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
}

using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Reads a client's file in four statements.</summary>
public sealed class ClientFileReader(Db db, Keyring keys, PlanObligations plan, ShanghaiClock clock, ClientBriefs briefs, CertifyClean clean)
{
    const int Most = 400;

    public async Task<ClientFile> ReadAsync(Guid id, CancellationToken ct)
    {
        var file = await HeadAsync(id, ct);
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.ClientId == id).ToListAsync(ct);
        var screens = await (
            from screen in db.Screens.AsNoTracking().Where(screen => screen.ClientId == id).OrderByDescending(screen => screen.On).ThenByDescending(screen => screen.Id).Take(Most)
            join found in db.Accounts.AsNoTracking() on screen.EnteredById equals found.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join confirming in db.Accounts.AsNoTracking() on screen.ConfirmedById equals confirming.Id into confirmers
            from confirmer in confirmers.DefaultIfEmpty()
            orderby screen.On descending, screen.Id descending
            select new ClientScreen(screen, account.DisplayName, confirmer.DisplayName)).ToListAsync(ct);
        var obligations = await NoticeCalls.Served(db, db.Obligations.AsNoTracking().Where(obligation => obligation.ClientId == id).OrderByDescending(obligation => obligation.Opens).ThenBy(obligation => obligation.Id).Take(Most)).ToListAsync(ct);
        return file with
        {
            Screens = screens,
            Unsettled = [.. Unsettled(file, screens)],
            Obligations = [.. obligations.Select(noticed => noticed.Due)],
            Notices = obligations.Where(noticed => noticed.On is not null).ToDictionary(noticed => noticed.Due.Id, noticed => noticed.On!.Value),
            Clean = clean.LookAt(file.Client, measures, [.. screens.Select(screen => screen.Screen)], null),
            Measures = [.. measures.OrderByDescending(measure => measure.IsOpen).ThenByDescending(measure => measure.OrderedOn).Select(measure => Stand(file.Client, measure, screens))],
        };
    }

    async Task<ClientFile> HeadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Clients.AsNoTracking().Where(client => client.Id == id).Select(client => new
        {
            Client = client,
            Responsible = db.Staff.Where(staff => staff.Id == client.ResponsibleId).Select(staff => staff.Name).FirstOrDefault(),
            Risks = db.RiskRecords.Where(risk => risk.ClientId == client.Id).OrderByDescending(risk => risk.On).ToList(),
            Stretches = db.ClientAssignments.Where(stretch => stretch.ClientId == client.Id).OrderByDescending(stretch => stretch.From)
                .Select(stretch => new { Assignment = stretch, Worker = db.Staff.Where(staff => staff.Id == stretch.StaffId).Select(staff => staff.Name).FirstOrDefault() }).ToList(),
            Releases = db.CentreReleases.Where(release => release.ClientId == client.Id)
                .Select(release => new ClientRelease(release.Id, release.State, release.AnnouncedOn, release.AnsweredOn, release.VisitedOn, release.ReceivedOn, release.PapersReceivedOn, release.ArrivedOn)).ToList(),
            Disputes = db.ScreenDisputes.Where(dispute => dispute.ClientId == client.Id).OrderBy(dispute => dispute.Id).ToList(),
            Certifications = db.CleanCertifications.Where(certification => certification.ClientId == client.Id).OrderBy(certification => certification.Id).ToList(),
        }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
        return new ClientFile
        {
            Brief = briefs.Of(found.Client),
            Responsible = found.Responsible,
            Risks = found.Risks,
            Releases = found.Releases,
            Disputes = found.Disputes,
            Certifications = found.Certifications,
            Stretches = [.. found.Stretches.Select(stretch => new ClientStretch(stretch.Assignment, stretch.Worker))],
        };
    }

    IEnumerable<(Screen, ScreenNext)> Unsettled(ClientFile file, IEnumerable<ClientScreen> screens)
    {
        var limit = DisputeLimits.Of(plan.PackOf(file.Client, null));
        foreach (var screen in screens.Select(one => one.Screen).Reverse())
        {
            if (ScreenNext.Of(screen, file.Disputes.FirstOrDefault(dispute => dispute.ScreenId == screen.Id), limit) is { } next)
            {
                yield return (screen, next);
            }
        }
    }

    /// <summary>Where a measure stands today.</summary>
    ClientMeasure Stand(Client client, Measure measure, IEnumerable<ClientScreen> screens)
    {
        var pack = plan.PackOf(client, measure);
        var history = measure.History(client.Sex, measure.Own(screens.Select(screen => screen.Screen)));
        var state = MeasureClock.StateOf(history, pack, clock.Today);
        var missing = measure.IsOpen ? ObligationPlan.For(new ObligationFacts(measure.Id, history with { Events = [] }), pack, clock.Today).Missing : [];
        var drawn = DrawnDay(measure, state);
        return new ClientMeasure(measure, state, missing) { CallUpOn = drawn <= clock.Today ? drawn : null, CallUpAhead = drawn > clock.Today, Opened = Open(measure, state) };
    }

    /// <summary>The day that the seed draws in the window that is open today.</summary>
    DateOnly? DrawnDay(Measure measure, MeasureState state) =>
        measure.CallUps is { } callUps && state.Windows.FirstOrDefault(window => window.State == ScreeningWindowState.Open) is { } open
            ? CallUpSeed.DayIn(open, keys.OpenBytes(callUps.Seed, SealedColumn.CallUpSeed, measure.Id), callUps.ClientWord)
            : null;

    /// <summary>The seed is opened when the term is past: a measure that ended early may be reopened, and its days must not be known then.</summary>
    OpenedCallUps? Open(Measure measure, MeasureState state)
    {
        if (!(state.EndsOn < clock.Today) || measure.CallUps is not { } callUps || state.Windows.Count == 0)
        {
            return null;
        }
        var seed = keys.OpenBytes(callUps.Seed, SealedColumn.CallUpSeed, measure.Id);
        return new OpenedCallUps(Convert.ToHexStringLower(seed), [.. state.Windows.Select(window => (window, CallUpSeed.DayIn(window, seed, callUps.ClientWord)))]);
    }
}

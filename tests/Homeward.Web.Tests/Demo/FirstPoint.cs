using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Data.Sealing;
using Homeward.Domain.Casework;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Demo;

/// <summary>What lies in the first point of a world, read from its database or told without one, and the one list of the states that a newcomer is to find there.</summary>
sealed record FirstPoint
{
    public required IReadOnlyList<MeasureState> States { get; init; }
    public required IReadOnlyList<Client> Clients { get; init; }
    public required IReadOnlyList<Measure> Measures { get; init; }
    public required IReadOnlyList<MeasureAct> Acts { get; init; }
    public required IReadOnlyList<TeamMember> Team { get; init; }
    public required IReadOnlyList<IncomingTransfer> Transfers { get; init; }
    public required IReadOnlyList<CentreRelease> Releases { get; init; }
    public required IReadOnlyList<Screen> Screens { get; init; }
    public required IReadOnlyList<ScreenDispute> Disputes { get; init; }
    public required IReadOnlyList<CleanCertification> Certifications { get; init; }
    public required IReadOnlyList<RiskRecord> Risks { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }
    public required IReadOnlyList<Obligation> Obligations { get; init; }
    public required IReadOnlyList<Paper> Papers { get; init; }
    public required IReadOnlyList<Scan> Scans { get; init; }

    /// <summary>Every state that is not there, of every list of states.</summary>
    public IEnumerable<string> Missing =>
    [
        .. Of(States.Select(state => state.Status)),
        .. Of(Acts.Select(act => act.Kind)),
        .. Of(Measures.Select(measure => measure.Kind)),
        .. Of(States.SelectMany(state => state.Windows).Select(window => window.State)),
        .. Of(States.SelectMany(state => state.BreachGrounds)),
        .. Of(States.SelectMany(state => state.Counted).Select(counted => counted.Counter)),
        .. Of(Transfers.Select(transfer => transfer.State)),
        .. Of(Releases.Select(release => release.State)),
        .. Of(Screens.Select(screen => screen.Outcome)),
        .. Of(Screens.Select(screen => screen.Result).OfType<ScreenResult>()),
        .. Of(Screens.Select(screen => screen.Kind)),
        .. Of(Screens.Select(screen => screen.Specimen)),
        .. Of(Disputes.SelectMany(dispute => dispute.Entries).Select(entry => entry.Step)),
        .. Of(Certifications.Select(certification => certification.Step)),
        .. Of(Risks.Select(risk => risk.State)),
        .. Of(Clients.Select(client => client.Risk).OfType<RiskLevel>()),
        .. Of(Team.Select(member => member.Role)),
        .. Of(Contacts.Select(contact => contact.Mode)),
        .. Of(Obligations.Select(due => due.StateOn(Home.Today))),
        .. Of(Obligations.Select(due => due.Settlement).OfType<Settlement>()),
        // The days to forward the papers of a change of place are a local rule (R1.36) that Shanghai's pack does not have.
        .. Of(Obligations.Select(due => due.Kind).Append(ObligationKind.ForwardFile)),
        .. Of(Papers.Select(paper => paper.Kind)),
        .. Of(Scans.Select(scan => scan.Format)),
    ];

    public static async Task<FirstPoint> ReadAsync(Db db, IServiceProvider services)
    {
        var point = await db.Units.Where(unit => unit.Level == UnitLevel.Point).OrderBy(unit => unit.Code).Select(unit => unit.Id).FirstAsync();
        var district = await db.Units.Where(unit => unit.Level == UnitLevel.District && db.Units.Any(street => street.ParentId == unit.Id && db.Units.Any(below => below.Id == point && below.ParentId == street.Id))).SingleAsync();
        var clients = await db.Clients.AsNoTracking().Where(client => client.UnitId == point).ToListAsync();
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.UnitId == point).ToListAsync();
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.UnitId == point).ToListAsync();
        return new FirstPoint
        {
            States = StatesOf(clients, measures, screens, services.GetRequiredService<PolicyPacks>().For(district.Code, Home.Today)),
            Clients = clients,
            Measures = measures,
            Acts = [.. measures.SelectMany(measure => measure.Acts)],
            Team = await db.TeamMembers.AsNoTracking().Where(member => member.UnitId == point).ToListAsync(),
            Transfers = await db.IncomingTransfers.AsNoTracking().Where(transfer => transfer.UnitId == point).ToListAsync(),
            Releases = await db.CentreReleases.AsNoTracking().Where(release => release.UnitId == point).ToListAsync(),
            Screens = screens,
            Disputes = await db.ScreenDisputes.AsNoTracking().Where(dispute => dispute.UnitId == point).ToListAsync(),
            Certifications = await db.CleanCertifications.AsNoTracking().Where(certification => certification.UnitId == point).ToListAsync(),
            Risks = await db.RiskRecords.AsNoTracking().Where(risk => risk.UnitId == point).ToListAsync(),
            Contacts = await db.Contacts.AsNoTracking().Where(contact => contact.UnitId == point).ToListAsync(),
            Obligations = await db.Obligations.AsNoTracking().Where(due => due.UnitId == point).ToListAsync(),
            Papers = await db.Papers.AsNoTracking().Where(paper => paper.UnitId == point).ToListAsync(),
            Scans = await db.Scans.AsNoTracking().Where(scan => scan.UnitId == point).ToListAsync(),
        };
    }

    /// <summary>Told by the generator of every world, without a database: the clients of the first point, and those of the second whose fixed lives it sees from outside.</summary>
    public static FirstPoint Tell(DemoOrder order, Keyring keys, PolicyPacks packs)
    {
        var scenes = DemoCast.Draw(order).Scenes(order, keys, packs);
        var post = scenes[0].Worker.Post;
        var told = scenes.Index().Where(one => one.Item.Worker.Post == post || one.Item.Exemplar is not null).Select(one => (File: ClientLife.Tell(one.Item, one.Index), Scene: one.Item)).ToList();
        List<T> All<T>(Func<ClientFile, IEnumerable<T>> records, Func<T, Guid> unitOf) => [.. told.SelectMany(one => records(one.File)).Where(record => unitOf(record) == post.Point.Id)];
        var clients = told.Select(one => one.File.Client).Where(client => client.UnitId == post.Point.Id).ToList();
        var measures = All(file => file.Measures, measure => measure.UnitId);
        var screens = All(file => file.Screens, screen => screen.UnitId);
        return new FirstPoint
        {
            States = StatesOf(clients, measures, screens, scenes[0].Pack),
            Clients = clients,
            Measures = measures,
            Acts = [.. measures.SelectMany(measure => measure.Acts)],
            Team = All(file => file.Team, member => member.UnitId),
            Transfers = All(file => file.Transfers, transfer => transfer.UnitId),
            Releases = [.. All(file => file.Releases, release => release.UnitId), .. ReleaseLife.OfStrangers([scenes[0]])],
            Screens = screens,
            Disputes = All(file => file.Disputes, dispute => dispute.UnitId),
            Certifications = All(file => file.Certifications, certification => certification.UnitId),
            Risks = All(file => file.Risks, risk => risk.UnitId),
            Contacts = All(file => file.Contacts, contact => contact.UnitId),
            Obligations = All(file => file.Obligations, due => due.UnitId),
            Papers = [.. new DemoPapers(keys).Make(told).Where(paper => paper.UnitId == post.Point.Id)],
            Scans = All(file => file.Scans, scan => scan.UnitId),
        };
    }

    static IReadOnlyList<MeasureState> StatesOf(IEnumerable<Client> clients, IEnumerable<Measure> measures, IEnumerable<Screen> screens, PolicyPack pack)
    {
        var sexes = clients.ToDictionary(client => client.Id, client => client.Sex);
        var own = screens.ToLookup(screen => screen.ClientId);
        return [.. measures.Select(measure => MeasureClock.StateOf(measure.History(sexes[measure.ClientId], measure.Own(own[measure.ClientId])), pack, Home.Today))];
    }

    static IEnumerable<string> Of<T>(IEnumerable<T> shown) where T : struct, Enum => Enum.GetValues<T>().Except(shown).Select(state => $"{typeof(T).Name}.{state}");
}

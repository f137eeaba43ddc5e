using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Domain.Casework;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Features.Papers.Dossiers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Demo;

/// <summary>A newcomer who opens a demo world finds every state in the first point, which the first worker, its leader, the station's head and the street's office all see.</summary>
public abstract class DemoStatesTests(DemoHome home)
{
    [Fact]
    public Task A_measure_of_every_status_and_an_act_of_every_kind_lie_in_the_first_point() => OfFirstPointAsync(async (db, services, point) =>
    {
        ShowsEvery<MeasureStatus>(await StatusesAsync(db, services, point));
        ShowsEvery<MeasureActKind>(await db.MeasureActs.Where(act => act.UnitId == point).Select(act => act.Kind).ToListAsync());
    });

    [Fact]
    public Task Changes_of_place_of_every_state_have_come_to_the_first_point_and_a_file_that_went_can_still_be_read() => OfFirstPointAsync(async (db, _, point) =>
    {
        ShowsEvery<TransferState>(await db.IncomingTransfers.Where(transfer => transfer.UnitId == point).Select(transfer => transfer.State).ToListAsync());
        Assert.True(await db.FormerFiles.AnyAsync(file => file.UnitId == point && file.ReadableUntil >= Home.Today));
        Assert.True(await db.IncomingTransfers.AnyAsync(transfer => transfer.FromUnitId == point && transfer.State == TransferState.Asked));
    });

    [Fact]
    public Task Releases_from_centres_of_every_state_come_to_the_first_point() => OfFirstPointAsync(async (db, _, point) =>
        ShowsEvery<ReleaseState>(await db.CentreReleases.Where(release => release.UnitId == point).Select(release => release.State).ToListAsync()));

    [Fact]
    public Task Screens_of_every_outcome_result_kind_and_specimen_lie_in_the_first_point() => OfFirstPointAsync(async (db, _, point) =>
    {
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.UnitId == point).ToListAsync();
        ShowsEvery<ScreenOutcome>(screens.Select(screen => screen.Outcome));
        ShowsEvery<ScreenResult>(screens.Select(screen => screen.Result).OfType<ScreenResult>());
        ShowsEvery<ScreenKind>(screens.Select(screen => screen.Kind));
        ShowsEvery<Specimen>(screens.Select(screen => screen.Specimen));
        Assert.Contains(screens, screen => screen.SamplesDisposedOn is not null);
        Assert.Contains(screens, screen => screen.SampleA is not null && screen.SamplesDisposedOn is null && screen.KeepSamplesUntil < Home.Today);
        Assert.Contains(screens, screen => screen.OverturnedOn is not null);
        Assert.Contains(screens, screen => screen is { LeaveId: not null, RemoteDocument: not null });
    });

    [Fact]
    public Task Kept_samples_and_screens_elsewhere_stand_on_the_worklist_of_the_first_point() => OfFirstPointAsync(async (db, _, point) =>
    {
        var due = await db.Obligations.AsNoTracking().Where(due => due.UnitId == point && (due.Kind == ObligationKind.DisposeSamples || due.Kind == ObligationKind.RemoteScreen)).ToListAsync();
        Assert.Equal([null, Settlement.Fulfilled], due.Where(one => one.Kind == ObligationKind.DisposeSamples).Select(one => one.Settlement).Distinct().Order());
        Assert.Equal([null, Settlement.Fulfilled], due.Where(one => one.Kind == ObligationKind.RemoteScreen).Select(one => one.Settlement is Settlement.Excused ? null : one.Settlement).Distinct().Order());
        var kept = await db.Screens.Where(screen => screen.UnitId == point && screen.SampleA != null && screen.KeepSamplesUntil != null && screen.SamplesDisposedOn == null && screen.AnnulledOn == null).Select(screen => screen.Id).ToListAsync();
        Assert.Equal(kept.Select(screen => SamplePlan.KeyOf(screen)).Order(StringComparer.Ordinal), due.Where(one => one is { Kind: ObligationKind.DisposeSamples, Settlement: null }).Select(one => one.NaturalKey).Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Summaries_and_assessments_of_the_first_point_are_written_missed_and_to_do_and_contacts_tell_their_services() => OfFirstPointAsync(async (db, _, point) =>
    {
        var reviews = await db.Obligations.AsNoTracking().Where(due => due.UnitId == point && due.Rule == "R2.12" && due.Opens <= Home.Today).ToListAsync();
        Assert.Equal([ObligationKind.HalfYearSummary, ObligationKind.YearlyAssessment], reviews.Select(due => due.Kind).Distinct().Order());
        Assert.Contains(reviews, due => due.Settlement is null);
        Assert.Contains(reviews, due => due.Settlement is Settlement.Lapsed);
        Assert.InRange(reviews.Count(due => due.Settlement == Settlement.Fulfilled) / (double)reviews.Count, 0.5, 0.95);
        var services = (await db.Contacts.AsNoTracking().Where(contact => contact.UnitId == point).Select(contact => contact.Services).ToListAsync()).SelectMany(given => given).Distinct();
        Assert.Equal(Data.CodeLists.CodeList.Of("service").Select(entry => entry.Code).Order(StringComparer.Ordinal), services.Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Disputes_have_taken_every_step_and_open_ones_owe_the_next() => OfFirstPointAsync(async (db, _, point) =>
    {
        var disputes = await db.ScreenDisputes.AsNoTracking().Where(dispute => dispute.UnitId == point).ToListAsync();
        ShowsEvery<DisputeStep>(disputes.SelectMany(dispute => dispute.Entries).Select(entry => entry.Step));
        Assert.Equal([false, true], disputes.Select(dispute => dispute.IsPositive).OfType<bool>().Distinct().Order());
        var owing = disputes.Where(dispute => dispute.Next is { } next && !DisputeRules.IsAsked(next)).Select(dispute => $"2.2|{dispute.ScreenId}|{dispute.Next}").Order(StringComparer.Ordinal).ToList();
        Assert.True(owing.Count >= 3);
        Assert.Equal(owing, (await db.Obligations.Where(due => due.UnitId == point && due.Kind == ObligationKind.DisputeStep && due.SettledOn == null).Select(due => due.NaturalKey).ToListAsync()).Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Certifications_risks_settlements_and_papers_of_every_state_lie_in_the_first_point() => OfFirstPointAsync(async (db, _, point) =>
    {
        ShowsEvery<CertificationStep>(await db.CleanCertifications.Where(certification => certification.UnitId == point).Select(certification => certification.Step).ToListAsync());
        ShowsEvery<RiskState>(await db.RiskRecords.Where(risk => risk.UnitId == point).Select(risk => risk.State).ToListAsync());
        ShowsEvery<Settlement>(await db.Obligations.Where(due => due.UnitId == point && due.Settlement != null).Select(due => due.Settlement!.Value).Distinct().ToListAsync());
        ShowsEvery<PaperKind>(await db.Papers.Where(paper => paper.UnitId == point).Select(paper => paper.Kind).ToListAsync());
        ShowsEvery<ScanFormat>(await db.Scans.Where(scan => scan.UnitId == point).Select(scan => scan.Format).ToListAsync());
        Assert.Equal([false, true], await db.Scans.Where(scan => scan.UnitId == point).Select(scan => scan.AnnulledOn != null).Distinct().OrderBy(annulled => annulled).ToListAsync());
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn != null));
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn == null && paper.ServedOn != null));
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn == null && paper.ServedOn == null));
    });

    [Fact]
    public Task Windows_duties_and_slots_of_every_state_stand_in_the_first_point() => OfFirstPointAsync(async (db, services, point) =>
    {
        var states = await StatesAsync(db, services, point);
        ShowsEvery<ScreeningWindowState>(states.SelectMany(state => state.Windows).Select(window => window.State));
        ShowsEvery<BreachGround>(states.SelectMany(state => state.BreachGrounds));
        ShowsEvery<BreachCounter>(states.SelectMany(state => state.Counted).Select(counted => counted.Counter));
        var due = await db.Obligations.AsNoTracking().Where(due => due.UnitId == point).ToListAsync();
        ShowsEvery<ObligationState>(due.Select(one => one.StateOn(Home.Today)));
        // The days to forward the papers of a change of place are a local rule (R1.36) that Shanghai's pack does not have.
        ShowsEvery(due.Select(one => one.Kind).Append(ObligationKind.ForwardFile));
        var dossiers = await services.GetRequiredService<DossierReader>().ReadAsync(db.Measures.Where(measure => measure.UnitId == point && (measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh)), int.MaxValue, CancellationToken.None);
        ShowsEvery<SlotState>(dossiers.SelectMany(look => look.Dossier.Lines).Select(line => line.State));
        Assert.Contains(dossiers, look => look.Dossier.Lines.Any(line => line is { Slot: DossierSlot.Reports, Fillings.Count: > 0 }));
    });

    [Fact]
    public Task Measures_risks_teams_and_contacts_of_every_kind_lie_in_the_first_point() => OfFirstPointAsync(async (db, _, point) =>
    {
        ShowsEvery<MeasureKind>(await db.Measures.Where(measure => measure.UnitId == point).Select(measure => measure.Kind).ToListAsync());
        ShowsEvery<RiskLevel>(await db.Clients.Where(client => client.UnitId == point && client.Risk != null).Select(client => client.Risk!.Value).ToListAsync());
        ShowsEvery<TeamRole>(await db.TeamMembers.Where(member => member.UnitId == point).Select(member => member.Role).ToListAsync());
        ShowsEvery<ContactMode>(await db.Contacts.Where(contact => contact.UnitId == point).Select(contact => contact.Mode).Distinct().ToListAsync());
    });

    [Fact]
    public Task Key_dates_run_and_are_closed_with_persons_found_not_found_and_gone_and_an_organisation_has_its_own_template() => OfFirstPointAsync(async (db, _, point) =>
    {
        Assert.Equal([false, true], await db.Campaigns.Select(campaign => campaign.ClosedOn != null).Distinct().OrderBy(closed => closed).ToListAsync());
        var entries = await db.CampaignEntries.AsNoTracking().Where(entry => entry.UnitId == point).ToListAsync();
        Assert.Contains(entries, entry => entry is { LeftOn: null, WhereaboutsOn: not null });
        Assert.Contains(entries, entry => entry is { LeftOn: null, WhereaboutsOn: null });
        Assert.Contains(entries, entry => entry.LeftOn is { } left && left >= entry.JoinedOn);
        Assert.Equal(await db.Campaigns.SumAsync(campaign => campaign.Persons), await db.CampaignEntries.CountAsync());
        Assert.True(await db.PaperTemplates.AnyAsync(template => template.RetiredOn == null && db.Units.Any(unit => unit.Id == template.OwnerId && unit.Level == UnitLevel.Organisation)));
    });

    Task<bool> OfFirstPointAsync(Func<Db, IServiceProvider, Guid, Task> look) => home.Station.WithDbAsync(async (db, services) =>
    {
        await look(db, services, await FirstPointAsync(db));
        return true;
    });

    internal static Task<Guid> FirstPointAsync(Db db) => db.Units.Where(unit => unit.Level == UnitLevel.Point).OrderBy(unit => unit.Code).Select(unit => unit.Id).FirstAsync();

    /// <summary>The status of each measure of a point today, as its page tells it.</summary>
    internal static async Task<List<MeasureStatus>> StatusesAsync(Db db, IServiceProvider services, Guid point) => [.. (await StatesAsync(db, services, point)).Select(state => state.Status)];

    static async Task<List<MeasureState>> StatesAsync(Db db, IServiceProvider services, Guid point)
    {
        var packs = services.GetRequiredService<PolicyPacks>();
        var district = await db.Units.Where(unit => unit.Level == UnitLevel.District && db.Units.Any(street => street.ParentId == unit.Id && db.Units.Any(below => below.Id == point && below.ParentId == street.Id))).SingleAsync();
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.UnitId == point).ToListAsync();
        var screens = (await db.Screens.AsNoTracking().Where(screen => screen.UnitId == point).ToListAsync()).ToLookup(screen => screen.ClientId);
        var sexes = await db.Clients.Where(client => client.UnitId == point).ToDictionaryAsync(client => client.Id, client => client.Sex);
        return [.. measures.Select(measure => MeasureClock.StateOf(measure.History(sexes[measure.ClientId], measure.Own(screens[measure.ClientId])), packs.For(district.Code, Home.Today), Home.Today))];
    }

    internal static void ShowsEvery<T>(IEnumerable<T> shown) where T : struct, Enum => Assert.Empty(Enum.GetValues<T>().Except(shown));
}

public sealed class DemoStatesOnSqlite(SqliteDemoHome home) : DemoStatesTests(home), IClassFixture<SqliteDemoHome>;

public sealed class DemoStatesOnPostgres(PostgresDemoHome home) : DemoStatesTests(home), IClassFixture<PostgresDemoHome>;

/// <summary>The fixed lives are the same in a larger world; the district's stands for the city's, whose first point is filled by the same words.</summary>
public sealed class DemoDistrictTests(SqliteDemoHome home) : IClassFixture<SqliteDemoHome>
{
    [Fact]
    public async Task The_first_point_of_a_district_shows_every_status_act_and_change_of_place_too()
    {
        var district = await home.NewAsync();
        await district.FillAsync(DemoSize.District);

        await district.WithDbAsync(async (db, services) =>
        {
            var point = await DemoStatesTests.FirstPointAsync(db);
            DemoStatesTests.ShowsEvery<MeasureStatus>(await DemoStatesTests.StatusesAsync(db, services, point));
            DemoStatesTests.ShowsEvery<MeasureActKind>(await db.MeasureActs.Where(act => act.UnitId == point).Select(act => act.Kind).Distinct().ToListAsync());
            DemoStatesTests.ShowsEvery<TransferState>(await db.IncomingTransfers.Where(transfer => transfer.UnitId == point).Select(transfer => transfer.State).ToListAsync());
            return true;
        });
    }
}

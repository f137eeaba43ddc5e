using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Data.Sealing;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
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
    public Task Every_state_of_every_list_lies_in_the_first_point() => OfFirstPointAsync(async (db, services, _) => Assert.Empty((await FirstPoint.ReadAsync(db, services)).Missing));

    [Fact]
    public Task A_file_that_went_from_the_first_point_can_still_be_read_and_one_is_asked_for() => OfFirstPointAsync(async (db, _, point) =>
    {
        Assert.True(await db.FormerFiles.AnyAsync(file => file.UnitId == point && file.ReadableUntil >= Home.Today));
        Assert.True(await db.IncomingTransfers.AnyAsync(transfer => transfer.FromUnitId == point && transfer.State == TransferState.Asked));
    });

    [Fact]
    public Task Samples_of_the_first_point_are_destroyed_and_overdue_and_screens_overturned_and_made_elsewhere() => OfFirstPointAsync(async (db, _, point) =>
    {
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.UnitId == point).ToListAsync();
        Assert.Contains(screens, screen => screen.SamplesDisposedOn is not null);
        Assert.Contains(screens, screen => screen.SampleA is not null && screen.SamplesDisposedOn is null && screen.KeepSamplesUntil < Home.Today);
        Assert.Contains(screens, screen => screen.OverturnedOn is not null);
        Assert.Contains(screens, screen => screen is { LeaveId: not null, RemoteDocument: not null });
        Assert.Contains(screens, screen => screen is { IsTampered: true, Remarks: not null });
    });

    /// <summary>Counted here without the product's calculator: three calendar days in every shipped pack (R2.2).</summary>
    [Fact]
    public Task Nobody_in_the_world_was_confirmed_positive_while_the_days_to_ask_for_a_laboratory_ran() => OfFirstPointAsync(async (db, _, _) =>
    {
        var disputed = (await db.ScreenDisputes.Select(dispute => dispute.ScreenId).ToListAsync()).ToHashSet();
        var confirmed = await db.Screens.AsNoTracking().Where(screen => screen.Result == ScreenResult.PositiveConfirmed).ToListAsync();
        Assert.NotEmpty(confirmed);
        Assert.All(confirmed.Where(screen => !disputed.Contains(screen.Id)), screen => Assert.True(screen.ConfirmedOn!.Value.DayNumber - screen.On.DayNumber > 3));
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
    public Task Disputes_have_ended_either_way_and_open_ones_owe_the_next_step() => OfFirstPointAsync(async (db, _, point) =>
    {
        var disputes = await db.ScreenDisputes.AsNoTracking().Where(dispute => dispute.UnitId == point).ToListAsync();
        Assert.Equal([false, true], disputes.Select(dispute => dispute.IsPositive).OfType<bool>().Distinct().Order());
        var owing = disputes.Where(dispute => dispute.Next is { } next && !DisputeRules.IsAsked(next)).Select(dispute => $"2.2|{dispute.ScreenId}|{dispute.Next}").Order(StringComparer.Ordinal).ToList();
        Assert.True(owing.Count >= 3);
        Assert.Equal(owing, (await db.Obligations.Where(due => due.UnitId == point && due.Kind == ObligationKind.DisputeStep && due.SettledOn == null).Select(due => due.NaturalKey).ToListAsync()).Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Papers_of_the_first_point_are_served_void_and_neither_and_a_scan_is_annulled() => OfFirstPointAsync(async (db, _, point) =>
    {
        Assert.Equal([false, true], await db.Scans.Where(scan => scan.UnitId == point).Select(scan => scan.AnnulledOn != null).Distinct().OrderBy(annulled => annulled).ToListAsync());
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn != null));
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn == null && paper.ServedOn != null));
        Assert.True(await db.Papers.AnyAsync(paper => paper.UnitId == point && paper.VoidedOn == null && paper.ServedOn == null));
    });

    [Fact]
    public Task Slots_of_every_state_stand_in_the_dossiers_of_the_first_point() => OfFirstPointAsync(async (db, services, point) =>
    {
        var dossiers = await services.GetRequiredService<DossierReader>().ReadAsync(db.Measures.Where(measure => measure.UnitId == point && (measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh)), int.MaxValue, CancellationToken.None);
        Assert.Empty(Enum.GetValues<SlotState>().Except(dossiers.SelectMany(look => look.Dossier.Lines).Select(line => line.State)));
        Assert.Contains(dossiers, look => look.Dossier.Lines.Any(line => line is { Slot: DossierSlot.Reports, Fillings.Count: > 0 }));
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
        await look(db, services, await db.Units.Where(unit => unit.Level == UnitLevel.Point).OrderBy(unit => unit.Code).Select(unit => unit.Id).FirstAsync());
        return true;
    });
}

public sealed class DemoStatesOnSqlite(SqliteDemoHome home) : DemoStatesTests(home), IClassFixture<SqliteDemoHome>;

public sealed class DemoStatesOnPostgres(PostgresDemoHome home) : DemoStatesTests(home), IClassFixture<PostgresDemoHome>;

/// <summary>A larger world has the same states in its first point: a district is filled, and of a city the first point is told by the generator that fills it.</summary>
public abstract class DemoDistrictTests(DemoHome home)
{
    [Fact]
    public async Task The_first_point_of_a_district_shows_every_state_of_every_list_too()
    {
        var district = await home.NewAsync();
        await district.FillAsync(DemoSize.District);

        await district.WithDbAsync(async (db, services) =>
        {
            Assert.Empty((await FirstPoint.ReadAsync(db, services)).Missing);
            return true;
        });
    }

    [Theory]
    [InlineData(DemoSize.Station)]
    [InlineData(DemoSize.District)]
    [InlineData(DemoSize.City)]
    public Task Every_world_tells_every_state_in_its_first_point(DemoSize size) => home.Station.WithDbAsync((_, services) =>
    {
        Assert.Empty(FirstPoint.Tell(DemoOrder.On(Home.Today, size), services.GetRequiredService<Keyring>(), services.GetRequiredService<PolicyPacks>()).Missing);
        return Task.FromResult(true);
    });

    /// <summary>What is told is what is filled: the station's world both ways.</summary>
    [Fact]
    public Task What_is_told_without_a_database_is_what_lies_in_one() => home.Station.WithDbAsync(async (db, services) =>
    {
        var filled = await FirstPoint.ReadAsync(db, services);
        var told = FirstPoint.Tell(DemoOrder.On(Home.Today, DemoSize.Station), services.GetRequiredService<Keyring>(), services.GetRequiredService<PolicyPacks>());

        Assert.Equal(filled.Measures.Select(measure => measure.Id).Order(), told.Measures.Select(measure => measure.Id).Order());
        Assert.Equal(filled.Acts.Select(act => (act.Id, act.Kind, act.On)).Order(), told.Acts.Select(act => (act.Id, act.Kind, act.On)).Order());
        Assert.Equal(filled.Screens.Select(screen => (screen.Id, screen.Outcome)).Order(), told.Screens.Select(screen => (screen.Id, screen.Outcome)).Order());
        Assert.Equal(filled.Obligations.Select(due => due.NaturalKey).Order(StringComparer.Ordinal), told.Obligations.Select(due => due.NaturalKey).Order(StringComparer.Ordinal));
        return true;
    });
}

public sealed class DemoDistrictOnSqlite(SqliteDemoHome home) : DemoDistrictTests(home), IClassFixture<SqliteDemoHome>;

public sealed class DemoDistrictOnPostgres(PostgresDemoHome home) : DemoDistrictTests(home), IClassFixture<PostgresDemoHome>;

using Homeward.Data.Policies;
using Homeward.Data.Sealing;
using Homeward.Domain.Worklist;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Features.Papers;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Demo;

public abstract class DemoWorldTests(DemoHome home)
{
    const int MostSubjects = 60;

    [Fact]
    public async Task The_same_seed_gives_the_same_world_and_another_seed_another()
    {
        var first = await home.Station.WithDbAsync(Digests.OfAsync);
        var again = await home.NewAsync();
        await again.FillAsync();
        var other = await home.NewAsync();
        await other.FillAsync(seed: 2);
        Assert.Equal(first, await again.WithDbAsync(Digests.OfAsync));
        Assert.NotEqual(first["clients"], (await other.WithDbAsync(Digests.OfAsync))["clients"]);
    }

    [Fact]
    public Task A_database_that_is_not_empty_is_refused_and_left_alone() => home.Station.WithDbAsync(async (db, services) =>
    {
        var before = await db.Clients.CountAsync();
        var world = new DemoWorld(db, services.GetRequiredService<Keyring>(), services.GetRequiredService<PolicyPacks>());
        Assert.Contains("not empty", await world.WhyNotAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.Equal(before, await db.Clients.CountAsync());
        return true;
    });

    [Fact]
    public Task A_station_has_eight_points_and_four_hundred_clients_each_with_a_worker() => home.Station.WithDbAsync(async db =>
    {
        Assert.Equal(400, await db.Clients.CountAsync());
        Assert.Equal(400, home.Summary.Clients);
        Assert.Equal(8, await db.Units.CountAsync(unit => unit.Level == Domain.Organisation.UnitLevel.Point));
        Assert.Equal(1, await db.Units.CountAsync(unit => unit.Level == Domain.Organisation.UnitLevel.Station));
        Assert.Equal(0, await db.Clients.CountAsync(client => client.ResponsibleId == null));
        Assert.Equal(home.Summary.Obligations, await db.Obligations.CountAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync());
        return true;
    });

    [Fact]
    public Task Every_worker_finds_something_due_and_nothing_is_older_than_some_weeks() => home.Station.WithDbAsync(async db =>
    {
        var open = await db.Obligations.Where(obligation => obligation.SettledOn == null && obligation.Opens <= Home.Today)
            .Select(obligation => new { obligation.ResponsibleId, obligation.Closes }).ToListAsync();
        var loads = await db.Clients.GroupBy(client => client.ResponsibleId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        Assert.All(loads, load => Assert.InRange(load.Count, 35, 60));
        Assert.All(loads, load => Assert.InRange(open.Count(row => row.ResponsibleId == load.Key && row.Closes >= Home.Today), 5, 50));
        Assert.InRange(open.Count(row => row.Closes < Home.Today), 10, 90);
        Assert.True(open.Min(row => row.Closes) >= Home.Today.AddDays(-60));
        return true;
    });

    [Fact]
    public Task Drawing_the_ledger_anew_changes_nothing() => home.Station.WithDbAsync(async (db, services) =>
    {
        var plan = services.GetRequiredService<PlanObligations>();
        foreach (var client in (await db.Clients.OrderBy(client => client.Id).ToListAsync()).Where((_, place) => place % 7 == 0).Take(MostSubjects))
        {
            foreach (var measure in await db.Measures.Include(measure => measure.Acts).Where(measure => measure.ClientId == client.Id).ToListAsync())
            {
                await plan.RunAsync(client, measure, CancellationToken.None);
            }
        }
        db.ChangeTracker.DetectChanges();
        Assert.DoesNotContain(db.ChangeTracker.Entries<Obligation>(), entry => entry.State != EntityState.Unchanged);
        return true;
    });

    [Fact]
    public Task Papers_of_all_sorts_are_numbered_without_a_gap_and_are_what_was_made() => home.Station.WithDbAsync(async (db, services) =>
    {
        var papers = await db.Papers.AsNoTracking().ToListAsync();
        var reader = services.GetRequiredService<PaperReader>();

        Assert.True(papers.Select(paper => paper.Kind).Distinct().Count() >= 12, string.Join(' ', papers.Select(paper => paper.Kind).Distinct()));
        Assert.All(papers.GroupBy(paper => (paper.MadeInUnitId, paper.Year)), group => Assert.Equal(Enumerable.Range(1, group.Count()), group.Select(paper => paper.Serial).Order()));
        Assert.All(await db.PaperCounters.ToListAsync(), counter => Assert.Equal(counter.Last, papers.Count(paper => paper.MadeInUnitId == counter.UnitId && paper.Year == counter.Year)));
        foreach (var paper in papers)
        {
            Assert.True((await reader.OpenAsync(paper, TestContext.Current.CancellationToken)).HashFits);
        }
        return true;
    });

    [Fact]
    public Task Every_state_of_a_release_from_a_centre_is_shown_and_drawing_its_steps_anew_changes_nothing() => home.Station.WithDbAsync(async (db, services) =>
    {
        var steps = services.GetRequiredService<Features.Supervision.Releases.ReleaseObligations>();
        var releases = await db.CentreReleases.ToListAsync();
        foreach (var release in releases)
        {
            await steps.RunAsync(release, CancellationToken.None);
        }
        db.ChangeTracker.DetectChanges();
        Assert.Equal(Enum.GetValues<Domain.Supervision.ReleaseState>(), releases.Select(release => release.State).Distinct().Order());
        Assert.Contains(releases, release => release.IsAfterLimit);
        Assert.DoesNotContain(db.ChangeTracker.Entries<Obligation>(), entry => entry.State != EntityState.Unchanged);
        return true;
    });

    [Fact]
    public Task Lives_are_varied() => home.Station.WithDbAsync(async db =>
    {
        Assert.True(await db.Measures.Select(measure => measure.Kind).Distinct().CountAsync() >= 6);
        Assert.True(await db.MeasureActs.Select(act => act.Kind).Distinct().CountAsync() >= 4);
        Assert.Equal(0, await db.Screens.CountAsync(screen => screen.IsIncomplete));
        Assert.True(await db.Screens.AnyAsync(screen => screen.AnnulledOn != null));
        Assert.True(await db.Screens.AnyAsync(screen => screen.Result == Domain.Screening.ScreenResult.PositivePreliminary));
        Assert.True(await db.Screens.AnyAsync(screen => screen.Outcome == Domain.Screening.ScreenOutcome.EvadedUnconfirmed));
        Assert.True(await db.ClientAssignments.AnyAsync(stretch => stretch.To != null));
        Assert.True(await db.Clients.AnyAsync(client => client.IsThreeYearsClean));
        return true;
    });
}

public sealed class DemoWorldOnSqlite(SqliteDemoHome home) : DemoWorldTests(home), IClassFixture<SqliteDemoHome>;

public sealed class DemoWorldOnPostgres(PostgresDemoHome home) : DemoWorldTests(home), IClassFixture<PostgresDemoHome>;

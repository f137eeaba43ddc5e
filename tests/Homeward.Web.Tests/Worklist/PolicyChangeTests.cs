using Homeward.Data.Auditing;
using Homeward.Data.Policies;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Worklist;

/// <summary>Another policy comes into force: what is open follows by itself, what is done stays, and whoever is stopped goes on.</summary>
public abstract class PolicyChangeTests(Home home) : IDisposable
{
    const string Interviews = """, "contacts": [ { "kinds": ["CDT"], "activity": "interview", "year": 1, "everyHalfMonths": 1, "rule": "R2.30", "evidence": "PROPOSED" } ]""";

    readonly OwnPolicies policies = new(home);

    public void Dispose()
    {
        policies.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Open_obligations_follow_at_the_next_start_and_what_is_done_or_excused_stays()
    {
        var measure = await WorkedAsync();
        var before = await DueAsync(measure);
        await using (var other = policies.StartedWith(OwnPolicies.Layer("1", 60, Interviews)))
        {
            await policies.SettledAsync(other, "hongkou/1+");
        }

        var after = await DueAsync(measure);
        Assert.Equal(new DateOnly(2029, 5, 9).AddDays(-60), after.Single(due => due.Kind == ObligationKind.ReleasePreparation).Opens);
        Assert.All(after.Where(due => due.Settlement is null), due => Assert.StartsWith("hongkou/1+", due.PolicyVersion, StringComparison.Ordinal));
        Assert.Contains(after, due => due.Kind == ObligationKind.Interview && due.Settlement is null && due.Closes.DayNumber - due.Opens.DayNumber < 20);
        var done = before.Where(due => due.Settlement is Settlement.Fulfilled or Settlement.Excused).ToList();
        Assert.Equal(4, done.Count);
        Assert.Equal(done.Select(Told), after.Where(due => done.Any(one => one.Id == due.Id)).Select(Told));
        Assert.Equal(["policy.follow", "policy.followed"], await home.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Actor == "homeward").OrderByDescending(entry => entry.Sequence).Take(2).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task Following_again_changes_nothing()
    {
        var measure = await WorkedAsync();
        var packs = policies.Packs(OwnPolicies.Layer("2", 45, Interviews));
        await policies.FollowAsync(packs);
        var once = await DueAsync(measure);

        Assert.Equal(0, await policies.FollowAsync(packs));
        await home.WithDbAsync(db => db.LedgerPolicies.ExecuteDeleteAsync());
        Assert.Equal(0, await policies.FollowAsync(packs));
        await home.WithDbAsync(db => db.LedgerPolicies.ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Fingerprint, "another")));
        Assert.Equal(1, await policies.FollowAsync(packs));

        Assert.Equal(once.Select(due => (due.Id, due.Version, Told(due))), (await DueAsync(measure)).Select(due => (due.Id, due.Version, Told(due))));
    }

    [Fact]
    public async Task Whoever_was_stopped_goes_on_behind_the_last_client_that_follows()
    {
        var (first, second) = (await WorkedAsync(), await WorkedAsync());
        var packs = policies.Packs(OwnPolicies.Layer("3", 50));
        var last = await home.WithDbAsync(db => db.Measures.Where(found => found.Id == first).Select(found => found.ClientId).SingleAsync());
        await policies.FollowAsync(PolicyPacks.Embedded);
        await home.WithDbAsync(async db =>
        {
            var ledger = await db.LedgerPolicies.SingleAsync();
            ledger.Begin(packs.FingerprintOn(Home.Today), db.Now());
            ledger.Pass(last, 1, 0, 0);
            return await db.SaveChangesAsync();
        });

        await policies.FollowAsync(packs);

        Assert.DoesNotContain(await DueAsync(first), due => due.PolicyVersion.StartsWith("hongkou/3", StringComparison.Ordinal));
        Assert.All((await DueAsync(second)).Where(due => due.Settlement is null), due => Assert.StartsWith("hongkou/3+", due.PolicyVersion, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_is_dated_ahead_is_followed_on_its_day_without_a_start()
    {
        var measure = await WorkedAsync();
        var packs = policies.Packs(OwnPolicies.Layer("4", 40), OwnPolicies.Layer("5", 20, from: "2026-12-01"));
        await policies.FollowAsync(packs);
        Assert.Equal(40, await DaysAheadAsync(measure));

        await policies.FollowAsync(packs, "2026-11-30T15:59:00Z");
        Assert.Equal(40, await DaysAheadAsync(measure));
        await policies.FollowAsync(packs, "2026-11-30T16:01:00Z");

        Assert.Equal(20, await DaysAheadAsync(measure));
    }

    [Fact]
    public async Task A_file_that_was_changed_under_the_same_version_is_noticed()
    {
        var measure = await WorkedAsync();
        await policies.FollowAsync(policies.Packs(OwnPolicies.Layer("6", 35)));
        Assert.Equal(35, await DaysAheadAsync(measure));

        await policies.FollowAsync(policies.Packs(OwnPolicies.Layer("6", 25)));

        Assert.Equal(25, await DaysAheadAsync(measure));
    }

    [Fact]
    public async Task What_has_no_last_day_is_planned_on_as_months_pass_though_nobody_touches_the_file()
    {
        await policies.FollowAsync(PolicyPacks.Embedded);
        var client = await home.NewClientAsync("worker", "pointA");
        var opened = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "MMT", orderedOn = "2026-11-01" });
        var measure = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        var before = await DueAsync(measure);
        Assert.Equal(2027, before.Max(due => due.Opens).Year);

        Assert.Equal(0, await policies.FollowAsync(PolicyPacks.Embedded, "2026-11-30T15:59:00Z"));
        Assert.InRange(await policies.FollowAsync(PolicyPacks.Embedded, "2028-03-05T02:00:00Z"), 1, 100);
        Assert.Equal(0, await policies.FollowAsync(PolicyPacks.Embedded, "2028-03-06T02:00:00Z"));

        var after = await DueAsync(measure);
        Assert.Subset(after.Select(due => due.Id).ToHashSet(), before.Select(due => due.Id).ToHashSet());
        Assert.Equal(after.Count, after.Select(due => due.NaturalKey).Distinct().Count());
        var interviews = after.Where(due => due.Kind == ObligationKind.Interview).OrderBy(due => due.Opens).ToList();
        // Month by month without a gap, as far ahead as the policy asks.
        Assert.All(interviews.Zip(interviews.Skip(1)), pair => Assert.Equal(pair.First.Closes.AddDays(1), pair.Second.Opens));
        Assert.InRange(interviews[^1].Opens, new DateOnly(2029, 2, 1), new DateOnly(2029, 3, 5));
    }

    /// <summary>A client with an interview held, papers signed, and one window excused.</summary>
    async Task<Guid> WorkedAsync()
    {
        await policies.FollowAsync(PolicyPacks.Embedded);
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        Assert.True((await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-22", mode = "interview", content = "近况" })).IsSuccessStatusCode);
        return await home.WithDbAsync(async db =>
        {
            var excused = await db.Obligations.Where(due => due.MeasureId == measure && due.Kind == ObligationKind.Screen).OrderBy(due => due.Opens).FirstAsync();
            excused.Excuse("illness", Home.Today);
            await db.SaveChangesAsync();
            return measure;
        });
    }

    async Task<int> DaysAheadAsync(Guid measure) => (await DueAsync(measure)).Where(due => due.Kind == ObligationKind.ReleasePreparation).Select(due => due.Closes.DayNumber - due.Opens.DayNumber).Single();

    Task<List<Obligation>> DueAsync(Guid measure) => home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure).OrderBy(due => due.Id).ToListAsync());

    static string Told(Obligation due) => $"{due.NaturalKey} {due.Opens:O} {due.Closes:O} {due.Settlement} {due.SettledOn:O} {due.SettledById} {due.Reason}";
}

public sealed class PolicyChangesOnSqlite(SqliteHome home) : PolicyChangeTests(home), IClassFixture<SqliteHome>;

public sealed class PolicyChangesOnPostgres(PostgresHome home) : PolicyChangeTests(home), IClassFixture<PostgresHome>;

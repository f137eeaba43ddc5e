using System.Globalization;
using Homeward.Data.Auditing;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Web.Tests.Worklist;

/// <summary>A city runs two servers on one database, and both notice at the same hour that another policy is in force.</summary>
public sealed class TwoServersTests(PostgresHome home) : IClassFixture<PostgresHome>, IDisposable
{
    const int Files = 230;

    static readonly DateOnly changes = new(2026, 12, 1);

    readonly OwnPolicies policies = new(home);

    public void Dispose() => policies.Dispose();

    [Fact]
    public async Task Both_follow_a_change_of_policy_at_once_and_every_file_is_gone_through_once()
    {
        await FilesAsync();
        Guid[] measures = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"))))];
        policies.Lay("own", OwnPolicies.Layer("1", 40));
        policies.Lay("ahead", OwnPolicies.Layer("2", 20, from: "2026-12-01"));
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-30T15:00:00Z", CultureInfo.InvariantCulture));
        await using var one = policies.Started(clock);
        await policies.SettledAsync(one, "hongkou/1+", changes.AddDays(-1));
        await using var two = policies.Started(clock);
        // Until both have looked once and sleep for an hour.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var before = await DueAsync(measures);
        var acts = await ActsAsync();

        clock.Advance(TimeSpan.FromHours(1.5));
        await policies.SettledAsync(two, "hongkou/2+", changes);

        var after = await DueAsync(measures);
        Assert.Equal(["policy.follow", "policy.followed"], (await ActsAsync()).Skip(acts.Count));
        Assert.Equal(await home.WithDbAsync(db => db.Clients.CountAsync()), await home.WithDbAsync(db => db.LedgerPolicies.Select(ledger => ledger.Clients).SingleAsync()));
        Assert.Equal(before.Select(due => (due.Id, due.NaturalKey)), after.Select(due => (due.Id, due.NaturalKey)));
        var open = before.Zip(after).Where(pair => pair.First.SettledOn is null).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, pair => Assert.StartsWith("hongkou/2+", pair.Second.PolicyVersion, StringComparison.Ordinal));
        Assert.All(open, pair => Assert.Equal(pair.First.Version + 1, pair.Second.Version));
        Assert.All(after.Where(due => due.Kind == ObligationKind.ReleasePreparation), due => Assert.Equal(20, due.Closes.DayNumber - due.Opens.DayNumber));
    }

    /// <summary>Enough files for several steps.</summary>
    Task<int> FilesAsync() => home.WithDbAsync(async (db, services) =>
    {
        var keys = services.GetRequiredService<Keyring>();
        var unit = home.World.Units["pointA"].Id;
        db.Clients.AddRange(Enumerable.Range(0, Files).Select(nth => Ids.New())
            .Select(id => new Client(id, unit, new ClientIdentity { Name = keys.Seal("卷中人", SealedColumn.ClientName, id) }, new ClientDetails(), db.Now())));
        return await db.SaveChangesAsync();
    });

    Task<List<Obligation>> DueAsync(Guid[] measures) =>
        home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId != null && measures.Contains(due.MeasureId.Value)).OrderBy(due => due.Id).ToListAsync());

    Task<List<string>> ActsAsync() => home.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Act.StartsWith("policy.")).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
}

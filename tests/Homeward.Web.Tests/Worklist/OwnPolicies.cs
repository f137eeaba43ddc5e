using System.Globalization;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Web.Tests.Worklist;

/// <summary>Policy packs of an organisation's own, and everything that follows them.</summary>
sealed class OwnPolicies(Home home) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeward-policy-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Lets everything follow the packs, on a day; answers how many clients were looked at.</summary>
    public Task<int> FollowAsync(PolicyPacks packs, string now = "2026-11-23T02:00:00Z") => home.WithDbAsync(async (_, services) =>
    {
        var clock = new ShanghaiClock(new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)), services.GetRequiredService<IConfiguration>());
        for (var steps = 0; ; steps++)
        {
            await using var scope = home.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            (db.Scope, db.Trail) = (Scope.Everything, Trail.Product);
            var plan = new PlanObligations(db, packs, scope.ServiceProvider.GetRequiredService<UnitTree>(), clock);
            if (await new FollowPolicy(db, packs, plan, new RedrawLedgers(db, plan, clock), new ReleaseObligations(db, plan, clock), clock).StepAsync(TestContext.Current.CancellationToken) is null)
            {
                return steps;
            }
        }
    });

    public PolicyPacks Packs(params string[] layers)
    {
        var place = folder.CreateSubdirectory(Guid.CreateVersion7().ToString("N"));
        for (var nth = 0; nth < layers.Length; nth++)
        {
            File.WriteAllText(Path.Combine(place.FullName, $"{nth}.json"), layers[nth]);
        }
        return PolicyPacks.Load(place.FullName);
    }

    /// <summary>The product started anew on the same database, with a layer of the organisation's own.</summary>
    public WebApplicationFactory<Program> StartedWith(string layer)
    {
        Lay("own", layer);
        return Started(home.Clock);
    }

    public void Lay(string name, string layer) => File.WriteAllText(Path.Combine(folder.FullName, $"{name}.json"), layer);

    /// <summary>The product started anew on the same database, with the layers that were laid there, by a clock.</summary>
    public WebApplicationFactory<Program> Started(TimeProvider clock)
    {
        var other = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ConnectionStrings:Homeward", home.ConnectionString);
            builder.UseSetting("Homeward:Keys", home.KeyFile);
            builder.UseSetting("Homeward:Policies", folder.FullName);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.ConfigureServices(services => services.AddSingleton(clock));
        });
        _ = other.Server;
        return other;
    }

    public async Task SettledAsync(WebApplicationFactory<Program> other, string version, DateOnly? on = null)
    {
        var wanted = other.Services.GetRequiredService<PolicyPacks>();
        Assert.Contains(wanted.VersionsOn(on ?? Home.Today), one => one.StartsWith(version, StringComparison.Ordinal));
        var fingerprint = wanted.FingerprintOn(on ?? Home.Today);
        for (var look = 0; look < 600 && !await home.WithDbAsync(db => db.LedgerPolicies.AnyAsync(ledger => ledger.Fingerprint == fingerprint && ledger.Following == null)); look++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public static string Layer(string version, int releaseDays, string more = "", string from = "2020-01-01") => $$"""
        {
          "name": "hongkou", "version": "{{version}}", "level": "district", "unit": "310109", "parent": "shanghai", "effectiveFrom": "{{from}}", "title": { "zh-CN": "虹口", "en": "Hongkou" },
          "values": { "releasePreparationDays": { "value": {{releaseDays}}, "rule": "R1.42", "evidence": "PROPOSED" } }{{more}}
        }
        """;
}

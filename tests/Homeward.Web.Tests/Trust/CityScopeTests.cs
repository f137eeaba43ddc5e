using System.Text;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>A grant on the city is told to the database as everything, and still binds the account that holds it.</summary>
public abstract class CityScopeTests(Home home)
{
    [Theory]
    [InlineData("city", true)]
    [InlineData("hongkou", false)]
    [InlineData("organisation", false)]
    public void Only_a_grant_on_the_city_reaches_every_unit(string unit, bool spansAll)
    {
        var tree = home.Services.GetRequiredService<UnitTree>();
        var actor = new Actor { UserName = "anybody", DisplayName = "anybody", AccountId = Guid.CreateVersion7(), Grants = [new ActorGrant(Role.HeadOffice, home.World.Units[unit].Id, "work")] };

        var scope = actor.ScopeFor(Permission.ReadClients, tree);

        Assert.Equal((spansAll, false), (scope.SpansAll, scope.IsEverything));
        Assert.Equal(spansAll, tree.All.All(any => scope.Holds(any.Id)));
        Assert.Empty(actor.ScopeFor(Permission.ReadAudit, tree).Units);
    }

    [Fact]
    public async Task Whoever_administers_the_city_imports_no_second_one()
    {
        var summary = await home.WithDbAsync(async (db, services) =>
        {
            db.Scope = services.GetRequiredService<UnitTree>().Whole;
            using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("code,name,level,parent_code\n32,另一座城,city,\n310109099,新设街道,street,310109\n")));
            return await services.GetRequiredService<ImportSheet>().RunAsync(file, new ImportOrder { Sheet = "units" }, TestContext.Current.CancellationToken);
        });

        Assert.Equal("outside-scope", Assert.Single(Assert.Single(summary.Rejected).Reasons).Code);
        Assert.Equal((false, true), await home.WithDbAsync(async db => (await db.Units.AnyAsync(unit => unit.Code == "32"), await db.Units.AnyAsync(unit => unit.Code == "310109099"))));
    }

    [Fact]
    public async Task Isolation_centres_go_out_with_the_units_sheet_and_come_in_again()
    {
        var again = await home.WithDbAsync(async (db, services) =>
        {
            using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("code,name,level,parent_code\nC1,青东强制隔离戒毒所,centre,31\n")));
            return await services.GetRequiredService<ImportSheet>().RunAsync(file, new ImportOrder { Sheet = "units" }, TestContext.Current.CancellationToken);
        });

        Assert.Equal((1, 0), (again.Unchanged, again.Rejected.Count));
    }
}

public sealed class CityScopeOnSqlite(SqliteHome home) : CityScopeTests(home), IClassFixture<SqliteHome>;

public sealed class CityScopeOnPostgres(PostgresHome home) : CityScopeTests(home), IClassFixture<PostgresHome>;

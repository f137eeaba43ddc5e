using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation;

/// <summary>What happens before the first request: migrations, and the demo world of Development.</summary>
static class Startup
{
    public static async Task PrepareAsync(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = AsOperator(scope.ServiceProvider);
        await db.Database.MigrateAsync(ct);
        _ = configuration;
        _ = environment;
    }

    /// <summary>The database as the local operator sees it: everything, audited under that name.</summary>
    public static Db AsOperator(IServiceProvider services)
    {
        var db = services.GetRequiredService<Db>();
        db.Scope = Scope.Everything;
        db.Trail = Trail.Operator;
        return db;
    }
}

using System.Data.Common;
using System.Globalization;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Sealing;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>Checks and applies in the background, as the account that took the file in, with the grants in force. What a stop broke off is done again.</summary>
public sealed partial class ImportWork(IServiceScopeFactory scopes, ImportQueue queue, ILogger<ImportWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await TakeUpAsync(stoppingToken);
        await foreach (var (id, language) in queue.TakeAsync(stoppingToken))
        {
            // The workbook of the refused rows speaks to whoever sent the file.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
            try
            {
                await RunAsync(id, stoppingToken);
            }
            catch (UnusableFileException unusable)
            {
                await FailAsync(id, KeptResult.Of(unusable));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, id, fault);
                await FailAsync(id, null);
            }
        }
    }

    async Task TakeUpAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Startup.AsOperator(scope.ServiceProvider);
            foreach (var id in await db.ImportRuns.Where(run => run.State == ImportStates.Checking || run.State == ImportStates.Applying).OrderBy(run => run.CreatedAt).Select(run => run.Id).ToListAsync(ct))
            {
                queue.Add(id, isTakenUp: true);
            }
        }
        catch (DbException)
        {
            // A database that is not set up yet has no runs to take up.
        }
    }

    async Task RunAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = Startup.AsOperator(services);
        var run = await db.ImportRuns.AsNoTracking().SingleAsync(found => found.Id == id, ct);
        if (!ImportStates.IsAtWork(run.State))
        {
            return;
        }
        await ActAsync(services, db, run, ct);
        var result = await ImportAsync(services, db, run, ct);
        var isDone = run.State == ImportStates.Applying;
        var kept = services.GetRequiredService<Keyring>().Seal(result.ToBytes(), SealedColumn.ImportResult, id);
        var now = services.GetRequiredService<ShanghaiClock>().Now;
        await db.ImportRuns.Where(found => found.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(found => found.Result, kept)
            .SetProperty(found => found.State, isDone ? ImportStates.Done : ImportStates.Checked)
            .SetProperty(found => found.FinishedAt, isDone ? now : null), CancellationToken.None);
    }

    static async Task ActAsync(IServiceProvider services, Db db, ImportRun run, CancellationToken ct)
    {
        var permission = ImportPermissions.Of(run.Sheet);
        var name = await db.Accounts.Where(account => account.Id == run.AccountId).Select(account => account.UserName).SingleAsync(ct);
        var actor = await services.GetRequiredService<ActorSource>().ByNameAsync(name!, ct);
        if (actor is null || !actor.May(permission))
        {
            throw new UnauthorizedAccessException("The account may no longer import this sheet.");
        }
        services.GetRequiredService<CurrentActor>().Set(actor);
        db.Scope = actor.ScopeFor(permission, services.GetRequiredService<UnitTree>());
        db.Trail = actor.Trail(permission, $"import-{run.Id:N}");
    }

    static async Task<KeptResult> ImportAsync(IServiceProvider services, Db db, ImportRun run, CancellationToken ct)
    {
        var content = services.GetRequiredService<Keyring>().OpenBytes(run.File, SealedColumn.ImportFile, run.Id);
        using var file = TableFile.Open(new MemoryStream(content));
        using var errors = new MemoryStream();
        var summary = await services.GetRequiredService<ImportSheet>().RunAsync(file, new ImportOrder
        {
            Sheet = run.Sheet,
            Worksheet = run.Worksheet,
            DryRun = run.State == ImportStates.Checking,
            Errors = errors,
            Progress = (done, total, token) => db.ImportRuns.Where(found => found.Id == run.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.Done, done).SetProperty(found => found.Total, total), token),
        }, ct);
        return KeptResult.Of(summary, errors.ToArray());
    }

    async Task FailAsync(Guid id, KeptResult? why)
    {
        await using var scope = scopes.CreateAsyncScope();
        var kept = why is null ? null : scope.ServiceProvider.GetRequiredService<Keyring>().Seal(why.ToBytes(), SealedColumn.ImportResult, id);
        await Startup.AsOperator(scope.ServiceProvider).ImportRuns.Where(run => run.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, ImportStates.Failed).SetProperty(run => run.Result, kept), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {Run} failed.")]
    static partial void Failed(ILogger log, Guid run, Exception fault);
}

using System.Data.Common;
using Homeward.Data.Scoping;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Looks in the background, at the start and every hour, whether another policy is in force than the one that obligations were planned from, or a month has begun, and lets them follow it step by step.</summary>
public sealed partial class PolicyWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PolicyWork> log) : BackgroundService
{
    const int Attempts = 5;
    static readonly TimeSpan Often = TimeSpan.FromHours(1);
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, fault);
            }
            await Task.Delay(Often, clock, stoppingToken);
        }
    }

    async Task FollowAsync(CancellationToken ct)
    {
        var isNew = true;
        while (await StepAsync(ct) is { } step)
        {
            if (isNew)
            {
                Begun(log);
                isNew = false;
            }
            if (step.IsDone)
            {
                Done(log, step.Ledger.Clients, step.Ledger.Changed, step.Ledger.Added, (long)(clock.GetUtcNow().UtcDateTime - step.Ledger.Since!.Value).TotalSeconds);
            }
        }
    }

    /// <summary>Somebody at work on one of these clients goes first; the step is taken again.</summary>
    async Task<PolicyStep?> StepAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                Startup.AsProduct(scope.ServiceProvider);
                return await scope.ServiceProvider.GetRequiredService<FollowPolicy>().StepAsync(ct);
            }
            catch (Exception fault) when (fault is LostRaceException or DbUpdateException or DbException && attempt < Attempts)
            {
                await Task.Delay(Breath * attempt, ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Obligations are planned anew: another policy is in force than the one that they were planned from, or a month has begun.")]
    static partial void Begun(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Obligations stand by the policy in force and the month: {Clients} clients looked at, {Changed} obligations changed, {Added} new, in {Seconds} s.")]
    static partial void Done(ILogger log, int clients, int changed, int added, long seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Obligations could not follow the policy in force; it is tried again within the hour, from where it stopped.")]
    static partial void Failed(ILogger log, Exception fault);
}

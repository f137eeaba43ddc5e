using System.Data.Common;
using System.Diagnostics;
using Homeward.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Web.Foundation.Storage;

/// <summary>A span for each SQL statement, where somebody listens: its kind and how long it took. Text and parameters stay out.</summary>
public sealed class StatementSpans : DbCommandInterceptor
{
    public const string Source = "Homeward.Data";
    static readonly ActivitySource Spans = new(Source);

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Told(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Told(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Told(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Told(eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Told(eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Told(eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(eventData, eventData.Duration, ActivityStatusCode.Error);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    static T Told<T>(CommandExecutedEventData eventData, T result)
    {
        Tell(eventData, eventData.Duration, ActivityStatusCode.Unset);
        return result;
    }

    static void Tell(CommandEventData eventData, TimeSpan duration, ActivityStatusCode status)
    {
        using var span = Spans.StartActivity(eventData.CommandSource.ToString(), ActivityKind.Client, default(ActivityContext), startTime: eventData.StartTime);
        if (span is not null)
        {
            span.SetTag("db.system.name", eventData.Context is PostgresDb ? "postgresql" : "sqlite");
            span.SetStatus(status);
            span.SetEndTime((eventData.StartTime + duration).UtcDateTime);
        }
    }
}

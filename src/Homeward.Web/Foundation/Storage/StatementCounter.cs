using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Web.Foundation.Storage;

/// <summary>Counts the SQL statements of the current flow of work; a test holds every page and endpoint to its number.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    sealed class Count
    {
        public int Value;
    }

    static readonly AsyncLocal<Count?> Current = new();

    public static void Start() => Current.Value = new Count();

    public static int Value => Current.Value?.Value ?? 0;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Counted(result));

    static T Counted<T>(T result)
    {
        if (Current.Value is { } count)
        {
            Interlocked.Increment(ref count.Value);
        }
        return result;
    }
}

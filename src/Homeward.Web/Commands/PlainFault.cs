using System.Data.Common;
using Homeward.Data.Policies;
using Homeward.Data.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Homeward.Web.Commands;

/// <summary>What is wrong outside the program, in a plain sentence; null for a fault of the program itself, which keeps its trace.</summary>
static class PlainFault
{
    const int SqliteError = 1;

    public static string? Sentence(Exception fault) => fault switch
    {
        KeyFileException or SealBrokenException or PolicyFaultException => fault.Message,
        SqliteException { SqliteErrorCode: SqliteError } missing when missing.Message.Contains("no such table", StringComparison.Ordinal) => NotSetUp,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName } => NotSetUp,
        DbException => $"The database cannot be used: {fault.Message}",
        DbUpdateException { InnerException: { } inner } => $"The database refused a change: {inner.Message}",
        FileNotFoundException or DirectoryNotFoundException => $"There is no such file: {(fault as FileNotFoundException)?.FileName ?? fault.Message}",
        IOException or UnauthorizedAccessException => fault.Message,
        OperationCanceledException => "Cancelled.",
        _ => null,
    };

    const string NotSetUp = "The database is missing or has not been set up: run homeward migrate.";
}

using Npgsql;

namespace Homeward.Web.Tests.Hosting;

/// <summary>Statements on PostgreSQL past the product: as somebody with its role and nothing else.</summary>
public static class RawStatements
{
    /// <summary>The first value of the first result.</summary>
    public static async Task<object?> RunAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The lines of an EXPLAIN.</summary>
    public static async Task<string> PlanAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }
        return string.Join('\n', lines);
    }
}

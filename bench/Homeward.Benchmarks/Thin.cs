using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using System.Globalization;
using System.Net;
using System.Text;

namespace Homeward.Benchmarks;

/// <summary>The thin handler: what a minimal API over Npgsql reaches for the same work, without sign-in, scope, sealing and audit.</summary>
static class Thin
{
    static readonly DateOnly Today = DateOnly.ParseExact(Product.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<int> ServeAsync(string urls, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var source = NpgsqlDataSource.Create(connection + ";Max Auto Prepare=30;Maximum Pool Size=20");
        var app = builder.Build();
        app.Urls.Add(urls);
        app.MapGet("/people/{id:guid}", async (Guid id) => await ListAsync(source, Sql.Numbered(Sql.Client, "client"), ThinClient.Read, id) is [var client] ? Results.Ok(client) : Results.NotFound());
        app.MapGet("/people", async (string q) => Results.Ok(new ThinList<ThinClient>(await ListAsync(source, Sql.Numbered(Sql.Search, "term"), ThinClient.Read, q))));
        app.MapGet("/worklist", async (Guid worker) => Results.Ok(new ThinList<ThinDue>(await ListAsync(source, Sql.Numbered(Sql.Worklist, "today", "worker"), ThinDue.Read, Today, worker))));
        app.MapGet("/today", async (Guid worker) => Results.Content(await PageAsync(source, worker), "text/html; charset=utf-8"));
        app.MapGet("/overdue", async () => Results.Ok(await ListAsync(source, Sql.Numbered(Sql.Overdue, "today"), row => new ThinCount(row.GetString(0), row.GetString(1), row.GetInt64(2)), Today)));
        app.MapPost("/screens/{id:guid}", (Guid id, ThinScreen screen) => RecordAsync(source, id, screen));
        app.MapGet("/health", () => "ready");
        await app.RunAsync();
        return 0;
    }

    static async Task<List<T>> ListAsync<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    static async Task<string> PageAsync(NpgsqlDataSource source, Guid worker)
    {
        var counts = (await ListAsync(source, Sql.Numbered(Sql.Counts, "today", "worker"), row => (Overdue: row.GetInt64(0), Due: row.GetInt64(1), Coming: row.GetInt64(2)), Today, worker))[0];
        var html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><body><p>").Append(counts.Overdue).Append(" / ").Append(counts.Due).Append(" / ").Append(counts.Coming).Append("</p><table>");
        foreach (var due in await ListAsync(source, Sql.Numbered(Sql.Worklist, "today", "worker"), ThinDue.Read, Today, worker))
        {
            html.Append("<tr><td><a href=\"/people/").Append(due.Person.Id).Append("\">").Append(WebUtility.HtmlEncode(due.Person.Name)).Append("</a><td>").Append(due.Kind)
                .Append("<td>").Append(due.Opens).Append("<td>").Append(due.Closes).Append("<td>").Append(WebUtility.HtmlEncode(due.Responsible)).Append("<td>").Append(WebUtility.HtmlEncode(due.Unit.Name));
        }
        return html.Append("</table></body></html>").ToString();
    }

    static async Task<IResult> RecordAsync(NpgsqlDataSource source, Guid id, ThinScreen screen)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Guid unit;
        object measure;
        await using (var find = Command(connection, Sql.Numbered(Sql.FindClient, "client"), screen.PersonId))
        await using (var reader = await find.ExecuteReaderAsync())
        {
            if (!await reader.ReadAsync())
            {
                return Results.NotFound();
            }
            unit = reader.GetGuid(1);
            measure = reader.IsDBNull(2) ? DBNull.Value : reader.GetGuid(2);
        }
        await using var add = Command(connection, Sql.Numbered(Sql.AddScreen, "screen", "client", "unit", "measure", "on"), id, screen.PersonId, unit, measure, screen.On);
        await add.ExecuteNonQueryAsync();
        await using var settle = Command(connection, Sql.Numbered(Sql.Settle, "on", "screen", "client"), screen.On, id, screen.PersonId);
        await settle.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return Results.Created($"/screens/{id}", screen);
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }
        return command;
    }
}

sealed record ThinList<T>(IReadOnlyList<T> Items);

sealed record ThinCount(string Code, string Name, long Value);

sealed record ThinReference(Guid Id, string Name);

/// <summary>What the bench writes down about a screen; the rest of the record is the same each time.</summary>
sealed record ThinScreen(Guid PersonId, DateOnly On);

sealed record ThinClient(
    Guid Id, string Name, string? Sex, DateOnly? BirthDate, string? IdentityNumber, string? Phone, string? ResidenceAddress, ThinReference Unit, Guid? ResponsibleId, string? Risk, bool ThreeYearsClean,
    string? Nationality, string? Education, string? MaritalStatus, string? Employment, string[] Substances, DateOnly? FirstUseOn, string? Route, DateTime UpdatedAt, int Version)
{
    public static ThinClient Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.Text(2), row.Day(3), row.Text(4), row.Text(5), row.Text(6), new ThinReference(row.GetGuid(7), row.GetString(8)), row.Id(9), row.Text(10), row.GetBoolean(11),
        row.Text(12), row.Text(13), row.Text(14), row.Text(15), row.GetString(16).Split(' '), row.Day(17), row.Text(18), row.GetDateTime(19), row.GetInt32(20));
}

sealed record ThinDue(
    Guid Id, string Kind, ThinReference Person, string? IdentityNumber, ThinReference Unit, Guid? ResponsibleId, string? Responsible, DateOnly Opens, DateOnly Closes, string Rule, string? Measure, int Version)
{
    public static ThinDue Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), new ThinReference(row.GetGuid(2), row.GetString(3)), row.Text(4), new ThinReference(row.GetGuid(5), row.GetString(6)), row.Id(7), row.Text(8),
        row.GetFieldValue<DateOnly>(9), row.GetFieldValue<DateOnly>(10), row.GetString(11), row.Text(12), row.GetInt32(13));
}

static class ThinColumns
{
    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? Day(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static Guid? Id(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}

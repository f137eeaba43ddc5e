using System.Diagnostics;
using System.Text;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Demo;

/// <summary>The command itself, as a process on a database file: nothing that names a person lies in clear.</summary>
public sealed class DemoSecrecyTests : IDisposable
{
    /// <summary>Shorter texts would be found in sealed bytes by mere chance.</summary>
    const int ShortestSearched = 6;

    readonly string folder = Directory.CreateTempSubdirectory("homeward-demo-").FullName;

    string Database => Path.Combine(folder, "homeward.db");

    string Keys => Path.Combine(folder, "keys.json");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Neither_database_nor_log_names_a_person_and_a_second_world_is_refused()
    {
        await using var reader = new SqliteConnection($"Data Source={Database}");
        Assert.Equal(0, await RunAsync());
        // While somebody who has read holds the file the write-ahead log stays, whoever else closes theirs; it is searched too.
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await ReadAsync(reader);
        Assert.Equal(2, await RunAsync());
        Assert.Contains("not empty", await File.ReadAllTextAsync(Path.Combine(folder, "stderr-2.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var secrets = await SecretsAsync();
        Assert.True(secrets.Count > 1_200);
        var found = Directory.GetFiles(folder).Where(file => file != Keys).SelectMany(file => FoundIn(file, secrets)).ToList();
        Assert.Empty(found);
        Assert.True(File.Exists(Database + "-wal"));
        Assert.NotEmpty(FoundIn(Database, [await NameOfStaffAsync()]));
    }

    static async Task ReadAsync(SqliteConnection reader)
    {
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM clients";
        Assert.NotEqual(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    int runs;

    async Task<int> RunAsync()
    {
        runs++;
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "demo", "--size", "station"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["ConnectionStrings__Homeward"] = $"Data Source={Database}";
        start.Environment["Homeward__Keys"] = Keys;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, $"stdout-{runs}.log"), await output);
        await File.WriteAllTextAsync(Path.Combine(folder, $"stderr-{runs}.log"), await errors);
        return process.ExitCode;
    }

    /// <summary>Every name, identity number and phone of the world, opened with its keys.</summary>
    async Task<HashSet<string>> SecretsAsync()
    {
        await using var db = new SqliteDb(Databases.Sqlite($"Data Source={Database}")) { Scope = Scope.Everything };
        var keys = KeyFile.Open(Keys, mayCreate: false);
        var secrets = new HashSet<string>();
        foreach (var client in await db.Clients.AsNoTracking().ToListAsync())
        {
            secrets.Add(keys.Open(client.Name, SealedColumn.ClientName, client.Id));
            secrets.Add(keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id) ?? "");
            secrets.Add(keys.OpenOrNull(client.Phone, SealedColumn.ClientPhone, client.Id) ?? "");
            secrets.Add(keys.OpenOrNull(client.RegisteredAddress, SealedColumn.ClientRegisteredAddress, client.Id) ?? "");
        }
        foreach (var person in await db.ContactPersons.AsNoTracking().ToListAsync())
        {
            secrets.Add(keys.Open(person.Name, SealedColumn.ContactPersonName, person.Id));
            secrets.Add(keys.OpenOrNull(person.Phone, SealedColumn.ContactPersonPhone, person.Id) ?? "");
        }
        foreach (var member in await db.TeamMembers.AsNoTracking().ToListAsync())
        {
            secrets.Add(keys.OpenOrNull(member.Name, SealedColumn.TeamMemberName, member.Id) ?? "");
            secrets.Add(keys.OpenOrNull(member.Phone, SealedColumn.TeamMemberPhone, member.Id) ?? "");
        }
        secrets.Remove("");
        return secrets;
    }

    /// <summary>The staff register lies in clear: its names show that the search would find one.</summary>
    async Task<string> NameOfStaffAsync()
    {
        await using var db = new SqliteDb(Databases.Sqlite($"Data Source={Database}")) { Scope = Scope.Everything };
        return await db.Staff.OrderByDescending(person => person.Name.Length).Select(person => person.Name).FirstAsync();
    }

    /// <summary>Looks at every place of the file once, for all texts in all encodings.</summary>
    static List<string> FoundIn(string file, HashSet<string> secrets)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var wanted = new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
            .SelectMany(encoding => secrets.Select(secret => (Secret: secret, Bytes: encoding.GetBytes(secret))))
            .Where(pattern => pattern.Bytes.Length >= ShortestSearched)
            .ToLookup(pattern => BitConverter.ToUInt32(pattern.Bytes));
        var beginnings = new bool[ushort.MaxValue + 1];
        foreach (var beginning in wanted)
        {
            beginnings[(ushort)beginning.Key] = true;
        }
        return Enumerable.Range(0, Math.Max(0, bytes.Length - ShortestSearched))
            .Where(place => beginnings[BitConverter.ToUInt16(bytes, place)])
            .SelectMany(place => wanted[BitConverter.ToUInt32(bytes, place)].Where(pattern => bytes.AsSpan(place).StartsWith(pattern.Bytes)))
            .Select(pattern => $"{pattern.Secret} in {Path.GetFileName(file)}")
            .ToList();
    }
}

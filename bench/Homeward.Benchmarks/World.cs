using System.Globalization;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation.Access;
using Npgsql;

namespace Homeward.Benchmarks;

/// <summary>A demo world in PostgreSQL, with what only the bench has: names in clear in a table of its own, keys for every worker, and numbered picks.</summary>
sealed class World(Cluster cluster, string size)
{
    public string Connection => cluster.ConnectionTo(size);

    public string PastTheWalls => cluster.PastTheWalls(size);

    public string Keys => Path.Combine(cluster.Folder, $"{size}.keys.json");

    public static string KeyOf(int account) => string.Create(CultureInfo.InvariantCulture, $"bench-key-of-account-{account}");

    /// <summary>Fills the world where it is not there yet and brings a kept one up to date; returns what that cost, or null when it was there.</summary>
    public async Task<Effort?> EnsureAsync()
    {
        var isNew = await cluster.EnsureAsync(size);
        var effort = isNew ? await Product.CommandAsync(Connection, Keys, "demo", "--size", size) : await Product.CommandAsync(Connection, Keys, "migrate");
        await using var source = NpgsqlDataSource.Create(PastTheWalls);
        await using var find = source.CreateCommand("select to_regclass('bench.picks') is null");
        if ((bool)(await find.ExecuteScalarAsync())!)
        {
            await ExecuteAsync(source, Tables);
            await UnsealAsync(source);
            await AddKeysAsync(source);
            await ExecuteAsync(source, Rest);
            await ExecuteAsync(source, "vacuum analyze");
        }
        return isNew ? effort : null;
    }

    public async Task<IReadOnlyList<Pick>> PicksAsync(int most)
    {
        await using var source = NpgsqlDataSource.Create(PastTheWalls);
        await using var command = source.CreateCommand("select n, client_id, worker_id, account from bench.picks order by n limit $1");
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync();
        var picks = new List<Pick>();
        while (await reader.ReadAsync())
        {
            picks.Add(new Pick(reader.GetInt32(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3)));
        }
        return picks;
    }

    public async Task<IReadOnlyList<string>> TermsAsync()
    {
        await using var source = NpgsqlDataSource.Create(PastTheWalls);
        await using var command = source.CreateCommand("select term from bench.terms order by n");
        await using var reader = await command.ExecuteReaderAsync();
        var terms = new List<string>();
        while (await reader.ReadAsync())
        {
            terms.Add(reader.GetString(0));
        }
        return terms;
    }

    public async Task TakeBackAsync()
    {
        await using var source = NpgsqlDataSource.Create(PastTheWalls);
        foreach (var statement in Sql.TakeBack.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await ExecuteAsync(source, statement);
        }
    }

    /// <summary>A session of the city's office or of a worker, as the sign-in page would have made it.</summary>
    public async Task<string> SignInAsync(string user)
    {
        const string Secret = "a-secret-of-the-bench";
        var id = Ids.New();
        await using var source = NpgsqlDataSource.Create(PastTheWalls);
        await using var command = source.CreateCommand("insert into sessions (id, account_id, secret_hash, started_at, last_seen_at) select $1, id, $2, now(), now() from accounts where user_name = $3");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(ActorSource.Hash(Secret));
        command.Parameters.AddWithValue(user);
        await command.ExecuteNonQueryAsync();
        return $"__Host-homeward={id:N}.{Secret}";
    }

    async Task UnsealAsync(NpgsqlDataSource source)
    {
        var keys = KeyFile.Open(Keys, mayCreate: false);
        await using var connection = await source.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy bench.people from stdin (format binary)");
        await using var read = source.CreateCommand("select id, name, identity_number, phone, residence_address from clients");
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var id = reader.GetGuid(0);
            string? Clear(int column, SealedColumn sealedAs) => reader.IsDBNull(column) ? null : keys.Open(new Sealed((byte[])reader[column]), sealedAs, id);
            var (name, number) = (Clear(1, SealedColumn.ClientName)!, Clear(2, SealedColumn.ClientIdentityNumber));
            var (full, initials) = NameReading.Of(name);
            string?[] texts = [name, full, initials, Masks.Number(number), Masks.Phone(Clear(3, SealedColumn.ClientPhone)), Masks.Address(Clear(4, SealedColumn.ClientResidenceAddress))];
            await copy.StartRowAsync();
            await copy.WriteAsync(id);
            foreach (var text in texts)
            {
                await copy.WriteAsync(text);
            }
        }
        await copy.CompleteAsync();
    }

    static async Task AddKeysAsync(NpgsqlDataSource source)
    {
        await using var count = source.CreateCommand("select count(*) from bench.callers");
        var callers = (int)(long)(await count.ExecuteScalarAsync())!;
        await using var add = source.CreateCommand("insert into api_keys (id, account_id, secret_hash, created_at) select gen_random_uuid(), account_id, hash, now() from bench.callers join unnest($1, $2) as given (account, hash) using (account)");
        add.Parameters.AddWithValue(Enumerable.Range(0, callers).ToArray());
        add.Parameters.AddWithValue(Enumerable.Range(0, callers).Select(account => ActorSource.Hash(KeyOf(account))).ToArray());
        await add.ExecuteNonQueryAsync();
    }

    static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Account 0 is the city's office; the others are the workers.</summary>
    const string Tables = """
        drop schema if exists bench cascade;
        create schema bench;
        create table bench.people (id uuid primary key, name text, full_reading text, initials text, identity_number text, phone text, residence_address text);
        create table bench.callers as
            select (row_number() over (order by user_name <> 'office', user_name))::int - 1 as account, a.id as account_id, a.staff_id
            from accounts a where user_name = 'office' or user_name ~ '^worker';
        create table bench.terms (n int primary key, term text);
        """;

    const string Rest = """
        create index on bench.people (name); create index on bench.people (full_reading); create index on bench.people (initials);
        create table bench.picks as
            select (row_number() over (order by md5(c.id::text)))::int as n, c.id as client_id, c.unit_id, c.responsible_id as worker_id, m.id as measure_id, k.account
            from clients c join bench.callers k on k.staff_id = c.responsible_id join measures m on m.client_id = c.id and m.ended_on is null and m.kind in ('Cdt', 'Crh') and m.reported_on < date '2026-08-01';
        alter table bench.picks add primary key (n);
        insert into bench.terms select (row_number() over (order by md5(id::text)))::int,
            case when get_byte(uuid_send(id), 15) % 2 = 0 then left(name, 2) else initials end from bench.people order by md5(id::text) limit 500;
        """;
}

/// <summary>A client with the worker who answers for it and that worker's key.</summary>
sealed record Pick(int Number, Guid ClientId, Guid WorkerId, int Account);

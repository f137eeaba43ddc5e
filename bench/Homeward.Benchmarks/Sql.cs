namespace Homeward.Benchmarks;

/// <summary>The same work as hand-written SQL, once for pgbench and the thin handler: what the product reads and writes, without sign-in, scope, sealing and audit.</summary>
static class Sql
{
    public const string Client = """
        select p.id, p.name, c.sex, c.birth_date, p.identity_number, p.phone, p.residence_address, c.unit_id, u.name as unit, c.responsible_id, c.risk, c.is_three_years_clean,
               c.nationality, c.education, c.marital_status, c.employment, c.substances, c.first_use_on, c.route, c.updated_at, c.version
        from clients c join bench.people p on p.id = c.id join units u on u.id = c.unit_id
        where c.id = :client
        """;

    public const string Search = """
        select p.id, p.name, c.sex, c.birth_date, p.identity_number, p.phone, p.residence_address, c.unit_id, u.name as unit, c.responsible_id, c.risk, c.is_three_years_clean,
               c.nationality, c.education, c.marital_status, c.employment, c.substances, c.first_use_on, c.route, c.updated_at, c.version
        from (select id, name, identity_number, phone, residence_address, full_reading, case when name = :term then 1 when initials = :term or full_reading = :term then 2 else 3 end as rank
              from bench.people
              where (name >= :term and name < :term || U&'\+10FFFF') or (initials >= :term and initials < :term || '{') or (full_reading >= :term and full_reading < :term || '{')
              order by rank, full_reading, id limit 25) p
        join clients c on c.id = p.id join units u on u.id = c.unit_id
        order by p.rank, p.full_reading, p.id
        """;

    public const string Worklist = """
        select o.id, o.kind, o.client_id, p.name, p.identity_number, o.unit_id, u.name as unit, o.responsible_id, s.name as responsible, o.opens, o.closes, o.rule, m.kind as measure, o.version
        from (select * from obligations where settled_on is null and opens <= :today and responsible_id = :worker order by closes, id limit 51) o
        join bench.people p on p.id = o.client_id join units u on u.id = o.unit_id left join staff s on s.id = o.responsible_id left join measures m on m.id = o.measure_id
        order by o.closes, o.id
        """;

    public const string Counts = """
        select count(*) filter (where closes < :today), count(*) filter (where opens <= :today and closes >= :today), count(*) filter (where opens > :today)
        from obligations where settled_on is null and opens <= :today + 7 and responsible_id = :worker
        """;

    public const string FindClient = "select c.id, c.unit_id, m.id from clients c left join measures m on m.client_id = c.id and m.ended_on is null where c.id = :client limit 1";

    public const string AddScreen = """
        insert into screens (id, client_id, unit_id, measure_id, "on", kind, specimen, outcome, result, readings, kit_lot, first_tester, second_tester, collector, collector_sex, place, is_incomplete, entered_at, version)
        select :screen, :client, :unit, :measure::uuid, :on, 'Scheduled', 'Blood', 'Done', 'Negative', '{"morphine":"Negative","methamphetamine":"Negative","ketamine":"Negative"}', 'bench', '张一', '李二', '王三', 'Male', '社工点', false, now(), 0
        on conflict do nothing
        """;

    public const string Settle = """
        update obligations set settlement = 'Fulfilled', settled_on = :on, settled_by_id = :screen, version = version + 1
        where client_id = :client and kind = 'Screen' and settled_on is null and opens <= :on and closes >= :on
        """;

    public const string Overdue = """
        select d.code, d.name, count(*) from obligations o join units p on p.id = o.unit_id join units s on s.id = p.parent_id join units d on d.id = s.parent_id
        where o.settled_on is null and o.closes < :today group by d.code, d.name order by d.code
        """;

    /// <summary>Takes back what the writes of a run left, so that the next one finds the same world.</summary>
    public const string TakeBack = """
        update obligations set settlement = null, settled_on = null, settled_by_id = null where settled_by_id in (select id from screens where kit_lot = 'bench');
        delete from screens where kit_lot = 'bench';
        vacuum analyze screens;
        vacuum analyze obligations;
        """;

    /// <summary>For a command with numbered parameters.</summary>
    public static string Numbered(string sql, params string[] names) =>
        names.Select((name, place) => (name, place)).Aggregate(sql, (text, part) => text.Replace($":{part.name}", $"${part.place + 1}", StringComparison.Ordinal));

    /// <summary>For pgbench, whose variables are numbers: everything else is looked up by a number that was drawn.</summary>
    public static string Drawn(string sql) => sql
        .Replace(":today", $"date '{Product.Day}'", StringComparison.Ordinal)
        .Replace(":client", "(select client_id from bench.picks where n = :n)", StringComparison.Ordinal)
        .Replace(":worker", "(select worker_id from bench.picks where n = :n)", StringComparison.Ordinal)
        .Replace(":unit", "(select unit_id from bench.picks where n = :n)", StringComparison.Ordinal)
        .Replace(":measure", "(select measure_id from bench.picks where n = :n)", StringComparison.Ordinal)
        .Replace(":term", "(select term from bench.terms where n = :t)", StringComparison.Ordinal)
        .Replace(":screen", "gen_random_uuid()", StringComparison.Ordinal)
        .Replace(":on", $"(date '{Product.Day}' - :d::int)", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Homeward.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Web.Tests.Fences;

/// <summary>Rules about the code that keep the house clean; to be extended, never loosened.</summary>
public sealed partial class HouseTests
{
    const int LongestFile = 200;

    internal static readonly string Root = FindRoot();

    /// <summary>Which areas of the domain may name which others: parent to child, never in a circle.</summary>
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Foundation"] = [],
        ["People"] = ["Foundation"],
        ["Organisation"] = ["Foundation", "People"],
        ["Screening"] = ["Foundation", "People"],
        ["Supervision"] = ["Foundation", "People", "Screening"],
        ["Casework"] = ["Foundation", "People"],
        ["Papers"] = ["Foundation", "People", "Screening", "Supervision", "Casework"],
        ["Campaigns"] = ["Foundation", "People", "Screening", "Supervision", "Casework"],
        ["Worklist"] = ["Foundation", "People", "Screening", "Supervision", "Casework"],
        ["Trust"] = ["Foundation"],
    };

    static readonly string[] RefusedEndings = ["Service", "Manager", "Helper", "Util", "Utils", "Handler", "Processor", "Dto", "ViewModel", "Impl", "Base", "Repository"];

    [Fact]
    public void No_file_is_longer_than_two_hundred_lines()
    {
        var looks = Directory.EnumerateFiles(Path.Combine(Root, "src/Homeward.Web/wwwroot"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".css" or ".js" && !file.Contains("/lib/", StringComparison.Ordinal));
        var tooLong = Sources("src", "tests", "bench").Concat(looks).Where(file => File.ReadLines(file).Count() > LongestFile).Select(Short);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Arrows_between_the_areas_of_the_domain_run_one_way()
    {
        var wrong = from file in Sources("src/Homeward.Domain")
                    let area = Path.GetFileName(Path.GetDirectoryName(file))!
                    from Match used in DomainUsing().Matches(File.ReadAllText(file))
                    let other = used.Groups[1].Value
                    where other != area && !Arrows[area].Contains(other)
                    select $"{Short(file)} uses {other}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_domain_references_nothing_and_data_does_not_know_the_web()
    {
        var domain = XDocument.Load(Path.Combine(Root, "src/Homeward.Domain/Homeward.Domain.csproj"));
        Assert.Empty(domain.Descendants("PackageReference").Concat(domain.Descendants("ProjectReference")));
        Assert.DoesNotContain(Sources("src/Homeward.Domain", "src/Homeward.Data"), file => File.ReadAllText(file).Contains("Homeward.Web", StringComparison.Ordinal));
        Assert.DoesNotContain(Sources("src/Homeward.Domain"), file => File.ReadAllText(file).Contains("Homeward.Data", StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing()
    {
        var wrong = new[] { typeof(Db).Assembly, typeof(Domain.Foundation.Broken).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Homeward", StringComparison.Ordinal) == true && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false))
            .Select(type => type.Name.Split('`')[0]).Where(name => RefusedEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Neither_set_of_migrations_is_behind_the_model()
    {
        using var sqlite = new SqliteDb(Databases.Sqlite("Data Source=:memory:"));
        using var postgres = new PostgresDb(Databases.Postgres("Host=127.0.0.1;Database=none"));

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    /// <summary>A column that stays empty is not written with a new record: what the database would put there instead must be nothing.</summary>
    [Fact]
    public void No_column_that_may_be_empty_is_filled_by_the_database()
    {
        using var db = new PostgresDb(Databases.Postgres("Host=127.0.0.1;Database=none"));
        var columns = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetProperties()).ToList();

        Assert.Empty(columns.Where(column => column.IsNullable && (column.ValueGenerated != ValueGenerated.Never || column.GetDefaultValue() is not null || column.GetDefaultValueSql() is not null || column.GetComputedColumnSql() is not null)).Select(column => $"{column}"));
        Assert.Contains(columns, column => column.IsNullable);
    }

    [Fact]
    public void Every_record_about_a_client_follows_its_client_to_another_unit_by_foreign_key()
    {
        using var db = new SqliteDb(Databases.Sqlite("Data Source=:memory:"));
        var tables = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Domain.Foundation.IAboutClient))).Select(type => type.GetTableName()!);
        foreach (var set in new[] { "Sqlite", "Postgres" })
        {
            var text = string.Concat(Directory.GetFiles(Path.Combine(Root, "src/Homeward.Data/Migrations", set), "*.cs").Where(file => !file.EndsWith(".Designer.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
            Assert.DoesNotContain(tables, table => !text.Contains($"fk_{table}_clients_client_id_unit_id", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_silences_a_rule_without_its_reason_on_the_same_line()
    {
        var silent = from file in Sources("src", "tests")
                     from line in File.ReadLines(file)
                     where line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal)
                     select $"{Short(file)}: {line.Trim()}";

        Assert.Empty(silent);
    }

    [Fact]
    public void No_test_is_skipped_and_nothing_is_left_for_later()
    {
        var left = from file in Sources("src", "tests").Where(file => !file.EndsWith("HouseTests.cs", StringComparison.Ordinal))
                   from line in File.ReadLines(file)
                   where LeftOver().IsMatch(line)
                   select $"{Short(file)}: {line.Trim()}";

        Assert.Empty(left);
    }

    /// <summary>The enhanced navigation would leave the address of the file in the browser and ask for it twice.</summary>
    [Fact]
    public void A_file_is_fetched_and_not_visited()
    {
        var visited = from file in Sources("src/Homeward.Web/Features")
                      from Match link in FileLink().Matches(File.ReadAllText(file))
                      where !link.Value.Contains("data-enhance-nav=\"false\"", StringComparison.Ordinal)
                      select $"{Short(file)}: {link.Value}";

        Assert.Empty(visited);
    }

    static IEnumerable<string> Sources(params string[] folders) => folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    static string Short(string file) => Path.GetRelativePath(Root, file);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Homeward.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the project's folder.");
    }

    [GeneratedRegex(@"using Homeward\.Domain\.(\w+);")]
    private static partial Regex DomainUsing();

    [GeneratedRegex(@"<a\b[^>]*href=""[^""]*(\.pdf|\.docx|/file|/errors|/export[^""]*|/product[^""]*)""[^>]*>")]
    private static partial Regex FileLink();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b|Skip *= *""|Thread\.Sleep")]
    private static partial Regex LeftOver();
}

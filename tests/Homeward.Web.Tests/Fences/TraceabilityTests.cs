using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeward.Web.Tests.Fences;

/// <summary>Every numbered rule of the law, of testing and of organisation has its line, and every file that a line names is there.</summary>
public sealed partial class TraceabilityTests
{
    static readonly string page = File.ReadAllText(Path.Combine(HouseTests.Root, "docs/rules-traceability.md"));

    [Theory]
    [InlineData(1, 1, 58)]
    [InlineData(2, 0, 39)]
    [InlineData(3, 1, 10)]
    public void Every_rule_has_a_line(int section, int first, int last)
    {
        var named = RuleRange().Matches(page)
            .Where(match => Number(match, 1) == section)
            .SelectMany(match => Enumerable.Range(Number(match, 2), (match.Groups[3].Success ? Number(match, 3) : Number(match, 2)) - Number(match, 2) + 1));

        Assert.Empty(Enumerable.Range(first, last - first + 1).Except(named));
    }

    [Fact]
    public void Every_value_that_a_policy_sets_is_named() =>
        Assert.All(Domain.Supervision.PolicyKeys.All.Keys, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));

    [Fact]
    public void Every_file_that_a_line_names_is_there()
    {
        var files = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(HouseTests.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToList();
        var missing = FileName().Matches(page).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => !files.Exists(file => file.EndsWith($"/{name}", StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"R(\d)\.(\d+)(?:–R\d\.(\d+))?")]
    private static partial Regex RuleRange();

    [GeneratedRegex(@"`([\w/.\-]+\.(?:cs|json|razor|html))`")]
    private static partial Regex FileName();
}

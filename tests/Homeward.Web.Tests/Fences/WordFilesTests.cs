using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Data.Policies;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation;

namespace Homeward.Web.Tests.Fences;

/// <summary>Both languages say the same things, and only the word files say them.</summary>
public sealed partial class WordFilesTests
{
    static readonly string Source = Path.Combine(Repository(), "src");

    [Fact]
    public void Word_files_load_without_duplicates() => Assert.True(Words.Load(missingThrows: true).Has("ui.product"));

    [Fact]
    public void Both_languages_have_the_same_keys_and_placeholders()
    {
        foreach (var file in FilesUnder("Words.zh-CN.json"))
        {
            var chinese = Read(file);
            var english = Read(file.Replace("zh-CN", "en", StringComparison.Ordinal));
            Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
            Assert.All(chinese, entry => Assert.Equal((entry.Key, Placeholders(entry.Value)), (entry.Key, Placeholders(english[entry.Key]))));
        }
    }

    [Fact]
    public void No_sentence_is_empty() =>
        Assert.All(FilesUnder("Words.*.json").SelectMany(Read), entry => Assert.False(string.IsNullOrWhiteSpace(entry.Value), entry.Key));

    /// <summary>A social worker knows articles of law, not the numbers of our own rules: those go to programs beside the sentence.</summary>
    [Fact]
    public void No_sentence_names_a_rule_by_our_own_number() =>
        Assert.DoesNotContain(FilesUnder("Words.*.json").SelectMany(Read), entry => RuleNumber().IsMatch(entry.Value));

    /// <summary>What stands beside a duty, a limit or a slot is told by its source; a new rule needs its sentence.</summary>
    [Fact]
    public void Every_rule_that_a_page_shows_has_its_source_in_words()
    {
        var words = Words.Load(missingThrows: true);
        var domain = Path.Combine(Source, "Homeward.Domain");
        var shown = Directory.EnumerateFiles(Path.Combine(domain, "Worklist")).Append(Path.Combine(domain, "Supervision", "DeadlineRules.cs")).Append(Path.Combine(domain, "Supervision", "FigureRules.cs")).Append(Path.Combine(domain, "Papers", "DossierRules.cs"))
            .SelectMany(file => RuleText().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(PolicyPacks.Embedded.Names.SelectMany(name => PolicyPacks.Embedded.On(name, new DateOnly(2026, 11, 23)).Contacts).Select(rhythm => rhythm.Rule)).ToHashSet(StringComparer.Ordinal);

        Assert.True(shown.Count > 20, $"{shown.Count} rules");
        Assert.DoesNotContain(shown, rule => words.Source(rule) is null);
    }

    /// <summary>Whoever is refused an act on a measure is told what to do instead.</summary>
    [Fact]
    public void A_refusal_of_an_act_says_how_to_go_on()
    {
        var sentences = FilesUnder("Words.zh-CN.json").SelectMany(Read).ToDictionary(entry => entry.Key, entry => entry.Value);
        var rules = typeof(MeasureRules).GetFields().Select(field => field.GetValue(null)).OfType<Broken>().ToList();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Matches("请|：", sentences[rule.Code]));
    }

    [Fact]
    public void Program_text_holds_no_Chinese()
    {
        var spoken = SourceText("*.cs", "*.razor", "*.js").SelectMany(file => File.ReadLines(file).Where(line => Chinese().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        Assert.Empty(spoken);
    }

    [Fact]
    public void Every_key_that_is_used_exists()
    {
        var known = FilesUnder("Words.zh-CN.json").SelectMany(Read).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var missing = SourceText("*.cs", "*.razor").SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
            .Where(key => !known.Contains(key)).Select(key => $"{Path.GetFileName(file)}: {key}"));
        Assert.Empty(missing);
    }

    static IEnumerable<string> FilesUnder(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories);

    static IEnumerable<string> SourceText(params string[] patterns) => patterns.SelectMany(FilesUnder)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}lib{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    static Dictionary<string, string> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

    static string Placeholders(string sentence) => string.Join(' ', Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Homeward.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();

    [GeneratedRegex("\"(R\\d\\.\\d+)\"")]
    private static partial Regex RuleText();

    [GeneratedRegex(@"\bR\d\.\d")]
    private static partial Regex RuleNumber();

    // words["key"], [Display(Name = "key")], ErrorMessage = "key", a domain rule's code, and a sentence said after a redirect.
    [GeneratedRegex("""(?:[Ww]ords\[|new Broken\(|Name = |Description = |ErrorMessage = |\.Say\()"([a-z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)+)"(?!\s*\+)""")]
    private static partial Regex Used();
}

using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Homeward.Data.CodeLists;

namespace Homeward.Web.Foundation;

/// <summary>Every sentence of the product, in Chinese and English, read once from the word files beside the features.</summary>
public sealed class Words
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Where the names of codes stand that have no code list of their name.</summary>
    static readonly Dictionary<string, string> otherNames = new()
    {
        ["MeasureKind"] = "code.measure.",
        ["MeasureActKind"] = "supervision.act-",
        ["TransferState"] = "supervision.transfer-",
        ["CleanObstacle"] = "supervision.clean-obstacle-",
        ["CertificationStep"] = "supervision.certification-step-",
    };

    readonly FrozenDictionary<string, string> chinese;
    readonly FrozenDictionary<string, string> english;
    readonly bool missingThrows;

    Words(FrozenDictionary<string, string> chinese, FrozenDictionary<string, string> english, bool missingThrows)
    {
        this.chinese = chinese;
        this.english = english;
        this.missingThrows = missingThrows;
    }

    /// <summary>The sentence behind a key, in the reader's language, with its placeholders {0}, {1} … filled.</summary>
    public string this[string key, params object?[] values]
    {
        get
        {
            if (!Current.TryGetValue(key, out var sentence))
            {
                return missingThrows ? throw new KeyNotFoundException($"No word file has the key '{key}'.") : key;
            }
            return values.Length == 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, [.. values.Select(Named)]);
        }
    }

    /// <summary>A code inside a sentence is told by its name: nobody reads how the program calls it.</summary>
    object? Named(object? value) => value is Enum code ? Current.GetValueOrDefault($"{NamesOf(code.GetType())}{code}") ?? value : value;

    static string NamesOf(Type codes) => otherNames.GetValueOrDefault(codes.Name) ?? $"code.{char.ToLowerInvariant(codes.Name[0])}{codes.Name[1..]}.";

    public static bool InChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    FrozenDictionary<string, string> Current => InChinese ? chinese : english;

    /// <summary>The name of a code in a code list: key <c>code.list.code</c>.</summary>
    public string Code(string list, string? code) => string.IsNullOrEmpty(code) ? "" : Current.GetValueOrDefault($"code.{list}.{code}") ?? code;

    /// <summary>What a rule rests on, an article of law or the practice, as a reader knows it; null for one that a policy pack brought along. Its number is for programs.</summary>
    public string? Source(string rule) => Current.GetValueOrDefault($"source.{rule}");

    public bool Has(string key) => Current.ContainsKey(key);

    public static Words Load(bool missingThrows) => new(Merge(Chinese), Merge(English), missingThrows);

    static FrozenDictionary<string, string> Merge(string language)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in FilesOf(language))
        {
            foreach (var (key, sentence) in Read(file))
            {
                if (!all.TryAdd(key, sentence))
                {
                    throw new InvalidOperationException($"The key '{key}' of {file} already stands in another word file.");
                }
            }
        }
        foreach (var list in CodeList.Names)
        {
            foreach (var entry in CodeList.Of(list))
            {
                all.Add($"code.{list}.{entry.Code}", language == Chinese ? entry.Zh : entry.En);
            }
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static IEnumerable<string> FilesOf(string language) => typeof(Words).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("words/", StringComparison.Ordinal) && name.EndsWith($".{language}.json", StringComparison.Ordinal));

    static IEnumerable<(string Key, string Sentence)> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream, Strict);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            yield return (entry.Name, entry.Value.GetString() ?? "");
        }
    }
}

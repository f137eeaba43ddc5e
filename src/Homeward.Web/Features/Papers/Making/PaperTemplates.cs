using System.Collections.Concurrent;
using System.Reflection;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Rendering;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>The templates that come with the product, each in all its versions: a file that was printed from is never changed, a better one gets the next number.</summary>
public static class PaperTemplates
{
    const string Folder = "papers/";
    const string Ending = ".html";

    static readonly ConcurrentDictionary<string, PaperDocument> read = new(StringComparer.Ordinal);

    static readonly Dictionary<PaperKind, string> newest = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Ending.Length])
        .GroupBy(version => Enum.Parse<PaperKind>(version.Split('.')[0]))
        .ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => int.Parse(version.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture))!);

    public static string Newest(PaperKind kind) => newest[kind];

    /// <summary>The text of a version, to start an own one from.</summary>
    public static string TextOf(string version)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + version + Ending) ?? throw new InvalidOperationException($"The template {version} is gone.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static PaperDocument DocumentOf(string version) => read.GetOrAdd(version, name =>
    {
        var (document, faults) = TemplateReader.Read(TextOf(name), Placeholders.Of(Enum.Parse<PaperKind>(name.Split('.')[0])));
        return faults.Count == 0 ? document : throw new InvalidOperationException($"{name}: {string.Join("; ", faults)}");
    });
}

using System.Collections.Concurrent;
using System.Reflection;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>All policy packs: those that come with the product and those of a folder; found by name or by place, in force on a day.</summary>
public sealed class PolicyPacks
{
    public const string Default = "national";
    const string Prefix = "Homeward.Data.Policies.";
    const string SchemaFile = "policy.schema.json";

    static readonly Lazy<PolicyPacks> embedded = new(() => Load(null));

    readonly Dictionary<string, List<PolicyLayer>> versions;
    readonly ConcurrentDictionary<(string, string, string), PolicyPack> resolved = new();

    PolicyPacks(Dictionary<string, List<PolicyLayer>> versions) => this.versions = versions;

    /// <summary>The packs that come with the product.</summary>
    public static PolicyPacks Embedded => embedded.Value;

    public IReadOnlyCollection<string> Names => versions.Keys;

    /// <summary>The published schema of policy files.</summary>
    public static string Schema() => new StreamReader(Resource(Prefix + SchemaFile)).ReadToEnd();

    /// <summary>Loads the product's packs and, where given, every <c>*.json</c> of a folder (setting <c>Homeward__Policies</c>).</summary>
    /// <exception cref="PolicyFaultException">A pack is not right; every fault has file, line and reason.</exception>
    public static PolicyPacks Load(string? folder)
    {
        var faults = new List<PolicyFault>();
        var files = Files(folder).ToList();
        var layers = new List<(string File, PolicyLayer Layer)>();
        foreach (var (file, json) in files)
        {
            if (PolicyFile.Read(file, json, out var found) is { } layer)
            {
                layers.Add((file, layer));
            }
            faults.AddRange(found);
        }
        faults.AddRange(PolicyLayering.FaultsOf(layers));
        return faults.Count > 0
            ? throw new PolicyFaultException(faults)
            : new PolicyPacks(layers.Select(pair => pair.Layer).GroupBy(layer => layer.Name)
                .ToDictionary(group => group.Key, group => group.OrderBy(layer => layer.EffectiveFrom).ToList()));
    }

    /// <summary>The faults of one file beside the product's packs; none means that it can be used.</summary>
    public static IReadOnlyList<PolicyFault> Check(string file, byte[] json)
    {
        if (PolicyFile.Read(file, json, out var faults) is not { } layer)
        {
            return faults;
        }
        var others = Files(null)
            .Select(pair => (File: pair.File, Layer: PolicyFile.Read(pair.File, pair.Json, out _)!))
            .Where(pair => pair.Layer.Name != layer.Name || pair.Layer.EffectiveFrom != layer.EffectiveFrom);
        return PolicyLayering.FaultsOf([.. others, (file, layer)]).ToList();
    }

    /// <summary>The pack of a name as in force on a day, or null; before its first version the first one holds.</summary>
    public PolicyPack? Find(string name, DateOnly day)
    {
        if (!versions.TryGetValue(name, out var layers))
        {
            return null;
        }
        var layer = layers.LastOrDefault(layer => layer.EffectiveFrom <= day) ?? layers[0];
        var parent = layer.Parent is null ? null : On(layer.Parent, day);
        return resolved.GetOrAdd((layer.Name, layer.Version, parent?.Version ?? ""), _ => new PolicyPack(layer, parent));
    }

    public PolicyPack On(string name, DateOnly day) => Find(name, day) ?? throw new KeyNotFoundException($"There is no policy pack {name}.");

    /// <summary>The layers of a version such as <c>shanghai/2026.1+national/2026.1</c>: the title of each in a language, and its number.</summary>
    public IEnumerable<(string Title, string Number)> LayersOf(string version, string language) =>
        version.Split('+').Select(layer => layer.Split('/')).Select(parts => (TitleOf(parts[0], language), parts[^1]));

    string TitleOf(string name, string language) => versions.TryGetValue(name, out var layers) ? layers[^1].Titles.GetValueOrDefault(language) ?? name : name;

    /// <summary>The pack that governs a place by its division code: the nearest layer above it, else the national default.</summary>
    public PolicyPack For(string? divisionCode, DateOnly day)
    {
        var nearest = versions.Values
            .Select(layers => layers[^1])
            .Where(layer => layer.Unit is { } unit && divisionCode?.StartsWith(unit, StringComparison.Ordinal) == true)
            .MaxBy(layer => layer.Unit!.Length);
        return On(nearest?.Name ?? Default, day);
    }

    /// <summary>All packs as they are or were in force, each version once.</summary>
    public IEnumerable<PolicyPack> All() => versions.Values.SelectMany(layers => layers).Select(layer => layer.EffectiveFrom).Distinct()
        .SelectMany(day => Names.Select(name => On(name, day))).DistinctBy(pack => pack.Version);

    /// <summary>The versions of all packs in force on a day.</summary>
    public IReadOnlyList<string> VersionsOn(DateOnly day) => [.. Names.Order(StringComparer.Ordinal).Select(name => On(name, day).Version)];

    /// <summary>
    /// One short text for all that the packs say on a day and for whom: it differs where anything that is planned from them may differ.
    /// With each month it is another: what has no last day is planned some months ahead, and that moves on though nobody touches the file.
    /// </summary>
    public string FingerprintOn(DateOnly day) =>
        PolicyFingerprint.Of(day, Names.Order(StringComparer.Ordinal).Select(name => (versions[name][^1].Unit, On(name, day))));

    static IEnumerable<(string File, byte[] Json)> Files(string? folder)
    {
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsPack).Order())
        {
            using var stream = Resource(name);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (name[Prefix.Length..], bytes);
        }
        var paths = folder is null ? [] : Directory.GetFiles(folder, "*.json");
        foreach (var path in paths.Where(path => Path.GetFileName(path) != SchemaFile).Order())
        {
            yield return (path, File.ReadAllBytes(path));
        }
    }

    static bool IsPack(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal) && name != Prefix + SchemaFile;

    static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Domain.People;

namespace Homeward.Data.RiskTemplates;

/// <summary>
/// The template that the product comes with: the grounds of the national paper, and the places of a local annex without points, since their
/// weights and bands are the annex's own and are entered by whoever follows it (rules R2.33–R2.37).
/// </summary>
public static class StartingRiskTemplate
{
    sealed record Stored(string Name, string Annex, IReadOnlyList<RiskFactor> Factors);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    static readonly Stored stored = Read();

    /// <summary>The paper that it follows.</summary>
    public static string Annex => stored.Annex;

    public static RiskBasis Basis { get; } = new($"{stored.Annex} ({stored.Name})", null, new RiskScale(stored.Factors, null, null));

    static Stored Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Homeward.Data.RiskTemplates.national.json")!;
        return JsonSerializer.Deserialize<Stored>(stream, Json)!;
    }
}

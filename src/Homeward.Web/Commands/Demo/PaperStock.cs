using System.Text.Json;

namespace Homeward.Web.Commands.Demo;

/// <summary>What is written on the papers of a demo world.</summary>
sealed record PaperStock(
    IReadOnlyList<string> Plans, IReadOnlyList<string> Facts, IReadOnlyList<string> Opinions, IReadOnlyList<string> Breaches, IReadOnlyList<string> Materials,
    IReadOnlyList<string> Demands, IReadOnlyList<string> Agreed, IReadOnlyList<string> Hour,
    IReadOnlyList<string> NoShows, IReadOnlyList<string> NoShowMaterials, IReadOnlyList<string> Calls)
{
    public static readonly PaperStock Read = Load();

    static PaperStock Load()
    {
        using var stream = typeof(PaperStock).Assembly.GetManifestResourceStream("demo/papers.json")!;
        return JsonSerializer.Deserialize<PaperStock>(stream, JsonSerializerOptions.Web)!;
    }
}

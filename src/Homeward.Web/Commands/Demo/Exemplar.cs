using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>A fixed life in the first point of every world: it shows a state that chance shows seldom or never. Its days are counted back from the day on which the world stands.</summary>
/// <param name="Now">The measure that the state is shown on.</param>
/// <param name="OrderedAgo">So many days ago it was ordered.</param>
sealed record Exemplar(MeasureKind Now, int OrderedAgo)
{
    /// <summary>A measure that has ended before.</summary>
    public MeasureKind? Before { get; init; }

    public bool Reports { get; init; } = true;

    /// <summary>Nobody has met the client for so many days.</summary>
    public int? QuietFor { get; init; }

    /// <summary>Lived at the second point, so that the first one sees it from outside.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Hands in a written report every so many days.</summary>
    public int? WritesEvery { get; init; }

    /// <summary>What happened to the measure.</summary>
    public Action<Told> Acts { get; init; } = _ => { };

    /// <summary>Instead of the usual assessments of risk.</summary>
    public Action<Told>? Risks { get; init; }
    public Action<Told> Releases { get; init; } = _ => { };

    /// <summary>Screens beside those that were kept, and the disputes about them.</summary>
    public Action<Told> Screens { get; init; } = _ => { };

    /// <summary>Comes last, when all that was done is known.</summary>
    public Action<Told> Closing { get; init; } = _ => { };

    public PathDays Days(DateOnly asOf) => new(Now, asOf.AddDays(-OrderedAgo)) { Before = Before, BeforeFrom = asOf.AddDays(-OrderedAgo).AddYears(-2).AddDays(1) };

    public void Live(Told told)
    {
        told.Measures.Serve(told.Measure);
        if (Reports)
        {
            told.Measures.Report(told.Measure);
        }
        Acts(told);
    }
}

/// <summary>All fixed lives and where they are lived.</summary>
static class Exemplars
{
    public static readonly IReadOnlyList<Exemplar> All = [.. LawScenes.All, .. CycleScenes.All, .. MoveScenes.All, .. ScreenScenes.All, .. FileScenes.All];

    /// <summary>Gives the fixed lives of the first point to its first two workers, half to each, and those of the second point to its first.</summary>
    public static List<Scene> Placed(IReadOnlyList<Scene> scenes)
    {
        var placed = scenes.ToList();
        var (here, elsewhere) = (All.Where(exemplar => !exemplar.Elsewhere).ToList(), All.Where(exemplar => exemplar.Elsewhere).ToList());
        Give(placed, here, placed[0].Worker.Clients - (here.Count / 2));
        Give(placed, elsewhere, placed.FindIndex(scene => scene.Worker.Post != placed[0].Worker.Post));
        return placed;
    }

    static void Give(List<Scene> scenes, List<Exemplar> exemplars, int first)
    {
        for (var place = 0; place < exemplars.Count; place++)
        {
            scenes[first + place] = scenes[first + place] with { Exemplar = exemplars[place] };
        }
    }
}

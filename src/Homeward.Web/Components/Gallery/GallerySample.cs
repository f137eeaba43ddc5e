using Homeward.Web.Foundation;

namespace Homeward.Web.Components.Gallery;

/// <summary>Invented rows for the gallery, the same at every start.</summary>
public sealed class GallerySample(Words words)
{
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public sealed record Row(string Name, string About, string Street, int Risk, DateOnly DueOn, string Stage, Tone StageTone, string Worker)
    {
        public int DaysLate => Today.DayNumber - DueOn.DayNumber;
    }

    public IReadOnlyList<Row> Rows()
    {
        var names = List("gallery.names");
        var streets = List("gallery.streets");
        var workers = List("gallery.workers");
        var stages = List("gallery.stages");
        return [.. Enumerable.Range(0, 15).Select(index => new Row(names[index % names.Length], words["gallery.about", 21 + (index * 17 % 40), 1003 + (index * 547 % 8000)],
            streets[index * 3 % streets.Length], index * 7 % 3, Today.AddDays(-44 + (index * 3)), stages[index % stages.Length], (Tone)(index % stages.Length + 1), workers[index * 3 % workers.Length]))];
    }

    public string[] List(string key) => words[key].Split('|');

    /// <summary>A three-year measure in its second year: twelve, six and four windows (R2.11).</summary>
    public static IReadOnlyList<Window> Windows()
    {
        string[] first = ["done", "done", "done", "done", "positive", "done", "done", "excused", "done", "done", "evaded", "done"];
        string[] second = ["done", "missedUnconfirmed", "open", "future", "future", "future"];
        var begin = new DateOnly(2025, 6, 15);
        return [.. Year(1, begin, 1, first), .. Year(2, begin.AddYears(1), 2, second), .. Year(3, begin.AddYears(2), 3, ["future", "future", "future", "future"])];
    }

    static IEnumerable<Window> Year(int year, DateOnly begin, int months, string[] states) => states.Select((state, index) => new Window(
        year, index + 1, begin.AddMonths(index * months), begin.AddMonths((index + 1) * months).AddDays(-1), state,
        state is "done" or "positive" ? begin.AddMonths(index * months).AddDays(9) : null));
}

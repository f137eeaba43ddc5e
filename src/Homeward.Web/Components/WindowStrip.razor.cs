using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Homeward.Web.Components;

/// <summary>The windows of one measure, a row a year, drawn to the day; the table beneath says the same in words.</summary>
public partial class WindowStrip
{
    const double Gap = 2;
    const double Year = 366;

    [Parameter, EditorRequired] public IReadOnlyList<Window> Windows { get; set; } = [];
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    string Summary => Words["ui.strip-summary", Windows.Count, string.Join(Words["ui.list-comma"], Windows.GroupBy(window => window.State)
        .Select(group => Words["ui.strip-part", Words[$"ui.window.{group.Key}"], group.Count()]))];

    static bool Filled(Window window) => window.State is "done" or "positive" or "preliminary";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static double Offset(DateOnly day, DateOnly first) => day.DayNumber - first.DayNumber;

    /// <summary>A year that suspensions have drawn out is drawn closer, not cut off.</summary>
    static double Scale(IEnumerable<Window> year) => Year / Math.Max(Year, Offset(year.Max(window => window.Closes), year.Min(window => window.Opens)) + 1);

    static (double X, double Width) Place(Window window, DateOnly first, double scale)
    {
        var x = Offset(window.Opens, first) * scale;
        var width = ((Offset(window.Closes, first) + 1) * scale) - x - Gap;
        return (x, Math.Max(6, width));
    }

    /// <summary>A sign for each state, so that colour is never alone.</summary>
    static string Sign(string state, double x, double y = 17) => string.Format(CultureInfo.InvariantCulture, state switch
    {
        "done" => "M{0:0.#} {1:0.#}m-5 0l3.5 4 6.5-8",
        "positive" or "preliminary" => "M{0:0.#} {1:0.#}m-5 0h10m-5-5v10",
        "missedUnconfirmed" => "M{0:0.#} {1:0.#}m0-6v7m0 4v.6",
        "evaded" or "refused" => "M{0:0.#} {1:0.#}m-4-4l8 8m0-8l-8 8",
        "excused" => "M{0:0.#} {1:0.#}m-5 0h10",
        "suspended" => "M{0:0.#} {1:0.#}m-2.5-4.5v9m5-9v9",
        "open" => "M{0:0.#} {1:0.#}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0",
        _ => "M{0:0.#} {1:0.#}m-1 0h2",
    }, x, y);

    static string Digits(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

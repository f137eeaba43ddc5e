using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Explain;

/// <summary><c>explain call-ups FILE</c>: whether an opened seed is the one that was committed to, and the day it draws in each window.</summary>
public static partial class ExplainCallUps
{
    const int Answered = 0;
    const int Refused = 2;
    const int MostDays = 366;

    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    sealed record Drawn(int Year, int Index, DateOnly On);

    public static int Run(string file, TextReader input, TextWriter output, TextWriter error)
    {
        try
        {
            using var document = JsonFields.Parse(file == "-" ? input.ReadToEnd() : File.ReadAllText(file));
            output.WriteLine(JsonSerializer.Serialize(Answer(document.RootElement), options));
            return Answered;
        }
        catch (Exception fault) when (fault is JsonException or HistoryException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: {fault.Message}");
            return Refused;
        }
    }

    static object Answer(JsonElement root)
    {
        var fields = new JsonFields(root, "");
        var commitment = Hexadecimal(fields, "commitment");
        var seed = Convert.FromHexString(Hexadecimal(fields, "seed"));
        var word = fields.Text("clientWord");
        var windows = fields.Take("windows") is { ValueKind: JsonValueKind.Array } list ? list : throw fields.Missing("windows");
        fields.Close();
        var days = windows.EnumerateArray().Select((window, place) => Day(new JsonFields(window, $"windows[{place}]"), seed, word)).ToList();
        return new { commitmentHolds = string.Equals(CallUpSeed.CommitmentOf(seed), commitment, StringComparison.OrdinalIgnoreCase), days };
    }

    static Drawn Day(JsonFields window, byte[] seed, string? word)
    {
        var year = window.Number("year", 1, 10) ?? throw window.Missing("year");
        var index = window.Number("index", 1, 60) ?? throw window.Missing("index");
        var (opens, closes) = (window.NeededDay("opens"), window.NeededDay("closes"));
        window.Close();
        return closes < opens || closes.DayNumber - opens.DayNumber > MostDays
            ? throw new HistoryException($"the window y{year}w{index} closes before it opens, or is longer than a year")
            : new Drawn(year, index, CallUpSeed.DayIn(new DateRange(opens, closes), seed, $"y{year}w{index}", word));
    }

    static string Hexadecimal(JsonFields fields, string name)
    {
        var text = fields.Text(name) ?? throw fields.Missing(name);
        return Sixty().IsMatch(text) ? text : throw new HistoryException($"{name} must be 64 hexadecimal digits");
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sixty();
}

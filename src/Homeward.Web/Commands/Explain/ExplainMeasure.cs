using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Homeward.Data.Policies;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Explain;

/// <summary><c>explain measure FILE</c>: the statutory clock and the screening calendar of one history or of an array of them, without a database.</summary>
public static class ExplainMeasure
{
    const int Answered = 0;
    const int Refused = 2;

    static readonly string[] promised = ["status", "reportBy", "endsOn", "policyVersion", "windows", "counters", "seriousBreach", "breachGrounds", "deadlines"];
    static readonly string[] evidenceFields = ["counted", "usedOn", "provisional"];

    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Prints the answer or, for an array, the answers in order and returns 0; a bad history prints only its index and reason and returns 2.</summary>
    /// <param name="file">A file, or <c>-</c> for what <paramref name="input"/> holds.</param>
    /// <param name="input">Read where the file is <c>-</c>.</param>
    /// <param name="output">Takes the JSON.</param>
    /// <param name="error">Takes what is wrong, one line for each bad history.</param>
    /// <param name="packs">The packs to judge by; without them those that come with the product.</param>
    /// <param name="evidence">Adds <c>counted</c>, <c>usedOn</c>, <c>provisional</c> and <c>figures</c>: the events behind each counter, the last confirmed use, the limits that later holidays may move, what made each day.</param>
    public static int Run(string file, TextReader input, TextWriter output, TextWriter error, PolicyPacks? packs = null, bool evidence = false)
    {
        try
        {
            var text = file == "-" ? input.ReadToEnd() : File.ReadAllText(file);
            using var document = JsonFields.Parse(text);
            return Answer(document.RootElement, output, error, packs ?? PolicyPacks.Embedded, evidence);
        }
        catch (HistoryException exception)
        {
            error.WriteLine($"history 0: {exception.Message}");
        }
        catch (JsonException exception)
        {
            error.WriteLine($"history 0: not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file} cannot be read: {exception.Message}");
        }
        return Refused;
    }

    static int Answer(JsonElement root, TextWriter output, TextWriter error, PolicyPacks packs, bool evidence)
    {
        var isArray = root.ValueKind == JsonValueKind.Array;
        var answers = new List<JsonNode>();
        var refused = false;
        foreach (var (index, element) in (isArray ? root.EnumerateArray().ToArray() : [root]).Index())
        {
            try
            {
                answers.Add(Answer(MeasureQuestion.Read(element), packs, evidence));
            }
            catch (HistoryException exception)
            {
                error.WriteLine($"history {index}: {exception.Message}");
                refused = true;
            }
        }
        if (refused)
        {
            return Refused;
        }
        output.WriteLine(isArray ? JsonSerializer.Serialize(answers, options) : JsonSerializer.Serialize(answers[0], options));
        return Answered;
    }

    static JsonObject Answer(MeasureQuestion question, PolicyPacks packs, bool evidence)
    {
        var pack = PackOf(question, packs);
        var state = MeasureClock.StateOf(question.History, pack, question.AsOf);
        var answer = Written(state, evidence);
        if (evidence)
        {
            answer["figures"] = JsonSerializer.SerializeToNode(FigureRules.Of(question.History, pack, state, question.AsOf), options);
        }
        return answer;
    }

    /// <summary>Exactly the fields that are promised, and with evidence those behind them; what the rules note for themselves stays inside.</summary>
    static JsonObject Written(MeasureState state, bool evidence)
    {
        var answer = JsonSerializer.SerializeToNode(state, options)!.AsObject();
        foreach (var inside in answer.Select(field => field.Key).Except(promised).Except(evidence ? evidenceFields : []).ToList())
        {
            answer.Remove(inside);
        }
        foreach (var window in answer["windows"]!.AsArray())
        {
            window!.AsObject().Remove("screenId");
        }
        return answer;
    }

    /// <summary>The version in force when the measure began is the one it is planned by (rules R2.15).</summary>
    static PolicyPack PackOf(MeasureQuestion question, PolicyPacks packs)
    {
        var history = question.History;
        var began = history.ReportedOn ?? history.ServedOn ?? history.OrderedOn ?? question.AsOf;
        var pack = packs.Find(question.Policy, began) ?? throw new HistoryException($"there is no policy {question.Policy}; there are {string.Join(", ", packs.Names.Order())}");
        if (history.WhyNot().FirstOrDefault() is { } broken)
        {
            throw new HistoryException($"{broken.Field}: {broken.Code} ({string.Join(", ", broken.Values.Select(Written))})");
        }
        if (MeasureClock.ScheduleOf(history, pack) is null)
        {
            throw new HistoryException($"termYears: {pack.Name} has no schedule for {history.Kind.Code()} over {MeasureTerm.Years(history, pack)} years");
        }
        if (MeasureTerm.Usual(history, pack) < MeasureTerm.Start(history))
        {
            throw new HistoryException($"measure.servedIsolationDays: {history.ServedIsolationDays} days fill the whole term of {MeasureTerm.Years(history, pack)} years");
        }
        return pack;
    }

    static string Written(object value) => value is DateOnly day ? day.ToString("O", null) : $"{value}";
}

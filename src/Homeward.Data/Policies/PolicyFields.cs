using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Takes the fields of one JSON object by name; what is wrong, missing or left over becomes a fault.</summary>
sealed partial class PolicyFields
{
    static readonly Dictionary<string, Evidence> evidences = new()
    {
        ["CONFIRMED"] = Evidence.Confirmed,
        ["SINGLE"] = Evidence.SingleSource,
        ["RECALLED"] = Evidence.Recalled,
        ["PROPOSED"] = Evidence.Proposed,
    };

    readonly string file;
    readonly List<PolicyFault> faults;
    readonly Dictionary<string, PolicyNode> left = [];

    public PolicyFields(PolicyNode node, string file, List<PolicyFault> faults)
    {
        this.file = file;
        this.faults = faults;
        Line = node.Line;
        if (node.Kind != JsonValueKind.Object)
        {
            Fault(node.Line, "an object is expected here");
        }
        foreach (var (name, line, value) in node.Fields)
        {
            if (!left.TryAdd(name, value))
            {
                Fault(line, $"field {name} stands twice");
            }
        }
    }

    public int Line { get; }

    public PolicyNode? Take(string name, JsonValueKind kind, bool required = true)
    {
        if (!left.Remove(name, out var node))
        {
            if (required)
            {
                Fault(Line, $"field {name} is missing");
            }
            return null;
        }
        if (node.Kind == kind)
        {
            return node;
        }
        Fault(node.Line, $"{name} must be {Words(kind)}");
        return null;
    }

    public string? Text(string name, bool required = true) => Take(name, JsonValueKind.String, required)?.Text;

    public bool Flag(string name)
    {
        var isTrue = left.TryGetValue(name, out var node) && node.Kind == JsonValueKind.True;
        return Take(name, isTrue ? JsonValueKind.True : JsonValueKind.False) is not null && isTrue;
    }

    public int? Number(string name, int least, int most, bool required = true)
    {
        var node = Take(name, JsonValueKind.Number, required);
        if (node is null || (int.TryParse(node.Text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            return node is null ? null : int.Parse(node.Text, CultureInfo.InvariantCulture);
        }
        Fault(node.Line, $"{name} must be a whole number from {least} to {most}, not {node.Text}");
        return null;
    }

    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices, bool required = true) where T : struct
    {
        var node = Take(name, JsonValueKind.String, required);
        if (node is null || choices.TryGetValue(node.Text, out var choice))
        {
            return node is null ? null : choices[node.Text];
        }
        Fault(node.Line, $"{name} must be one of {string.Join(", ", choices.Keys)}, not {node.Text}");
        return null;
    }

    public DateOnly? Day(string name, bool required = true)
    {
        var node = Take(name, JsonValueKind.String, required);
        return node is null ? null : DayOf(node, name);
    }

    public DateOnly? DayOf(PolicyNode node, string name)
    {
        if (DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        Fault(node.Line, $"{name} must be a day written yyyy-MM-dd, not {node.Text}");
        return null;
    }

    /// <summary>Rule number and evidence tag, which every value must carry.</summary>
    public (string Rule, Evidence Evidence) Source()
    {
        var node = Take("rule", JsonValueKind.String);
        if (node is not null && !RuleNumber.IsMatch(node.Text))
        {
            Fault(node.Line, $"rule must be a rule number such as R1.13, not {node.Text}");
        }
        return (node?.Text ?? "", Choice("evidence", evidences) ?? Evidence.Proposed);
    }

    public PolicyFields Inner(PolicyNode node) => new(node, file, faults);

    public void Fault(int line, string reason) => faults.Add(new PolicyFault(file, line, reason));

    /// <summary>Every field that nobody asked for is an error: a misspelt limit must not silently keep its default.</summary>
    public void Close()
    {
        foreach (var (name, node) in left)
        {
            Fault(node.Line, $"unknown field {name}");
        }
    }

    static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    [GeneratedRegex(@"^R?\d\.\d{1,2}(-\d{1,2})?$")]
    private static partial Regex RuleNumber { get; }
}

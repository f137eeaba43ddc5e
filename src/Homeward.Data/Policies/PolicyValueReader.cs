using System.Globalization;
using System.Text.Json;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Reads the named values of a policy file and checks each against its range.</summary>
static class PolicyValueReader
{
    static readonly Dictionary<string, bool> dayUnits = new() { ["days"] = false, ["workingDays"] = true };

    public static Dictionary<string, PolicyValue> Read(PolicyFields values, PolicyNode node)
    {
        var read = new Dictionary<string, PolicyValue>();
        foreach (var (name, line, _) in node.Fields)
        {
            if (!PolicyKeys.All.TryGetValue(name, out var key))
            {
                values.Take(name, node.Fields.First(field => field.Name == name).Node.Kind, required: false);
                values.Fault(line, $"unknown value {name}");
            }
            else if (values.Take(name, JsonValueKind.Object, required: false) is { } value)
            {
                read[name] = Read(values.Inner(value), key);
            }
        }
        values.Close();
        return read;
    }

    static PolicyValue Read(PolicyFields fields, PolicyKey key)
    {
        var (rule, evidence) = fields.Source();
        var value = new PolicyValue(rule, evidence)
        {
            Note = fields.Text("note", required: false),
            InWorkingDays = key is { Unit: "days", Shape: PolicyShape.Number } && fields.Choice("unit", dayUnits, required: false) == true,
        };
        value = key.Shape switch
        {
            PolicyShape.Flag => value with { Flag = fields.Flag("value") },
            PolicyShape.Number => value with { Number = Number(fields, key) },
            PolicyShape.List => value with { List = List(fields, key) },
            _ => value with { Map = Map(fields, key) },
        };
        fields.Close();
        return value;
    }

    static decimal Number(PolicyFields fields, PolicyKey key) => fields.Number("value", (int)key.Least, (int)key.Most) ?? key.Least;

    static List<int> List(PolicyFields fields, PolicyKey key)
    {
        var items = fields.Take("value", JsonValueKind.Array)?.Items ?? [];
        var list = items.Select(item => (int)Decimal(fields, item, key, whole: true)).ToList();
        if (!list.SequenceEqual(list.Order().Distinct()))
        {
            fields.Fault(fields.Line, $"the numbers of {key.Name} must rise");
        }
        return list;
    }

    static Dictionary<string, decimal> Map(PolicyFields fields, PolicyKey key)
    {
        var map = new Dictionary<string, decimal>();
        foreach (var (name, line, item) in fields.Take("value", JsonValueKind.Object)?.Fields ?? [])
        {
            if (!map.TryAdd(name, Decimal(fields, item, key, whole: false)))
            {
                fields.Fault(line, $"field {name} stands twice");
            }
        }
        return map;
    }

    static decimal Decimal(PolicyFields fields, PolicyNode node, PolicyKey key, bool whole)
    {
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (node.Kind == JsonValueKind.Number && decimal.TryParse(node.Text, style, CultureInfo.InvariantCulture, out var number) && key.Allows(number))
        {
            return number;
        }
        fields.Fault(node.Line, $"{key.Name} holds numbers from {key.Least} to {key.Most}, not {node.Text}");
        return key.Least;
    }
}

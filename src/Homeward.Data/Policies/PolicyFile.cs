using System.Text.Json;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Reads one policy file strictly: an unknown, doubled or missing field, a value out of range or a schedule with gaps is a fault.</summary>
public static class PolicyFile
{
    static readonly Dictionary<string, PolicyLevel> levels = new()
    {
        ["national"] = PolicyLevel.National,
        ["city"] = PolicyLevel.City,
        ["district"] = PolicyLevel.District,
    };

    /// <summary>The layer, or null and the faults that were found.</summary>
    public static PolicyLayer? Read(string file, byte[] json, out IReadOnlyList<PolicyFault> faults)
    {
        var found = new List<PolicyFault>();
        faults = found;
        try
        {
            var layer = Layer(new PolicyFields(PolicyNode.Parse(json), file, found));
            return found.Count == 0 ? layer : null;
        }
        catch (JsonException exception)
        {
            found.Add(new PolicyFault(file, (int)(exception.LineNumber ?? 0) + 1, $"not JSON: {exception.Message}"));
            return null;
        }
    }

    static PolicyLayer Layer(PolicyFields fields)
    {
        fields.Text("$schema", required: false);
        var layer = new PolicyLayer
        {
            Name = fields.Text("name") ?? "",
            Version = fields.Text("version") ?? "",
            Level = fields.Choice("level", levels) ?? PolicyLevel.National,
            EffectiveFrom = fields.Day("effectiveFrom") ?? default,
            Parent = fields.Text("parent", required: false),
            Unit = fields.Text("unit", required: false),
            Titles = Titles(fields),
            Values = Values(fields),
            Schedules = Items(fields, "schedules").Select(item => PolicyScheduleReader.Schedule(fields.Inner(item))).ToList(),
            Contacts = Items(fields, "contacts").SelectMany(item => PolicyScheduleReader.Contacts(fields.Inner(item))).ToList(),
            Calendar = Calendar(fields),
        };
        fields.Close();
        CheckWhole(fields, layer);
        return layer;
    }

    static void CheckWhole(PolicyFields fields, PolicyLayer layer)
    {
        if (layer.Name.Length is 0 or > 60 || !layer.Name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            fields.Fault(fields.Line, "name is of small letters, digits and hyphens");
        }
        if (layer.Version.Length is 0 or > 20)
        {
            fields.Fault(fields.Line, "version has 1 to 20 characters");
        }
        if (layer.Level != PolicyLevel.National && (layer.Unit is null || layer.Parent is null))
        {
            fields.Fault(fields.Line, "a layer of a city or district names its unit and its parent");
        }
        if (layer.Parent is null)
        {
            foreach (var key in PolicyKeys.All.Values.Where(key => key.Required && !layer.Values.ContainsKey(key.Name)))
            {
                fields.Fault(fields.Line, $"a pack without a parent must set {key.Name}");
            }
        }
        foreach (var twice in layer.Schedules.CountBy(schedule => (schedule.Kind, schedule.TermYears)).Where(count => count.Value > 1))
        {
            fields.Fault(fields.Line, $"two schedules for {twice.Key.Kind.Code()} over {twice.Key.TermYears} years");
        }
        foreach (var twice in layer.Contacts.CountBy(row => (row.Kind, row.Activity, row.Year, row.Risk)).Where(count => count.Value > 1))
        {
            fields.Fault(fields.Line, $"two rhythms for {twice.Key.Kind.Code()} {twice.Key.Activity}, year {twice.Key.Year}, risk {twice.Key.Risk}");
        }
    }

    static List<PolicyNode> Items(PolicyFields fields, string name) => fields.Take(name, JsonValueKind.Array, required: false)?.Items ?? [];

    static Dictionary<string, string> Titles(PolicyFields fields)
    {
        var titles = new Dictionary<string, string>();
        if (fields.Take("title", JsonValueKind.Object) is { } node)
        {
            var inner = fields.Inner(node);
            titles["zh-CN"] = inner.Text("zh-CN") ?? "";
            titles["en"] = inner.Text("en") ?? "";
            inner.Close();
        }
        return titles;
    }

    static Dictionary<string, PolicyValue> Values(PolicyFields fields) =>
        fields.Take("values", JsonValueKind.Object, required: false) is { } node ? PolicyValueReader.Read(fields.Inner(node), node) : [];

    static WorkingCalendar Calendar(PolicyFields fields)
    {
        if (fields.Take("calendar", JsonValueKind.Object, required: false) is not { } node)
        {
            return WorkingCalendar.Plain;
        }
        var inner = fields.Inner(node);
        inner.Source();
        inner.Text("note", required: false);
        Items(inner, "sources");
        var calendar = new WorkingCalendar(Days(inner, "daysOff"), Days(inner, "workingWeekends")) { OfficialUntil = inner.Day("officialUntil", required: false) };
        inner.Close();
        return calendar;
    }

    static HashSet<DateOnly> Days(PolicyFields fields, string name) =>
        Items(fields, name).Select(item => fields.DayOf(item, name)).OfType<DateOnly>().ToHashSet();
}

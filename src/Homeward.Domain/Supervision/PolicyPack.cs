using Homeward.Domain.People;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The policy in force at a place from a day: every number that law or practice fixes, layered from nation to district.</summary>
public sealed class PolicyPack
{
    readonly Dictionary<string, PolicyValue> values;
    readonly Dictionary<(MeasureKind, int), PolicySchedule> schedules;
    readonly Dictionary<(MeasureKind, ContactActivity, int?, RiskLevel?), ContactRhythm> contacts;

    /// <param name="layer">The layer itself.</param>
    /// <param name="parent">The resolved pack above it, whose values hold where the layer is silent.</param>
    public PolicyPack(PolicyLayer layer, PolicyPack? parent = null)
    {
        Name = layer.Name;
        Version = parent is null ? $"{layer.Name}/{layer.Version}" : $"{layer.Name}/{layer.Version}+{parent.Version}";
        Calendar = parent is null ? layer.Calendar : layer.Calendar.Over(parent.Calendar);
        values = parent is null ? [] : new(parent.values);
        schedules = parent is null ? [] : new(parent.schedules);
        contacts = parent is null ? [] : new(parent.contacts);
        foreach (var (name, value) in layer.Values)
        {
            values[name] = value;
        }
        foreach (var schedule in layer.Schedules)
        {
            schedules[(schedule.Kind, schedule.TermYears)] = schedule;
        }
        foreach (var rhythm in layer.Contacts)
        {
            contacts[(rhythm.Kind, rhythm.Activity, rhythm.Year, rhythm.Risk)] = rhythm;
        }
    }

    public string Name { get; }

    /// <summary>Name and version of the layer and of every layer above it.</summary>
    public string Version { get; }
    public WorkingCalendar Calendar { get; }
    public IReadOnlyDictionary<string, PolicyValue> Values => values;
    public IReadOnlyCollection<PolicySchedule> Schedules => schedules.Values;
    public IReadOnlyCollection<ContactRhythm> Contacts => contacts.Values;

    public int Number(PolicyKey key) => (int)Value(key).Number;

    public bool Flag(PolicyKey key) => Value(key).Flag;

    public IReadOnlyList<int> List(PolicyKey key) => Value(key).List;

    public IReadOnlyDictionary<string, decimal> Map(PolicyKey key) => Value(key).Map;

    public PolicyValue Value(PolicyKey key) => Find(key) ?? throw new KeyNotFoundException($"{Version} has no {key.Name}.");

    public PolicyValue? Find(PolicyKey key) => values.GetValueOrDefault(key.Name);

    /// <summary>The last day of a limit in days: the starting day is not counted (rules R1.49).</summary>
    public DateOnly Limit(DateOnly start, PolicyKey key)
    {
        var value = Value(key);
        if (value.InWorkingDays)
        {
            return Calendar.AddWorkingDays(start, (int)value.Number);
        }
        var last = start.AddDays((int)value.Number);
        return Flag(PolicyKeys.RollsToWorkingDay) ? Calendar.OnOrAfter(last) : last;
    }

    /// <summary>The last day to do what must be done so long before a day, such as announcing a release (rules R1.47).</summary>
    public DateOnly LatestBefore(DateOnly day, PolicyKey key)
    {
        var value = Value(key);
        return value.InWorkingDays ? Calendar.WorkingDaysBefore(day, (int)value.Number) : day.AddDays(-(int)value.Number);
    }

    /// <summary>Whether a limit that holidays can move ends beyond the years whose holidays are announced (rules R1.49).</summary>
    public bool IsProvisional(DateOnly limit, PolicyKey key) => limit > CertainUntil(key);

    /// <summary>The last day that such a limit can have without a holiday that is not announced yet moving it; null where no holiday moves it.</summary>
    public DateOnly? CertainUntil(PolicyKey key) =>
        Find(key) is { } value && (value.InWorkingDays || Flag(PolicyKeys.RollsToWorkingDay)) ? Calendar.OfficialUntil : null;

    /// <summary>The same for a limit that is counted back from a day: what is counted from beyond the announced holidays lies later.</summary>
    public DateOnly? CertainBefore(PolicyKey key) =>
        Find(key) is { InWorkingDays: true } && Calendar.OfficialUntil is { } until ? LatestBefore(until, key) : null;

    /// <summary>The usual term of a measure; null where it is open or as agreed.</summary>
    public int? TermYears(MeasureKind kind) => Map(PolicyKeys.TermYears).TryGetValue(kind.Code(), out var years) ? (int)years : null;

    public ScreeningSchedule? Schedule(MeasureKind kind, int termYears) => schedules.GetValueOrDefault((kind, termYears))?.Schedule;

    /// <summary>The rhythm of a contact: one for the level of risk goes before one for the year, and that before one for always.</summary>
    public ContactRhythm? Rhythm(MeasureKind kind, ContactActivity activity, int year, RiskLevel? risk) =>
        (risk is null ? null : contacts.GetValueOrDefault((kind, activity, year, risk)) ?? contacts.GetValueOrDefault((kind, activity, null, risk)))
        ?? contacts.GetValueOrDefault((kind, activity, year, null))
        ?? contacts.GetValueOrDefault((kind, activity, null, null));
}

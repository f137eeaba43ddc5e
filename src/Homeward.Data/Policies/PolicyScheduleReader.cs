using System.Text.Json;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Reads the schedules of screens and the rhythms of contact, and checks that they fill their years.</summary>
static class PolicyScheduleReader
{
    static readonly Dictionary<string, MeasureKind> kinds = Enum.GetValues<MeasureKind>().ToDictionary(kind => kind.Code());
    static readonly Dictionary<string, MeasureKind> screenedKinds = kinds.Where(pair => pair.Value.IsInTheCommunity()).ToDictionary();
    static readonly Dictionary<string, RiskLevel> risks = new() { ["low"] = RiskLevel.Low, ["medium"] = RiskLevel.Medium, ["high"] = RiskLevel.High };
    static readonly Dictionary<string, ContactActivity> activities = new()
    {
        ["interview"] = ContactActivity.Interview,
        ["homeVisit"] = ContactActivity.HomeVisit,
        ["screen"] = ContactActivity.Screen,
    };

    public static PolicySchedule Schedule(PolicyFields fields)
    {
        var (rule, evidence) = fields.Source();
        var name = fields.Text("name") ?? "";
        var kind = fields.Choice("kind", screenedKinds) ?? MeasureKind.Cdt;
        var term = fields.Number("termYears", 1, 10) ?? 1;
        var surprises = fields.Number("surprises", 0, 100, required: false) ?? 0;
        var minimum = fields.Number("minimum", 1, 1000);
        var years = (fields.Take("years", JsonValueKind.Array)?.Items ?? []).Select((year, index) => Year(fields, year, index + 1)).ToList();
        fields.Text("note", required: false);
        fields.Close();
        var schedule = new ScreeningSchedule(name, years) { Surprises = surprises };
        if (years.Count != term)
        {
            fields.Fault(fields.Line, $"schedule {name} has {years.Count} years for a term of {term}");
        }
        if (schedule.Windows != minimum)
        {
            fields.Fault(fields.Line, $"schedule {name} has {schedule.Windows} windows, its minimum says {minimum}");
        }
        return new PolicySchedule(kind, term, schedule, rule, evidence);
    }

    public static IEnumerable<ContactRhythm> Contacts(PolicyFields fields)
    {
        var (rule, evidence) = fields.Source();
        var names = (fields.Take("kinds", JsonValueKind.Array)?.Items ?? []).ToList();
        var activity = fields.Choice("activity", activities) ?? ContactActivity.Interview;
        var year = fields.Number("year", 1, 10, required: false);
        var risk = fields.Choice("risk", risks, required: false);
        var every = Every(fields);
        fields.Text("note", required: false);
        fields.Close();
        foreach (var unknown in names.Where(name => !kinds.ContainsKey(name.Text)))
        {
            fields.Fault(unknown.Line, $"kinds holds {string.Join(", ", kinds.Keys)}, not {unknown.Text}");
        }
        return names
            .Where(name => kinds.ContainsKey(name.Text))
            .Select(name => new ContactRhythm(kinds[name.Text], activity, every, rule, evidence) { Year = year, Risk = risk })
            .ToList();
    }

    static List<ScreeningSpell> Year(PolicyFields fields, PolicyNode node, int number)
    {
        var spells = node.Items.Select(item => Spell(fields.Inner(item))).ToList();
        if (spells.Sum(spell => spell.Months) != 12)
        {
            fields.Fault(node.Line, $"year {number} covers {spells.Sum(spell => spell.Months)} months instead of 12");
        }
        return spells;
    }

    static ScreeningSpell Spell(PolicyFields fields)
    {
        var spell = new ScreeningSpell(fields.Number("windows", 1, 60) ?? 1, Every(fields));
        fields.Close();
        if (spell.Rhythm.Unit == RhythmUnit.Week || (spell.Rhythm.Unit == RhythmUnit.HalfMonth && spell.Windows % 2 == 1))
        {
            fields.Fault(fields.Line, "screens go by months, or by half-months in pairs");
        }
        return spell;
    }

    /// <summary>A rhythm must divide a year, so that every year of a measure begins with a turn of its own.</summary>
    static Rhythm Every(PolicyFields fields)
    {
        var weeks = fields.Number("everyWeeks", 1, 8, required: false);
        var halfMonths = fields.Number("everyHalfMonths", 1, 1, required: false);
        var months = fields.Number("everyMonths", 1, 12, required: false);
        if (new[] { weeks, halfMonths, months }.Count(given => given is not null) != 1)
        {
            fields.Fault(fields.Line, "give one of everyMonths, everyHalfMonths (1), everyWeeks");
        }
        if (12 % (months ?? 1) != 0)
        {
            fields.Fault(fields.Line, $"everyMonths must divide 12, {months} does not");
        }
        return weeks is { } week ? new Rhythm(week, RhythmUnit.Week)
            : halfMonths is not null ? new Rhythm(1, RhythmUnit.HalfMonth)
            : new Rhythm(months ?? 1, RhythmUnit.Month);
    }
}

using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>A policy pack written down apart from the product's files; the fields that a test turns are arguments.</summary>
static class TestPacks
{
    static readonly Rhythm month = new(1, RhythmUnit.Month);
    static readonly Rhythm halfMonth = new(1, RhythmUnit.HalfMonth);
    static readonly Rhythm week = new(1, RhythmUnit.Week);

    public static PolicyPack National(bool stopsClock = true, bool rolls = false, bool dayBefore = true, bool movesWindows = false, DateOnly? officialUntil = null, bool local = false)
    {
        var layer = Layer(stopsClock, rolls, dayBefore, movesWindows, officialUntil);
        return new(local ? layer with { Values = new Dictionary<string, PolicyValue>(layer.Values) { ["orderServiceHours"] = Value(24), ["officeNotice"] = ProposedWorkingDays(3) } } : layer);
    }

    public static PolicyPack Cdt28 { get; } = Cdt28Over(National());

    public static PolicyPack Cdt28Over(PolicyPack national) => new(
        new PolicyLayer
        {
            Name = "cdt28",
            Version = "1",
            Level = PolicyLevel.National,
            EffectiveFrom = new(2008, 6, 1),
            Parent = "national",
            Schedules = [Schedule("CDT-28", MeasureKind.Cdt, [new(12, halfMonth), new(6, month)], [new(6, Months(2))], [new(4, Months(3))])],
        },
        national);

    /// <summary>The national pack with some values read otherwise; null takes a value away.</summary>
    public static PolicyPack With(params (PolicyKey Key, PolicyValue? Value)[] others)
    {
        var layer = Layer(stopsClock: true, rolls: false, dayBefore: true, movesWindows: false, officialUntil: null);
        var values = new Dictionary<string, PolicyValue>(layer.Values);
        foreach (var (key, value) in others)
        {
            values.Remove(key.Name);
            if (value is not null)
            {
                values[key.Name] = value;
            }
        }
        return new PolicyPack(layer with { Values = values });
    }

    public static PolicyValue Proposed(int number) => Value(number);

    public static PolicyValue ProposedFlag(bool flag) => Value(0) with { Flag = flag };

    public static PolicyValue ProposedWorkingDays(int number) => Value(number) with { InWorkingDays = true };

    public static PolicyValue ProposedList(params int[] list) => Value(0) with { List = list };

    static PolicyLayer Layer(bool stopsClock, bool rolls, bool dayBefore, bool movesWindows, DateOnly? officialUntil) => new()
    {
        Name = "national",
        Version = "1",
        Level = PolicyLevel.National,
        EffectiveFrom = new(2008, 6, 1),
        Values = new Dictionary<string, PolicyValue>
        {
            ["termYears"] = Value(0) with { Map = new Dictionary<string, decimal> { ["CDT"] = 3, ["CRH"] = 3, ["CID"] = 2, ["LT3"] = 3 } },
            ["reportDays"] = Value(15),
            ["reReportDays"] = Value(15),
            ["signAgreementDays"] = Value(3),
            ["leaveReportDays"] = Value(3),
            ["breachTests"] = Value(3),
            ["breachLeavings"] = Value(3),
            ["breachMoreThanDays"] = Value(30),
            ["releasePreparationDays"] = Value(30),
            ["isolationExtensionYears"] = Value(1),
            ["isolationEarliestYears"] = Value(1),
            ["maintenanceAlertDays"] = Value(7),
            ["maintenanceDropOutDays"] = Value(15),
            ["riskReassessmentMonths"] = Value(6),
            ["riskTriggerDays"] = Value(0) with { Map = new Dictionary<string, decimal> { ["positive"] = 7, ["missed"] = 7, ["detention"] = 7, ["centreRelease"] = 15 } },
            ["planningMonths"] = Value(12),
            ["warningAt"] = Value(0) with { List = [1, 2, 3] },
            ["warningDays"] = Value(3),
            ["policeReportHours"] = Value(24),
            ["releaseNoticeDays"] = Value(7),
            ["cleanYears"] = Value(3),
            ["drivingBanYears"] = Value(3),
            ["hairLookBackMonths"] = Value(6),
            ["disputeStepDays"] = Value(3),
            ["disputeTellHours"] = Value(24),
            ["suspensionMovesWindows"] = Value(0) with { Flag = movesWindows },
            ["suspensionStopsClock"] = Value(0) with { Flag = stopsClock },
            ["rollsToWorkingDay"] = Value(0) with { Flag = rolls },
            ["lastDayIsDayBefore"] = Value(0) with { Flag = dayBefore },
        },
        Schedules =
        [
            Schedule("CDT-22", MeasureKind.Cdt, [new(12, month)], [new(6, Months(2))], [new(4, Months(3))]),
            Schedule("CRH-12/3y", MeasureKind.Crh, [new(6, Months(2))], [new(4, Months(3))], [new(2, Months(6))]),
            Schedule("CRH-12/2y", MeasureKind.Crh, [new(6, Months(2))], [new(6, Months(2))]),
        ],
        Contacts = [.. CommunityContacts(MeasureKind.Cdt), .. CommunityContacts(MeasureKind.Crh), .. OtherContacts()],
        Calendar = new WorkingCalendar(new HashSet<DateOnly> { new(2024, 1, 1), new(2024, 4, 4), new(2024, 4, 5) }, new HashSet<DateOnly> { new(2024, 4, 7) }) { OfficialUntil = officialUntil },
    };

    static IEnumerable<ContactRhythm> CommunityContacts(MeasureKind kind)
    {
        int[] interviews = [1, 2, 3];
        int[] visits = [3, 6, 6];
        for (var year = 1; year <= 3; year++)
        {
            yield return Contact(kind, ContactActivity.Interview, Months(interviews[year - 1])) with { Year = year };
            yield return Contact(kind, ContactActivity.HomeVisit, Months(visits[year - 1])) with { Year = year };
        }
        yield return Contact(kind, ContactActivity.Interview, halfMonth) with { Risk = RiskLevel.High };
    }

    static IEnumerable<ContactRhythm> OtherContacts() =>
    [
        Contact(MeasureKind.AtLarge, ContactActivity.Interview, week, "R2.38") with { Risk = RiskLevel.High },
        Contact(MeasureKind.AtLarge, ContactActivity.Interview, month, "R2.38") with { Risk = RiskLevel.Medium },
        Contact(MeasureKind.AtLarge, ContactActivity.Interview, Months(3), "R2.38") with { Risk = RiskLevel.Low },
        Contact(MeasureKind.AtLarge, ContactActivity.Screen, month, "R2.38") with { Risk = RiskLevel.High },
        Contact(MeasureKind.AtLarge, ContactActivity.HomeVisit, Months(6)),
        Contact(MeasureKind.Mmt, ContactActivity.Interview, month, "R2.38"),
    ];

    static Rhythm Months(int count) => new(count, RhythmUnit.Month);

    static PolicyValue Value(int number) => new("R1.0", Evidence.Proposed) { Number = number };

    static ContactRhythm Contact(MeasureKind kind, ContactActivity activity, Rhythm every, string rule = "R2.30") => new(kind, activity, every, rule, Evidence.Proposed);

    static PolicySchedule Schedule(string name, MeasureKind kind, params ScreeningSpell[][] years) =>
        new(kind, years.Length, new ScreeningSchedule(name, years), "R2.10", Evidence.Proposed);
}

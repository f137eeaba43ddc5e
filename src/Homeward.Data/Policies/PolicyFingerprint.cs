using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Boils resolved packs down to one short text, whatever the order of their files and fields.</summary>
static class PolicyFingerprint
{
    public static string Of(DateOnly day, IEnumerable<(string? Unit, PolicyPack Pack)> packs) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { day.Year, day.Month, Packs = packs.Select(pack => Said(pack.Unit, pack.Pack)) })));

    /// <summary>Titles, notes and evidence move no day.</summary>
    static object Said(string? unit, PolicyPack pack) => new
    {
        unit,
        pack.Version,
        Values = Sorted(pack.Values.Select(value => new
        {
            value.Key, value.Value.Number, value.Value.Flag, value.Value.InWorkingDays, value.Value.List, Map = Sorted(value.Value.Map.Select(pair => new { pair.Key, pair.Value })),
        })),
        Schedules = Sorted(pack.Schedules.Select(schedule => new { schedule.Kind, schedule.TermYears, schedule.Schedule.Years, schedule.Schedule.Surprises })),
        Contacts = Sorted(pack.Contacts.Select(rhythm => new { rhythm.Kind, rhythm.Activity, rhythm.Every, rhythm.Rule, rhythm.Year, rhythm.Risk })),
        Off = pack.Calendar.DaysOff.Order(),
        Working = pack.Calendar.WorkingWeekends.Order(),
        pack.Calendar.OfficialUntil,
    };

    static IEnumerable<string> Sorted<T>(IEnumerable<T> all) => all.Select(one => JsonSerializer.Serialize(one)).Order(StringComparer.Ordinal);
}

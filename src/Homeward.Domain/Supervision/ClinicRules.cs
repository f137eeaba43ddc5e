namespace Homeward.Domain.Supervision;

/// <summary>Attendance at the clinic of maintenance treatment (rules R5.13, PROPOSED numbers): an interruption alerts, and later counts as given up where a person confirms it. Doses are no matter of this product.</summary>
public static class ClinicRules
{
    /// <summary>The interruption that goes on.</summary>
    public static ClinicMissedEvent? Interruption(MeasureHistory known) =>
        known.Events.OfType<ClinicMissedEvent>().Where(missed => missed is { ResumedOn: null, DroppedOutOn: null }).MinBy(missed => missed.From);

    /// <summary>The day on which so many days in a row are missed, the first included; null where the pack names none.</summary>
    public static DateOnly? Reached(ClinicMissedEvent missed, PolicyPack pack, PolicyKey key) =>
        pack.Find(key) is { } days ? missed.From.AddDays((int)days.Number - 1) : null;

    /// <summary>The first day on which the interruption that goes on counts as given up.</summary>
    public static DateOnly? DropOutFrom(MeasureHistory known, PolicyPack pack) =>
        Interruption(known) is { } missed ? Reached(missed, pack, PolicyKeys.MaintenanceDropOutDays) : null;
}

/// <summary>Why a treatment of one's own will ended, as codes of the list <c>actReason</c> (rules R5.14).</summary>
public static class TreatmentReasons
{
    public const string Completed = "completed";
    public const string DropOut = "dropOut";

    /// <summary>The reasons that a measure knows; giving up is confirmed as an act of its own.</summary>
    public static IReadOnlyList<string> Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Mmt => [Completed, "ownWish", "movedClinic", "imprisoned", "isolation", "died", "other"],
        MeasureKind.Vol or MeasureKind.Drc => [Completed, "ownWish", "expelled", "imprisoned", "isolation", "died", "other"],
        _ => [],
    };
}

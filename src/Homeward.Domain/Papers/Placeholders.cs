namespace Homeward.Domain.Papers;

/// <summary>The names that a template may ask for; every other one is refused, so that no paper is printed with a hole in it.</summary>
public static class Placeholders
{
    /// <summary>On every paper.</summary>
    public static readonly IReadOnlyList<string> Always =
    [
        "number", "madeOn", "madeBy", "unit", "station", "organisation", "street", "district", "office", "foot",
        "clientName", "sex", "birthDate", "identityNumber", "phone", "registeredAddress", "residenceAddress", "responsible",
    ];

    public static readonly IReadOnlyList<string> OfMeasure =
    [
        "measure", "orderNumber", "issuedBy", "orderedOn", "servedOn", "reportedOn", "agreementSignedOn", "reportBy", "termYears", "endsOn", "placeOfExecution", "status",
        "refusedOrEvaded", "leavings", "daysAway", "windowFrom", "windowTo", "screensDone", "warnings",
    ];

    /// <summary>Only the agreement is signed by the team (rules R1.18, R1.22).</summary>
    public static readonly IReadOnlyList<string> OfTeam = ["team"];

    /// <summary>What a warning letter says of a no-show differs from what it says of a breach (rules R1.13, R1.29, R1.31).</summary>
    public static readonly IReadOnlyList<string> OfWarning = ["warnedFor", "warnedCounts", "warnedBy", "warnedOf"];

    public static readonly IReadOnlyList<string> OfAct =
    [
        "actOn", "actTo", "actKnownOn", "actReason", "actDocument", "actIssuer", "actPlace", "actReport", "actDestination", "actContact", "actCompanion", "actNote",
    ];

    public static readonly IReadOnlyList<string> OfScreen =
    [
        "screenOn", "screenKind", "specimen", "outcome", "result", "readings", "kit", "firstTester", "secondTester", "collector", "witnesses", "screenPlace", "samples",
    ];

    /// <summary>What a paper of this kind can fill.</summary>
    public static IReadOnlySet<string> Of(PaperKind kind)
    {
        var rule = PaperRules.Of(kind);
        return new HashSet<string>([
            .. Always,
            .. rule.NeedsMeasure || rule.AboutScreen ? OfMeasure : [],
            .. kind == PaperKind.Agreement ? OfTeam : [],
            .. kind == PaperKind.Warning ? OfWarning : [],
            .. rule.About.Count > 0 ? OfAct : [],
            .. rule.AboutScreen ? OfScreen : [],
            .. rule.Fields.Select(Of)], StringComparer.Ordinal);
    }

    /// <summary>The name under which a template asks for what was written by hand.</summary>
    public static string Of(WrittenField field) => $"{char.ToLowerInvariant($"{field}"[0])}{$"{field}"[1..]}";
}

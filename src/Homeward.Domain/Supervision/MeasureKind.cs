namespace Homeward.Domain.Supervision;

/// <summary>The legal measures (rules 1.2) and, beside them, being at large under three years.</summary>
public enum MeasureKind
{
    Cdt,
    Crh,
    Cid,
    Mmt,
    Vol,
    Drc,
    AtLarge,
}

/// <summary>The codes of the measures in files, the API and the database.</summary>
public static class MeasureKinds
{
    /// <summary>Community detox and community rehabilitation share reporting, agreement, screens and breaches.</summary>
    public static readonly IReadOnlyList<MeasureKind> Community = [MeasureKind.Cdt, MeasureKind.Crh];

    /// <summary>Entered of one's own will, and ended without the police (rules 1.2).</summary>
    public static readonly IReadOnlyList<MeasureKind> Treatments = [MeasureKind.Mmt, MeasureKind.Vol, MeasureKind.Drc];

    static readonly string[] codes = ["CDT", "CRH", "CID", "MMT", "VOL", "DRC", "LT3"];

    public static IReadOnlyList<string> Codes => codes;

    public static string Code(this MeasureKind kind) => codes[(int)kind];

    public static bool TryParse(string? code, out MeasureKind kind)
    {
        var place = Array.IndexOf(codes, code);
        kind = place < 0 ? default : (MeasureKind)place;
        return place >= 0;
    }

    public static bool IsInTheCommunity(this MeasureKind kind) => kind is MeasureKind.Cdt or MeasureKind.Crh;

    public static bool IsTreatment(this MeasureKind kind) => kind is MeasureKind.Mmt or MeasureKind.Vol or MeasureKind.Drc;

    /// <summary>Lasts as long as was agreed (rules 1.2).</summary>
    public static bool IsByAgreement(this MeasureKind kind) => kind is MeasureKind.Vol or MeasureKind.Drc;
}

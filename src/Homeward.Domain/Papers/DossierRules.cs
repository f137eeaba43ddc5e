using Homeward.Domain.Casework;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>From when a slot of the dossier has to be filled, and how often (R3.4, R3.5; the requirements are PROPOSED).</summary>
public sealed record DossierRule(DossierSlot Slot, string Rule)
{
    /// <summary>The acts of which each leaves one paper in the slot.</summary>
    public IReadOnlyList<MeasureActKind> ForEach { get; init; } = [];

    /// <summary>The day from which one paper has to be there, whatever else happened; null while it has not.</summary>
    public Func<DossierFacts, DateOnly?> Since { get; init; } = _ => null;

    /// <summary>The paper of ours that fills it.</summary>
    public PaperKind? Paper { get; init; }
}

/// <summary>The 22 slots with what each asks for.</summary>
public static class DossierRules
{
    static readonly Dictionary<DossierSlot, DossierRule> all = new DossierRule[]
    {
        new(DossierSlot.Order, "R1.12") { Since = facts => facts.Measure.OrderedOn ?? facts.Measure.KnownOn, Paper = PaperKind.OrderReceipt },
        new(DossierSlot.RightsNotice, "R3.4") { Since = facts => facts.Measure.ReportedOn, Paper = PaperKind.RightsNotice },
        new(DossierSlot.Agreement, "R1.18") { Since = facts => facts.Measure.ReportedOn, ForEach = [MeasureActKind.SignedAnew], Paper = PaperKind.Agreement },
        new(DossierSlot.Handbook, "R3.4") { Since = facts => facts.Measure.ReportedOn, Paper = PaperKind.HandbookReceipt },
        new(DossierSlot.Warnings, "R1.31") { ForEach = [MeasureActKind.Warning, MeasureActKind.OverdueConfirmed], Paper = PaperKind.Warning },
        new(DossierSlot.Breaches, "R1.32") { ForEach = [MeasureActKind.BreachConfirmed, MeasureActKind.OverdueConfirmed], Paper = PaperKind.BreachCertificate },
        new(DossierSlot.HelpPlan, "R3.4") { Since = facts => facts.Measure.ReportedOn, Paper = PaperKind.HelpPlan },
        new(DossierSlot.HomeMap, "R3.4") { Since = facts => facts.Measure.ReportedOn },
        new(DossierSlot.TestNotices, "R2.18") { Since = facts => facts.FirstWindowOn, Paper = PaperKind.TestNotice },
        new(DossierSlot.TestRecords, "R1.43"),
        new(DossierSlot.Activities, "R3.4"),
        new(DossierSlot.Assistance, "R3.4"),
        new(DossierSlot.Interviews, "R2.30") { Since = facts => facts.Measure.ReportedOn },
        new(DossierSlot.Reports, "R3.4"),
        new(DossierSlot.Assessments, "R2.38") { Since = facts => facts.Measure.ReportedOn, Paper = PaperKind.Assessment },
        new(DossierSlot.ChangeOfPlace, "R1.35") { ForEach = [MeasureActKind.Transferred], Paper = PaperKind.TransferLetter },
        new(DossierSlot.Leaves, "R1.25") { ForEach = [MeasureActKind.Leave, MeasureActKind.LeaveExtended], Paper = PaperKind.LeaveReport },
        new(DossierSlot.Suspension, "R1.39") { ForEach = [MeasureActKind.Suspended], Paper = PaperKind.Suspension },
        new(DossierSlot.Resumption, "R1.39") { ForEach = [MeasureActKind.Resumed], Paper = PaperKind.Resumption },
        new(DossierSlot.Termination, "R1.40") { ForEach = [MeasureActKind.Terminated], Paper = PaperKind.Termination },
        new(DossierSlot.ReleaseApproval, "R1.43") { Since = facts => facts.ExpiredOn, Paper = PaperKind.ReleaseApproval },
        new(DossierSlot.ReleaseNotice, "R1.41") { ForEach = [MeasureActKind.Released], Paper = PaperKind.ReleaseNotice },
    }.ToDictionary(rule => rule.Slot);

    public static IEnumerable<DossierRule> All => all.Values;

    public static DossierRule Of(DossierSlot slot) => all[slot];

    /// <summary>The paper of ours that the slot of a measure asks for: a no-show has a certificate of its own (R1.17).</summary>
    public static PaperKind? PaperOf(DossierSlot slot, Measure measure)
    {
        var rule = Of(slot);
        var newest = measure.Acts.Where(act => !act.IsAnnulled && rule.ForEach.Contains(act.Kind)).MaxBy(act => act.On);
        return slot == DossierSlot.Breaches && newest?.Kind == MeasureActKind.OverdueConfirmed ? PaperKind.OverdueCertificate : rule.Paper;
    }

    /// <summary>The slot that a paper lies in; the papers of a hand-over and the record of a screen lie with what they prove.</summary>
    public static DossierSlot SlotOf(PaperKind kind) => kind switch
    {
        PaperKind.HandOverReceipt or PaperKind.OverdueCertificate => DossierSlot.Breaches,
        PaperKind.TestRecord => DossierSlot.TestRecords,
        _ => all.Values.First(rule => rule.Paper == kind).Slot,
    };

    /// <summary>Whether a paper counts towards what its slot asks for; the receipt of a hand-over stands beside the certificate and replaces none.</summary>
    public static bool Counts(PaperKind kind) => kind is not (PaperKind.HandOverReceipt or PaperKind.TestRecord);

    /// <summary>The slots that a contact leaves a record in.</summary>
    public static IEnumerable<DossierSlot> SlotsOf(ContactMode mode) => mode switch
    {
        ContactMode.WrittenReport => [DossierSlot.Reports],
        ContactMode.Interview or ContactMode.HomeVisit or ContactMode.Video => [DossierSlot.Interviews],
        _ => [],
    };
}

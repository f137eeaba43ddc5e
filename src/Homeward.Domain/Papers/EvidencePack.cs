using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>A paper that goes to the police with the case; what is there of it, the newest first.</summary>
public sealed record PackPiece(PaperKind Kind, MeasureAct? Act, IReadOnlyList<PackPaper> Papers)
{
    /// <summary>Signed originals in the slot of the paper.</summary>
    public IReadOnlyList<PackScan> Scans { get; init; } = [];

    /// <summary>The notice of a screen proves something only with its service (R1.32), which a signed original bears.</summary>
    public bool IsMade => Papers.Any(paper => Kind != PaperKind.TestNotice || paper.ServedOn is not null);

    public bool IsThere => IsMade || Scans.Count > 0;
}

/// <summary>A scan that stands, and the day that its paper bears.</summary>
public sealed record PackScan(Guid Id, DossierSlot Slot, DateOnly On);

/// <summary>A paper that was made and stands.</summary>
public sealed record PackPaper(Guid Id, PaperKind Kind, Guid? ActId, string Number, DateOnly? ServedOn);

/// <summary>What goes to the police: the pack of a no-show (R1.17) and that of a serious breach (R1.32). It is shown, and nothing is refused for want of it.</summary>
public sealed record EvidencePack(IReadOnlyList<PackPiece> Pieces)
{
    public static readonly IReadOnlyList<PaperKind> Kinds = [PaperKind.Warning, PaperKind.TestNotice, PaperKind.OverdueCertificate, PaperKind.BreachCertificate, PaperKind.HandOverReceipt];

    /// <summary>The slots in which a scan is one of these papers.</summary>
    public static readonly IReadOnlyList<DossierSlot> Slots = [.. Kinds.Where(DossierRules.Counts).Select(DossierRules.SlotOf).Distinct()];

    /// <param name="confirmed">What was or is about to be confirmed: a no-show or a serious breach.</param>
    /// <param name="act">The confirmation; null as long as it has not been recorded.</param>
    /// <param name="papers">The papers of the measure that stand, the newest first.</param>
    /// <param name="scans">The scans of the measure that stand, the newest first.</param>
    public static EvidencePack Of(MeasureActKind confirmed, MeasureAct? act, IReadOnlyCollection<PackPaper> papers, IReadOnlyCollection<PackScan> scans) => new(
    [
        .. from kind in Kinds
           where Asks(confirmed, kind)
           let about = PaperRules.Of(kind).About.Contains(confirmed) ? act : null
           select new PackPiece(kind, about, [.. papers.Where(paper => paper.Kind == kind && Fits(confirmed, act, paper))])
           {
               Scans = [.. scans.Where(scan => DossierRules.Counts(kind) && scan.Slot == DossierRules.SlotOf(kind) && Fits(act, scan))],
           },
    ]);

    /// <summary>
    /// The certificates and the receipt speak of one confirmation; warnings and notices of what went before it. The certificate of a breach that was written on the suspicion
    /// belongs to the confirmation that bears its number.
    /// </summary>
    static bool Fits(MeasureActKind confirmed, MeasureAct? act, PackPaper paper) => paper.Kind switch
    {
        PaperKind.TestNotice => true,
        PaperKind.Warning when paper.ActId is null => true,
        PaperKind.BreachCertificate when paper.ActId is null => act is null || act.DocumentNumber == paper.Number,
        PaperKind.Warning when confirmed == MeasureActKind.BreachConfirmed => true,
        _ => act is not null && paper.ActId == act.Id,
    };

    /// <summary>A certificate is written when the step has been confirmed; the slot of the others holds nothing else. The receipt is told by no slot of its own.</summary>
    static bool Fits(MeasureAct? act, PackScan scan) => scan.Slot != DossierSlot.Breaches || (act is not null && scan.On >= act.On);

    static bool Asks(MeasureActKind confirmed, PaperKind kind) => kind switch
    {
        PaperKind.OverdueCertificate => confirmed == MeasureActKind.OverdueConfirmed,
        PaperKind.BreachCertificate or PaperKind.TestNotice => confirmed == MeasureActKind.BreachConfirmed,
        _ => true,
    };
}

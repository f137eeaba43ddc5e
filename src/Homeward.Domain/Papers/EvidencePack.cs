using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>A paper that goes to the police with the case; what is there of it, the newest first.</summary>
public sealed record PackPiece(PaperKind Kind, MeasureAct? Act, IReadOnlyList<PackPaper> Papers)
{
    /// <summary>The notice of a screen proves something only with its service (R1.32).</summary>
    public bool IsThere => Papers.Any(paper => Kind != PaperKind.TestNotice || paper.ServedOn is not null);
}

/// <summary>A paper that was made and stands.</summary>
public sealed record PackPaper(Guid Id, PaperKind Kind, Guid? ActId, string Number, DateOnly? ServedOn);

/// <summary>What goes to the police: the pack of a no-show (R1.17) and that of a serious breach (R1.32). It is shown, and nothing is refused for want of it.</summary>
public sealed record EvidencePack(IReadOnlyList<PackPiece> Pieces)
{
    public static readonly IReadOnlyList<PaperKind> Kinds = [PaperKind.Warning, PaperKind.TestNotice, PaperKind.OverdueCertificate, PaperKind.BreachCertificate, PaperKind.HandOverReceipt];

    /// <param name="confirmed">What was or is about to be confirmed: a no-show or a serious breach.</param>
    /// <param name="act">The confirmation; null as long as it has not been recorded.</param>
    /// <param name="papers">The papers of the measure that stand, the newest first.</param>
    public static EvidencePack Of(MeasureActKind confirmed, MeasureAct? act, IReadOnlyCollection<PackPaper> papers) => new(
    [
        .. from kind in Kinds
           where Asks(confirmed, kind)
           let about = PaperRules.Of(kind).About.Contains(confirmed) ? act : null
           select new PackPiece(kind, about, [.. papers.Where(paper => paper.Kind == kind && Fits(confirmed, act, paper))]),
    ]);

    /// <summary>The certificates and the receipt speak of one confirmation; warnings and notices of what went before it.</summary>
    static bool Fits(MeasureActKind confirmed, MeasureAct? act, PackPaper paper) => paper.Kind switch
    {
        PaperKind.TestNotice => true,
        PaperKind.Warning when confirmed == MeasureActKind.BreachConfirmed => true,
        _ => act is not null && paper.ActId == act.Id,
    };

    static bool Asks(MeasureActKind confirmed, PaperKind kind) => kind switch
    {
        PaperKind.OverdueCertificate => confirmed == MeasureActKind.OverdueConfirmed,
        PaperKind.BreachCertificate or PaperKind.TestNotice => confirmed == MeasureActKind.BreachConfirmed,
        _ => true,
    };
}

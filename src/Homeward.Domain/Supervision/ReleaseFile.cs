namespace Homeward.Domain.Supervision;

/// <summary>What a release at its term rests on (rules R1.43).</summary>
public enum ReleasePiece
{
    TestSeries,
    StageAssessments,
    NoOpenBreach,

    /// <summary>Everything else that the dossier asks for by now.</summary>
    OtherPapers,
    ClosingAssessment,
    ApprovalForm,

    /// <summary>The police's own paper; it comes with the release.</summary>
    ReleaseNotice,
}

/// <summary>One piece of the release file and how much of it is missing.</summary>
public sealed record ReleaseFileLine(ReleasePiece Piece, int Missing)
{
    public bool IsComplete => Missing == 0;

    /// <summary>Nobody but the office can have it: a release at the term waits for it, unless the police released regardless.</summary>
    public bool IsRequired => Piece is ReleasePiece.ClosingAssessment or ReleasePiece.ApprovalForm;
}

/// <summary>The release file of a community measure, as far as the product knows it; what is missing is shown, and what is required is asked for.</summary>
public sealed record ReleaseFile(IReadOnlyList<ReleaseFileLine> Lines)
{
    public IEnumerable<ReleasePiece> Required => Lines.Where(line => line is { IsComplete: false, IsRequired: true }).Select(line => line.Piece);
}

/// <summary>Reasons of a release, as codes of the list <c>actReason</c>.</summary>
public static class ReleaseReasons
{
    /// <summary>The police have released although the office's file lacks a piece: their decision is recorded, not judged.</summary>
    public const string PoliceReleased = "policeReleased";
}

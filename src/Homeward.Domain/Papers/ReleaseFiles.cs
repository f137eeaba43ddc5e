using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>Draws up the release file of a measure from its dossier (rules R1.43; what each piece is read from is PROPOSED).</summary>
public static class ReleaseFiles
{
    /// <summary>The slots that a piece of its own stands for.</summary>
    static readonly DossierSlot[] ownPieces = [DossierSlot.TestRecords, DossierSlot.Assessments, DossierSlot.ReleaseApproval, DossierSlot.ReleaseNotice];

    /// <param name="facts">What the dossier is worked out from.</param>
    /// <param name="preparationDays">How long before the last day the release is prepared: an assessment from those days on closes the measure, and only an approval from then on is its own.</param>
    public static ReleaseFile Of(DossierFacts facts, int preparationDays)
    {
        var dossier = Dossier.Of(facts);
        var prepared = facts.State.EndsOn?.AddDays(-preparationDays);
        return new ReleaseFile(
        [
            new(ReleasePiece.TestSeries, facts.State.WindowsMissed),
            new(ReleasePiece.StageAssessments, StageAssessments(dossier, facts)),
            new(ReleasePiece.NoOpenBreach, facts.State.IsBreached ? 1 : 0),
            new(ReleasePiece.OtherPapers, dossier.Gaps.Count(line => !ownPieces.Contains(line.Slot))),
            new(ReleasePiece.ClosingAssessment, Lies(facts, DossierSlot.Assessments, prepared) ? 0 : 1),
            new(ReleasePiece.ApprovalForm, Lies(facts, DossierSlot.ReleaseApproval, prepared) ? 0 : 1),
            new(ReleasePiece.ReleaseNotice, Lies(facts, DossierSlot.ReleaseNotice) ? 0 : 1),
        ]);
    }

    /// <summary>Assessments that are overdue; one where nothing lies in the slot at all.</summary>
    static int StageAssessments(Dossier dossier, DossierFacts facts) =>
        Math.Max(facts.OverdueAssessments, dossier.Lines.Single(line => line.Slot == DossierSlot.Assessments).IsGap ? 1 : 0);

    /// <summary>A paper or a scan; an assessment of risk is no closing assessment.</summary>
    static bool Lies(DossierFacts facts, DossierSlot slot, DateOnly? since = null) => facts.Fillings.Any(filling =>
        filling.Slot == slot && filling is { Counts: true, Source: FillingSource.Paper or FillingSource.Scan } && filling.On <= facts.Today && !(filling.On < since));
}

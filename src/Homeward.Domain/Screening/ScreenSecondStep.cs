using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

public sealed partial class Screen
{
    public static readonly Broken NotPreliminary = new("screening.not-preliminary");
    public static readonly Broken DisputeOpen = new("screening.dispute-open") { Rule = "R2.9" };
    public static readonly Broken StillTime = new("screening.still-time") { Rule = "R2.2" };
    public static readonly Broken NotEvaded = new("screening.not-evaded");
    public static readonly Broken EvasionInTwoSteps = new("screening.evasion-in-two-steps", "Outcome") { Rule = "R2.19" };
    public static readonly Broken PositiveInTwoSteps = new("screening.positive-in-two-steps", "Result") { Rule = "R2.9" };
    public static readonly Broken ReasonWithoutEvasion = new("screening.reason-without-evasion", "EvasionReason") { Rule = "R2.20" };
    public static readonly Broken TamperingUntold = new("screening.tampering-untold", "Remarks") { Rule = "R2.20" };
    public static readonly Broken NoticeMissing = new("screening.notice-missing") { Rule = "R2.19" };

    /// <summary>Nobody records as confirmed what a second step confirms (rules R2.9, R2.19), and what was found of a sample is told for it (R2.20).</summary>
    static IEnumerable<Broken> WhyNotAtOnce(ScreenRecord record)
    {
        if (record.Outcome == ScreenOutcome.EvadedConfirmed)
        {
            yield return EvasionInTwoSteps;
        }
        if (record.Result == ScreenResult.PositiveConfirmed)
        {
            yield return PositiveInTwoSteps;
        }
        if (record.EvasionReason == Screening.EvasionReason.Tampered && record.Remarks is null)
        {
            yield return TamperingUntold;
        }
    }

    static bool IsEvasion(ScreenOutcome outcome) => outcome is ScreenOutcome.EvadedUnconfirmed or ScreenOutcome.EvadedConfirmed;

    /// <summary>Why the result cannot be made final or disputed: it is none, or it is final.</summary>
    public IEnumerable<Broken> WhyNotSettle() =>
        IsAnnulled ? [AlreadyAnnulled] : Result == ScreenResult.PositivePreliminary ? [] : [NotPreliminary];

    /// <summary>A positive on the spot is final when the client's days to ask for a laboratory are over, or the dispute is (rules R2.2, table 2.2); no rule lets the client give them up.</summary>
    public IEnumerable<Broken> WhyNotConfirm(ScreenDispute? dispute, DisputeLimit limit, DateOnly today)
    {
        if (WhyNotSettle().FirstOrDefault() is { } settled)
        {
            yield return settled;
        }
        else if (dispute is { ClosedOn: null })
        {
            yield return DisputeOpen;
        }
        else if (dispute is null && limit(DisputeStep.Requested, On) is var last && today <= last)
        {
            yield return StillTime.With(last, last.AddDays(1));
        }
    }

    /// <summary>Who stayed away evaded only what a notice told of (rules R2.19); who came and tampered with the sample needed none (R2.20).</summary>
    /// <param name="isNotified">Whether a notice of this screen was served, where the client owes one.</param>
    public IEnumerable<Broken> WhyNotConfirmEvasion(bool isNotified) =>
        IsAnnulled ? [AlreadyAnnulled] : Outcome != ScreenOutcome.EvadedUnconfirmed ? [NotEvaded] : isNotified || IsTampered ? [] : [NoticeMissing.With(On)];
}

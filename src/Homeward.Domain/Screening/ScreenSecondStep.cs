using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

public sealed partial class Screen
{
    public static readonly Broken NotPreliminary = new("screening.not-preliminary");
    public static readonly Broken DisputeOpen = new("screening.dispute-open") { Rule = "R2.9" };
    public static readonly Broken StillTime = new("screening.still-time") { Rule = "R2.2" };
    public static readonly Broken NotTold = new("screening.result-untold") { Rule = "R2.7" };
    public static readonly Broken NotEvaded = new("screening.not-evaded");
    public static readonly Broken EvasionInTwoSteps = new("screening.evasion-in-two-steps", "Outcome") { Rule = "R2.19" };
    public static readonly Broken PositiveInTwoSteps = new("screening.positive-in-two-steps", "Result") { Rule = "R2.9" };
    public static readonly Broken ReasonWithoutEvasion = new("screening.reason-without-evasion", "EvasionReason") { Rule = "R2.20" };
    public static readonly Broken TamperingUntold = new("screening.tampering-untold", "Remarks") { Rule = "R2.20" };
    public static readonly Broken NoticeMissing = new("screening.notice-missing") { Rule = "R2.19" };

    /// <summary>Number of the paper on which the second step rests; null where none was named.</summary>
    public string? ConfirmDocument { get; private set; }

    /// <summary>Day of a confirmation that was taken back, because the client had asked for a laboratory in time (table 2.2); null where it was recorded as confirmed.</summary>
    public DateOnly? FirstConfirmedOn { get; private set; }

    /// <summary>Day on which the confirmation was taken back: from then on the result is preliminary until the dispute is closed.</summary>
    public DateOnly? TakenBackOn { get; private set; }

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

    /// <summary>
    /// Whether it was written down with these facts: what later steps made of outcome and result, and the numbers and notes that may be corrected, are left out of account. Its remarks lie sealed, and are
    /// compared by whoever can open them.
    /// </summary>
    public bool IsAsIn(ScreenRecord record) =>
        (On, Kind, Specimen, KitBrand, KitLot, KitExpiresOn) == (record.On, record.Kind, record.Specimen, record.KitBrand, record.KitLot, record.KitExpiresOn)
        && (FirstTester, SecondTester, Collector, CollectorSex, Witnesses, Place) == (record.FirstTester, record.SecondTester, record.Collector, record.CollectorSex, record.Witnesses, record.Place)
        && (RemoteBody, RemoteDocument, CompulsionApprovedBy) == (record.Remote?.Body, record.Remote?.DocumentNumber, record.Compulsion?.ApprovedBy)
        && First(Outcome) == First(record.Outcome)
        && (First(Result) == First(record.Result) || (OverturnedOn is not null && First(record.Result) == ScreenResult.PositivePreliminary))
        && Readings.Count == record.Readings.Count && Readings.All(reading => record.Readings.TryGetValue(reading.Key, out var told) && told == reading.Value);

    static ScreenOutcome First(ScreenOutcome outcome) => outcome == ScreenOutcome.EvadedConfirmed ? ScreenOutcome.EvadedUnconfirmed : outcome;

    static ScreenResult? First(ScreenResult? result) => result == ScreenResult.PositiveConfirmed ? ScreenResult.PositivePreliminary : result;

    static bool IsEvasion(ScreenOutcome outcome) => outcome is ScreenOutcome.EvadedUnconfirmed or ScreenOutcome.EvadedConfirmed;

    /// <summary>Why the result cannot be made final or disputed: it is none, or it is final.</summary>
    public IEnumerable<Broken> WhyNotSettle() =>
        IsAnnulled ? [AlreadyAnnulled] : Result == ScreenResult.PositivePreliminary ? [] : [NotPreliminary];

    /// <summary>Why the result cannot be disputed: only a positive is, a confirmed one too. Whether the client asked in time the dispute itself says.</summary>
    public IEnumerable<Broken> WhyNotDispute() =>
        !IsAnnulled && Result is ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed ? [] : [ScreenDispute.NotPositive];

    /// <summary>
    /// Who asked in time has the claim, however late the office writes it down (table 2.2): the confirmation ought not to have been made before the laboratory spoke. What it had counted until today stays
    /// in what was known then.
    /// </summary>
    internal void TakeBack(DateOnly today)
    {
        if (Result != ScreenResult.PositiveConfirmed)
        {
            return;
        }
        (FirstConfirmedOn, TakenBackOn, Result) = (ConfirmedOn, today, ScreenResult.PositivePreliminary);
        (ConfirmedOn, ConfirmedById, ConfirmedAt, ConfirmDocument) = (null, null, null, null);
    }

    /// <summary>What was known of the result at the end of a day (rules R2.9): preliminary before its confirmation, and from the day on which that was taken back until the next.</summary>
    internal ScreenResult? ResultKnownOn(DateOnly day)
    {
        if (Result is not (ScreenResult.PositiveConfirmed or ScreenResult.PositivePreliminary) && OverturnedOn is null)
        {
            return Result;
        }
        if (day < TakenBackOn)
        {
            return FirstConfirmedOn > day ? ScreenResult.PositivePreliminary : ScreenResult.PositiveConfirmed;
        }
        return ConfirmedOn > day ? ScreenResult.PositivePreliminary : Result;
    }

    /// <summary>The day of the confirmation that held at the end of a day.</summary>
    internal DateOnly? ConfirmedOnKnownOn(DateOnly day) => day < TakenBackOn ? FirstConfirmedOn : ConfirmedOn;

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
        else if (dispute is null && KnewOn is null)
        {
            yield return NotTold;
        }
        else if (dispute is null && limit(DisputeStep.Requested, KnewOn ?? On) is var last && today <= last)
        {
            yield return StillTime.With(last, last.AddDays(1));
        }
    }

    /// <summary>Who stayed away evaded only what a notice told of (rules R2.19); who came and tampered with the sample needed none (R2.20).</summary>
    /// <param name="isNotified">Whether a notice of this screen was served, where the client owes one.</param>
    public IEnumerable<Broken> WhyNotConfirmEvasion(bool isNotified) =>
        IsAnnulled ? [AlreadyAnnulled] : Outcome != ScreenOutcome.EvadedUnconfirmed ? [NotEvaded] : isNotified || IsTampered ? [] : [NoticeMissing.With(On)];
}

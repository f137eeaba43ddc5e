namespace Homeward.Domain.Screening;

/// <summary>Why a screen is taken; only <see cref="Scheduled"/> fills a window, unless the policy reads it otherwise (rules R2.13, R2.14).</summary>
public enum ScreenKind
{
    Scheduled,
    Spot,
    Discharge,
    LeaveReturn,
    Hair,

    /// <summary>Made by the clinic of a maintenance treatment, and told to the office (rules R2.14).</summary>
    Clinic,
}

/// <summary>What is tested (DTP art. 6).</summary>
public enum Specimen
{
    Urine,
    Hair,
    Saliva,
    Blood,
}

/// <summary>What came of the appointment, apart from what the screen showed.</summary>
public enum ScreenOutcome
{
    Done,
    Refused,
    EvadedUnconfirmed,
    EvadedConfirmed,
    Excused,
    NotHeld,
}

/// <summary>How a screen was evaded (rules R2.19, R2.20).</summary>
public enum EvasionReason
{
    /// <summary>Stayed away: only a served notice makes that an evasion.</summary>
    DidNotCome,

    /// <summary>Came, and tampered with the sample, diluted or swapped it.</summary>
    Tampered,
}

/// <summary>What a screen that was held showed; a positive is preliminary until confirmed (rules R2.9).</summary>
public enum ScreenResult
{
    Negative,
    PositivePreliminary,
    PositiveConfirmed,
    Invalid,
}

/// <summary>The reading of one line of a kit (rules R2.26: the software compares nothing).</summary>
public enum Reading
{
    Negative,
    Positive,
    Invalid,
}

namespace Homeward.Domain.Screening;

/// <summary>What comes next of a screen that says nothing final yet (rules R2.9, R2.19, table 2.2). No rule sets a last day to confirm, so that a confirmation has a first day only.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="From">The first day to do it; null where it may be done at once.</param>
/// <param name="By">The last day, where there is one.</param>
/// <param name="Step">The step of the dispute that is owed.</param>
public sealed record ScreenNext(ScreenNextKind Kind, DateOnly? From = null, DateOnly? By = null, DisputeStep? Step = null)
{
    /// <param name="screen">The screen.</param>
    /// <param name="dispute">Its dispute; null where nobody asked for a laboratory.</param>
    /// <param name="limit">The days of the steps.</param>
    /// <returns>Null where nothing is left to settle.</returns>
    public static ScreenNext? Of(Screen screen, ScreenDispute? dispute, DisputeLimit limit)
    {
        if (screen.IsAnnulled || screen.Result != ScreenResult.PositivePreliminary)
        {
            return screen is { IsAnnulled: false, Outcome: ScreenOutcome.EvadedUnconfirmed } ? new ScreenNext(ScreenNextKind.ConfirmEvasion) : null;
        }
        return dispute switch
        {
            null when screen.KnewOn is null => new ScreenNext(ScreenNextKind.Tell),
            null => new ScreenNext(ScreenNextKind.Confirm, From: limit(DisputeStep.Requested, screen.KnewOn ?? screen.On).AddDays(1)),
            { ClosedOn: { } closed } => new ScreenNext(ScreenNextKind.Confirm, From: closed),
            { Next: { } step } when !DisputeRules.IsAsked(step) => new ScreenNext(ScreenNextKind.Dispute, By: dispute.NextBy(limit), Step: step),
            // Told that it is positive, the client may ask for a recheck.
            { Next: not null, Result: true } when dispute.NextBy(limit) is { } last => new ScreenNext(ScreenNextKind.Close, From: last.AddDays(1)),
            _ => new ScreenNext(ScreenNextKind.Close),
        };
    }

    public bool IsOpenOn(DateOnly today) => !(From > today);
}

/// <summary>What is to be done next about a screen.</summary>
public enum ScreenNextKind
{
    /// <summary>Tell the client the result: before that, no day to ask for a laboratory has run.</summary>
    Tell,

    /// <summary>Confirm the positive.</summary>
    Confirm,

    /// <summary>Confirm the evasion, or correct the record.</summary>
    ConfirmEvasion,

    /// <summary>Take the next step of the dispute.</summary>
    Dispute,

    /// <summary>Make the last result of the dispute final.</summary>
    Close,
}

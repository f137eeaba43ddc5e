using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>Whether the family is willing to take the person in (rules R3.9).</summary>
public enum FamilyStance
{
    Willing,
    Unwilling,
    NoFamily,
}

/// <summary>At the door of the home: when, and who took the person over there (sealed); nobody where the person lives alone.</summary>
public sealed record ReleaseArrival(DateOnly On, TimeOnly? At, Sealed? TakenOverBy);

public sealed partial class CentreRelease
{
    public FamilyStance? Family { get; private set; }

    /// <summary>The day on which the person came home: the receipt goes from the gate to the door (rules R3.8, R3.9).</summary>
    public DateOnly? ArrivedOn { get; private set; }
    public TimeOnly? ArrivedAt { get; private set; }

    /// <summary>Who took the person over at the door.</summary>
    public Sealed? TakenOverBy { get; private set; }

    /// <summary>The person is at home: nobody need look for them any more. What was recorded wrongly is recorded again.</summary>
    /// <param name="arrival">When, and to whom.</param>
    /// <param name="today">Today in Shanghai.</param>
    public void Arrive(ReleaseArrival arrival, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotArrive(arrival, today));
        (ArrivedOn, ArrivedAt, TakenOverBy) = (arrival.On, arrival.At, arrival.TakenOverBy);
    }

    public IEnumerable<Broken> WhyNotArrive(ReleaseArrival arrival, DateOnly today)
    {
        foreach (var broken in WhyNotIn(ReleaseState.Received, ReleaseState.Completed).Concat(ReceivedOn is { } received ? WhyNotOn(arrival.On, today, received, ReleaseRules.BeforeReceipt) : []))
        {
            yield return broken;
        }
        if (arrival.On == ReceivedOn && arrival.At < ReceivedAt)
        {
            yield return ReleaseRules.ArrivedBeforeReceipt.With(arrival.At!, ReceivedAt!);
        }
    }
}

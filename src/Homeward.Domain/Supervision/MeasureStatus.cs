namespace Homeward.Domain.Supervision;

/// <summary>Where a measure stands on a day; of several that hold, the earlier in <see cref="StatusRules"/> is told.</summary>
public enum MeasureStatus
{
    Ordered,
    OverdueUnconfirmed,
    Active,
    OnLeave,
    Suspended,
    Transferring,
    BreachSuspected,
    Terminated,
    Expired,
    Released,

    /// <summary>Not reported, confirmed, the police do not know yet.</summary>
    NoShowNotHandedOver,
    NoShowHandedOver,

    /// <summary>Breach confirmed, the police do not know yet.</summary>
    BreachNotHandedOver,
    BreachHandedOver,
    OutOfControl,
    Abroad,
    FollowUp,
}

using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Which kinds of screens fill the windows of a series.</summary>
public static class WindowFilling
{
    /// <summary>A scheduled screen always does; one of a clinic, and any other, where the policy in force says so (rules R2.13, R2.14).</summary>
    public static bool IsDoneBy(ScreenKind kind, PolicyPack pack) => kind switch
    {
        ScreenKind.Scheduled => true,
        ScreenKind.Clinic => pack.Find(PolicyKeys.ClinicScreenFillsWindow) is { Flag: true },
        _ => pack.Find(PolicyKeys.IrregularFillsWindow) is { Flag: true },
    };
}

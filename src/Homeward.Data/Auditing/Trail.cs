namespace Homeward.Data.Auditing;

/// <summary>Who acts, in which role and unit, and why: goes with every change and every look at a file.</summary>
public sealed record Trail
{
    /// <summary>No one: a change is refused.</summary>
    public static readonly Trail Nobody = new() { Actor = "" };

    /// <summary>The local operator at the shell.</summary>
    public static readonly Trail Operator = new() { Actor = "local-operator" };

    /// <summary>The product itself, in a job that nobody asked for.</summary>
    public static readonly Trail Product = new() { Actor = "homeward" };

    public required string Actor { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? StaffId { get; init; }
    public string? Role { get; init; }
    public Guid? UnitId { get; init; }
    public string? Purpose { get; init; }
    public string? RequestId { get; init; }

    /// <summary>The verb of the operation, e.g. <c>screen.record</c>; null names the change by its record.</summary>
    public string? Act { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? Reason { get; init; }
}

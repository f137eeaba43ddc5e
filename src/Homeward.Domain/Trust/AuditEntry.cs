namespace Homeward.Domain.Trust;

/// <summary>One line of the audit log: who did what to which record, when, for what purpose, with what result. It names nobody but the doer.</summary>
public sealed class AuditEntry
{
    public long Sequence { get; private set; }
    public required DateTime At { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>User name of the account, or the local operator at the shell.</summary>
    public required string Actor { get; init; }
    public string? Role { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>What was done, e.g. <c>client.read</c>, <c>screen.record</c>, <c>client.reveal</c>.</summary>
    public required string Act { get; init; }
    public string? Resource { get; init; }
    public Guid? RecordId { get; init; }
    public Guid? ClientId { get; init; }
    public string? Purpose { get; init; }

    /// <summary>Why, as the doer said it: a code, never free text about a person.</summary>
    public string? Reason { get; init; }
    public required string Result { get; init; }
    public string? RequestId { get; init; }

    /// <summary>Names of the fields that changed.</summary>
    public string? Fields { get; init; }
}

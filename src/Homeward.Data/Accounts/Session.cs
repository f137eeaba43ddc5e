namespace Homeward.Data.Accounts;

/// <summary>A sign-in on one browser; it can be ended from the server (idle 30 minutes, absolute 12 hours).</summary>
public sealed class Session
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required byte[] SecretHash { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime LastSeenAt { get; set; }
    public DateTime? EndedAt { get; set; }
    public string? Browser { get; init; }

    public bool IsAliveAt(DateTime now) => EndedAt is null && now - LastSeenAt <= Idle && now - StartedAt <= Absolute;
}

/// <summary>A key for programs, kept as a hash; shown once when made.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required byte[] SecretHash { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? RevokedAt { get; set; }
}

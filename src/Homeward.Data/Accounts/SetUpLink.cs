namespace Homeward.Data.Accounts;

/// <summary>The link with which the first administrator of a new installation is made: once, and within a day.</summary>
public sealed class SetUpLink
{
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] SecretHash { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}

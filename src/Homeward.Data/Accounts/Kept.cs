using Homeward.Domain.Foundation;

namespace Homeward.Data.Accounts;

/// <summary>The first answer to a request with an idempotency key, stored in the same transaction as the change.</summary>
public sealed class IdempotentAnswer
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required byte[] RequestHash { get; init; }
    public int Status { get; set; }
    public Sealed? Body { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>What somebody typed into a form and has not yet saved.</summary>
public sealed class Draft
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Path of the form.</summary>
    public required string Form { get; init; }
    public required Sealed Content { get; set; }
    public DateTime UpdatedAt { get; set; }
}

/// <summary>A list's filter and order under a name, kept for one account.</summary>
public sealed class SavedView
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Page { get; init; }

    /// <summary>Whoever names a view may well name it after somebody.</summary>
    public required Sealed Name { get; init; }
    public required string Query { get; set; }
}

/// <summary>One import through the browser: checked first, then applied, with progress that can be left and found again.</summary>
public sealed class ImportRun
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Sheet { get; init; }
    public string? Worksheet { get; set; }
    public required string State { get; set; }
    public required Sealed File { get; init; }

    /// <summary>A roster may well be named after somebody. Runs from before names were sealed have none.</summary>
    public Sealed? FileName { get; init; }
    public int Done { get; set; }
    public int Total { get; set; }

    /// <summary>The summary as JSON; it repeats cells of the file.</summary>
    public Sealed? Result { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? FinishedAt { get; set; }
}

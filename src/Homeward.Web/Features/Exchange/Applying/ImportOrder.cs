namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>How a file is to be imported.</summary>
public sealed record ImportOrder
{
    public required string Sheet { get; init; }
    public string? Worksheet { get; init; }

    /// <summary>Checks everything, also against the database, and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Rows of one transaction; null takes what suits the sheet.</summary>
    public int? ChunkRows { get; init; }

    /// <summary>Takes the refused rows with their reasons, as a workbook.</summary>
    public Stream? Errors { get; init; }

    /// <summary>Told after each chunk: rows done and rows in all.</summary>
    public Func<int, int, CancellationToken, Task>? Progress { get; init; }
}

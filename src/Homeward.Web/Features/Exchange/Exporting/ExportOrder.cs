namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>What is to be exported.</summary>
public sealed record ExportOrder
{
    public required string Sheet { get; init; }

    /// <summary>This unit and all below it; null for everything in scope.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>First and last day of screens and contacts.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Hides numbers, phones and addresses, and leaves out free text; such a file is for reading and does not import.</summary>
    public bool IsMasked { get; init; }
}

/// <summary>How many rows were written, and how many records have no place in the sheet (such as a client without any measure).</summary>
public sealed record ExportSummary(int Written, int LeftOut);

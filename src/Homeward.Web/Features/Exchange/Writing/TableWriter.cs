namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>Writes a table row by row to a workbook or a CSV file: text, whole numbers and days; null leaves the cell empty.</summary>
public abstract class TableWriter : IDisposable
{
    public abstract void Write(IReadOnlyList<object?> cells);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>How a written table looks: its name, the lines above the header (filter, secrecy notice), titles and widths.</summary>
public sealed record TableLayout(string Name, IReadOnlyList<string> Titles)
{
    public IReadOnlyList<string> Notices { get; init; } = [];
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>Set where day numbers in copied cells count from 1904.</summary>
    public bool CountsFrom1904 { get; init; }
}

using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Rows;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The rows of one transaction, and what becomes of each: created, updated, unchanged or refused, the rows it replaced included.</summary>
public sealed class ImportChunk<T>(IReadOnlyList<Taken<T>> rows, ImportSummary summary, bool isDryRun, Func<T, string> shown, Action<FileRow, IReadOnlyList<Broken>> onRefused)
    where T : class
{
    public IReadOnlyList<Taken<T>> Rows { get; } = rows;
    public bool IsDryRun { get; } = isDryRun;
    public ImportSummary Summary => summary;

    /// <summary>An earlier row of the same file counts as an update of what the file itself created.</summary>
    public void Created(Taken<T> row)
    {
        summary.Created++;
        summary.Updated += row.Replaced.Count;
        summary.Note(row.Place.Row, RowOutcome.Created, shown(row.Value));
        NoteReplaced(row, RowOutcome.Updated);
    }

    public void Updated(Taken<T> row)
    {
        summary.Updated += 1 + row.Replaced.Count;
        summary.Note(row.Place.Row, RowOutcome.Updated, shown(row.Value));
        NoteReplaced(row, RowOutcome.Updated);
    }

    public void Unchanged(Taken<T> row)
    {
        summary.Unchanged += 1 + row.Replaced.Count;
        summary.Note(row.Place.Row, RowOutcome.Unchanged, shown(row.Value));
        NoteReplaced(row, RowOutcome.Unchanged);
    }

    public void Refuse(Taken<T> row, params IReadOnlyList<Broken> reasons)
    {
        foreach (var place in row.Places)
        {
            summary.Reject(place.Row, reasons);
            onRefused(place, reasons);
        }
    }

    void NoteReplaced(Taken<T> row, RowOutcome outcome)
    {
        foreach (var place in row.Replaced)
        {
            summary.Note(place.Row, outcome, shown(row.Value));
        }
    }
}

/// <summary>Reads and applies the rows of one sheet; one for each import, since it remembers what it has looked up.</summary>
public interface ISheetImport<T> where T : class
{
    Parsed<T> Parse(Sheets.RowCells cells);

    string KeyOf(T row);

    /// <summary>What the preview shows of a row: whom or what it is about, masked as in every list.</summary>
    string Shown(T row);

    /// <summary>Compares the rows with the records and writes the differences; nothing where the chunk is a dry run.</summary>
    Task ApplyAsync(ImportChunk<T> chunk, CancellationToken ct);
}

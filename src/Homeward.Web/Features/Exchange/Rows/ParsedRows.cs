using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>
/// The rows of a table, read twice as a stream: first to check them all and to learn which row of a key is the last one taken,
/// then to give those. Only keys and findings are held in memory, never the rows.
/// </summary>
public sealed class ParsedRows<T>(Table table, Func<RowCells, Parsed<T>> parse, Func<T, string> keyOf)
    where T : class
{
    readonly Dictionary<string, FileRow> _last = [];
    readonly Dictionary<string, List<FileRow>> _replaced = [];

    /// <summary>How many keys are taken; <see cref="Check"/> counts them.</summary>
    public int Count => _last.Count;

    /// <summary>Checks every row and writes what is found into the summary; <paramref name="onRejected"/> sees each refused row.</summary>
    public ImportSummary Check(Action<Parsed<T>>? onRejected = null)
    {
        var summary = new ImportSummary();
        _last.Clear();
        _replaced.Clear();
        foreach (var row in table.Rows().Select(parse))
        {
            summary.Note(row);
            if (row.Value is null)
            {
                onRejected?.Invoke(row);
                continue;
            }
            summary.Folded += Keep(keyOf(row.Value), new FileRow(row.Row, row.Cells.Source.Line)) ? 1 : 0;
        }
        return summary;
    }

    /// <summary>The rows that are taken, each key once: its last row wins. <see cref="Check"/> comes first.</summary>
    public IEnumerable<T> Taken() => TakenRows().Select(row => row.Value);

    /// <summary>The same with the places in the file, those of the rows it replaced included.</summary>
    public IEnumerable<Taken<T>> TakenRows()
    {
        foreach (var row in table.Rows().Select(parse))
        {
            if (row.Value is { } value && keyOf(value) is var key && _last.TryGetValue(key, out var last) && last.Line == row.Cells.Source.Line)
            {
                yield return new Taken<T>(value, last, _replaced.GetValueOrDefault(key) ?? []);
            }
        }
    }

    /// <summary>Whether the row replaces an earlier one.</summary>
    bool Keep(string key, FileRow row)
    {
        var isFolded = _last.TryGetValue(key, out var earlier);
        if (isFolded)
        {
            if (!_replaced.TryGetValue(key, out var replaced))
            {
                _replaced[key] = replaced = [];
            }
            replaced.Add(earlier!);
        }
        _last[key] = row;
        return isFolded;
    }
}

/// <summary>Where a row stands: the number that names it, and its line in the file.</summary>
public sealed record FileRow(int Row, int Line);

/// <summary>A row that is taken, and the earlier rows of the same key that it replaced.</summary>
public sealed record Taken<T>(T Value, FileRow Place, IReadOnlyList<FileRow> Replaced)
{
    public IEnumerable<FileRow> Places => Replaced.Append(Place);
}

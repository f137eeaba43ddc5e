using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>
/// The rows of a table, read twice as a stream: first to check them all and to learn which row of a key is the last one taken,
/// then to give those. Only keys and findings are held in memory, never the rows.
/// </summary>
public sealed class ParsedRows<T>(Table table, Func<RowCells, Parsed<T>> parse, Func<T, string> keyOf)
    where T : class
{
    readonly Dictionary<string, int> _lastLine = [];

    /// <summary>Checks every row and writes what is found into the summary; <paramref name="onRejected"/> sees each refused row.</summary>
    public ImportSummary Check(Action<Parsed<T>>? onRejected = null)
    {
        var summary = new ImportSummary();
        _lastLine.Clear();
        foreach (var row in table.Rows().Select(parse))
        {
            summary.Note(row);
            if (row.Value is null)
            {
                onRejected?.Invoke(row);
                continue;
            }
            var key = keyOf(row.Value);
            summary.Folded += _lastLine.ContainsKey(key) ? 1 : 0;
            _lastLine[key] = row.Cells.Source.Line;
        }
        return summary;
    }

    /// <summary>The rows that are taken, each key once: its last row wins. <see cref="Check"/> comes first.</summary>
    public IEnumerable<T> Taken()
    {
        foreach (var row in table.Rows().Select(parse))
        {
            if (row.Value is { } value && _lastLine.TryGetValue(keyOf(value), out var line) && line == row.Cells.Source.Line)
            {
                yield return value;
            }
        }
    }
}

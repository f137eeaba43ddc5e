namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>A workbook or a CSV file, opened: its worksheets, and the rows of one of them as a stream that may be read again.</summary>
public abstract class TableFile(ReadingLimits limits) : IDisposable
{
    public abstract IReadOnlyList<Worksheet> Worksheets { get; }

    /// <summary>True where day numbers count from 1 January 1904 (old Macintosh workbooks).</summary>
    public virtual bool CountsFrom1904 => false;

    /// <summary>Text under the name of a workbook: it is read as the text it is, and told so where nothing in it fits.</summary>
    public bool IsTextNamedWorkbook { get; private set; }

    /// <summary>The rows that are not blank, from the first on; stops with an <see cref="UnusableFileException"/> where a limit is passed.</summary>
    public IEnumerable<SheetRow> Rows(Worksheet worksheet)
    {
        var count = 0;
        foreach (var row in ReadRows(worksheet).Where(row => !row.IsBlank))
        {
            if (++count > limits.Rows)
            {
                throw new UnusableFileException("too-many-rows", limits.Rows);
            }
            yield return row.Cells.Skip(limits.Columns).Any(cell => cell.Length > 0)
                ? throw new UnusableFileException("too-many-columns", limits.Columns)
                : row;
        }
    }

    protected abstract IEnumerable<SheetRow> ReadRows(Worksheet worksheet);

    public static TableFile Open(string path, ReadingLimits? limits = null) => Open(File.OpenRead(path), limits, path);

    /// <summary>Takes a seekable stream and closes it in the end. What the file is, its first bytes say, never its name; the name only helps to say what is wrong.</summary>
    public static TableFile Open(Stream stream, ReadingLimits? limits = null, string? name = null)
    {
        try
        {
            return OpenKnown(stream, limits ?? ReadingLimits.Default, Path.GetExtension(name ?? "").StartsWith(".xls", StringComparison.OrdinalIgnoreCase));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    static TableFile OpenKnown(Stream stream, ReadingLimits limits, bool isNamedWorkbook)
    {
        if (stream.Length > limits.FileBytes)
        {
            throw new UnusableFileException("too-large", limits.FileBytes / 1024 / 1024);
        }
        if (FileKinds.Of(stream) == FileKind.Csv)
        {
            return new CsvTableFile(stream, limits) { IsTextNamedWorkbook = isNamedWorkbook };
        }
        InflateGuard.Check(stream, limits);
        return new WorkbookTableFile(stream, limits);
    }
}

/// <summary>A worksheet by its name; a CSV file has one without a name.</summary>
public sealed record Worksheet(string Name, string PartId, bool IsHidden = false);

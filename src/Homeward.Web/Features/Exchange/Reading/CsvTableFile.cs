using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Homeward.Web.Features.Exchange.Writing;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Comma, semicolon or tab separated text.</summary>
public sealed class CsvTableFile : TableFile
{
    static readonly string[] Delimiters = [",", "\t", ";"];
    static readonly Worksheet Only = new("", "");
    readonly Stream _stream;
    readonly ReadingLimits _limits;
    readonly Encoding _encoding;
    readonly string _delimiter;

    public CsvTableFile(Stream stream, ReadingLimits limits) : base(limits)
    {
        _stream = stream;
        _limits = limits;
        _encoding = TextEncodings.Of(stream);
        _delimiter = DelimiterOf(Start());
    }

    public override IReadOnlyList<Worksheet> Worksheets => [Only];

    protected override IEnumerable<SheetRow> ReadRows(Worksheet worksheet)
    {
        using var parser = new CsvParser(Start(), Configuration(), leaveOpen: true);
        var line = 1;
        while (Read(parser))
        {
            if (parser.Record is { } cells)
            {
                RefuseLong(cells);
                yield return new SheetRow(line, Array.ConvertAll(cells, FormulaGuard.Unprefix));
            }
            line = parser.RawRow + 1;
        }
    }

    protected override void Dispose(bool disposing) => _stream.Dispose();

    StreamReader Start()
    {
        _stream.Position = 0;
        return new StreamReader(_stream, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    bool Read(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new UnusableFileException("cell-too-long", _limits.CellCharacters);
        }
    }

    /// <summary>The parser asks for the limit only where another field follows.</summary>
    void RefuseLong(string[] cells)
    {
        if (cells.Any(cell => cell.Length > _limits.CellCharacters))
        {
            throw new UnusableFileException("cell-too-long", _limits.CellCharacters);
        }
    }

    CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = _delimiter,
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = null,
        MaxFieldSize = _limits.CellCharacters,
    };

    static string DelimiterOf(StreamReader text)
    {
        var start = new char[8192];
        var length = text.ReadBlock(start);
        return Delimiters.MaxBy(delimiter => start.AsSpan(0, length).Count(delimiter[0]))!;
    }
}

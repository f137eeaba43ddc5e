using System.Globalization;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Reads the cells of one row to values and gathers what is wrong with them.</summary>
public sealed partial class RowReading(RowCells cells)
{
    readonly List<Broken> _reasons = [];
    readonly List<Broken> _warnings = [];
    readonly List<string> _repaired = [];

    public void Refuse(string code, params object[] values) => _reasons.Add(new Broken(code).With(values));

    public void Warn(string code, params object[] values) => _warnings.Add(new Broken(code).With(values));

    public SheetColumn Column(string key) => cells.Sheet[key];

    public Parsed<T> Finish<T>(Func<T> value) where T : class =>
        new(cells, _reasons.Count == 0 ? value() : null, _reasons, _repaired, _warnings);

    public string? Text(string key)
    {
        var column = Column(key);
        var text = column.Kind == ColumnKind.Notes ? PlainText.Notes(cells[key]) : PlainText.Line(cells[key]);
        return WithinLimit(column, text);
    }

    public string? Name(string key) => WithinLimit(Column(key), PlainText.Name(cells[key]));

    public DateOnly? Day(string key)
    {
        if (Written(key) is not { } text)
        {
            return null;
        }
        if (DayText.TryParse(text, cells.Table.CountsFrom1904, out var day))
        {
            return day;
        }
        Refuse("bad-date", Column(key), Short(text));
        return null;
    }

    /// <summary>A day that is never a reason to refuse.</summary>
    public DateOnly? DayIfAny(string key)
    {
        if (Written(key) is not { } text)
        {
            return null;
        }
        if (DayText.TryParse(text, cells.Table.CountsFrom1904, out var day))
        {
            return day;
        }
        Warn("bad-date", Column(key), Short(text));
        return null;
    }

    public int? Whole(string key, int first, int last)
    {
        if (Written(key) is not { } text)
        {
            return null;
        }
        if (!int.TryParse(PlainText.Narrow(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Refuse("bad-number", Column(key), Short(text));
            return null;
        }
        if (number < first || number > last)
        {
            Refuse("number-out-of-range", Column(key), number, first, last);
            return null;
        }
        return number;
    }

    /// <summary>A day that must be there, between birth and <paramref name="asOf"/>.</summary>
    public DateOnly? RequiredDay(string key, DateOnly asOf, DateOnly? bornOn)
    {
        var before = _reasons.Count;
        var day = Day(key);
        if (day is null && _reasons.Count == before)
        {
            Refuse("no-date", Column(key));
        }
        if (day > asOf)
        {
            Refuse("in-future", Column(key), day);
        }
        if (day < bornOn)
        {
            Refuse("before-birth", Column(key), day, bornOn!);
        }
        return day;
    }

    public string? Required(string key, Func<string, string?> read)
    {
        var before = _reasons.Count;
        var text = read(key);
        if (text is null && _reasons.Count == before)
        {
            Refuse("no-" + Kebab(key), Column(key));
        }
        return text;
    }

    string? Written(string key)
    {
        var text = PlainText.Line(cells[key]);
        return text.Length == 0 ? null : text;
    }

    string? WithinLimit(SheetColumn column, string text)
    {
        if (text.Length <= column.Max)
        {
            return text.Length == 0 ? null : text;
        }
        Refuse("too-long", column, text.Length, column.Max);
        return null;
    }

    static string Short(string text) => text.Length <= 60 ? text : text[..59] + '\u2026';

    static string Kebab(string key) => string.Concat(key.Select(letter => char.IsAsciiLetterUpper(letter) ? "-" + char.ToLowerInvariant(letter) : letter.ToString()));
}

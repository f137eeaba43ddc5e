using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Web.Features.Exchange.Reading;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Reads a day as offices write it: with signs or words between year, month and day, as eight digits, or as a spreadsheet's day number.</summary>
public static partial class DayText
{
    const int LastBareYear = 2200;

    public static bool TryParse(string text, bool countsFrom1904, out DateOnly day)
    {
        var narrow = PlainText.Narrow(PlainText.Line(text));
        if (Parts().Match(narrow) is { Success: true } parts)
        {
            var digits = $"{parts.Groups[1].Value}-{parts.Groups[2].Value.PadLeft(2, '0')}-{parts.Groups[3].Value.PadLeft(2, '0')}";
            return DateOnly.TryParseExact(digits, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        }
        if (EightDigits().IsMatch(narrow))
        {
            return DateOnly.TryParseExact(narrow, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        }
        var number = DayNumberOf(narrow, countsFrom1904);
        day = number ?? default;
        return number is not null;
    }

    /// <summary>Five digits, or four before May 1927 (a birth date); a bare year such as 2021 is refused below.</summary>
    static DateOnly? DayNumberOf(string text, bool countsFrom1904) =>
        Serial().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is > LastBareYear and var number
            ? DayNumber.ToDay(number, countsFrom1904) : null;

    // Between the parts: . / - or the words for year and month; after them the word for day, a time of day, or nothing.
    [GeneratedRegex(@"^(\d{4})\s*[./\-\u5E74\u3002\u00B7]\s*(\d{1,2})\s*[./\-\u6708\u3002\u00B7]\s*(\d{1,2})\s*[\u65E5\u53F7.]?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[0-9]{8}$")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^[0-9]{4,5}(\.[0-9]+)?$")]
    private static partial Regex Serial();
}

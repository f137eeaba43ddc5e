using System.Globalization;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>A spreadsheet's day numbers: from 1900 with a 29 February that never was, or from 1904.</summary>
public static class DayNumber
{
    static readonly DateOnly Before1900 = new(1899, 12, 30);
    static readonly DateOnly From1904 = new(1904, 1, 1);

    public static DateOnly? ToDay(double number, bool countsFrom1904)
    {
        var whole = Math.Floor(number);
        if (countsFrom1904)
        {
            return whole is >= 0 and <= 2_957_003 ? From1904.AddDays((int)whole) : null;
        }
        return whole is >= 1 and not 60 and <= 2_958_465 ? Before1900.AddDays((int)whole + (whole < 60 ? 1 : 0)) : null;
    }

    public static int FromDay(DateOnly day)
    {
        var number = day.DayNumber - Before1900.DayNumber;
        return number > 60 ? number : number - 1;
    }

    /// <summary>A numeric cell as text: the day where its style shows one, else the number without an exponent as far as it is whole.</summary>
    internal static string ToText(string text, bool showsDay, bool countsFrom1904)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return text;
        }
        if (showsDay && ToDay(number, countsFrom1904) is { } day)
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        return Math.Abs(number) < 1e15 && number == Math.Floor(number) ? number.ToString("0", CultureInfo.InvariantCulture) : text;
    }
}

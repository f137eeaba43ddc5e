using System.Text.RegularExpressions;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Phone numbers of a cell: mobile or land line, several with a stroke or a comma between them.</summary>
public static partial class PhoneText
{
    /// <summary>The numbers without spaces, hyphens and country code; one that looks like no number is kept as it was written.</summary>
    public static IReadOnlyList<string> Parse(string text, out bool allUsual)
    {
        var numbers = PlainText.Narrow(PlainText.Line(text))
            .Split([',', ';', '/', '|', '\u3001'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Bare).ToList();
        allUsual = numbers.All(number => Usual().IsMatch(number));
        return numbers;
    }

    static string Bare(string written)
    {
        var bare = Filling().Replace(written, "");
        bare = bare.StartsWith("+86", StringComparison.Ordinal) ? bare[3..] : bare;
        return Usual().IsMatch(bare) ? bare : written;
    }

    [GeneratedRegex(@"[\s\-()]")]
    private static partial Regex Filling();

    [GeneratedRegex(@"^(1[3-9][0-9]{9}|0[0-9]{9,11}|[2-9][0-9]{6,7})$")]
    private static partial Regex Usual();
}

using System.Text.RegularExpressions;

namespace Homeward.Web.Foundation;

/// <summary>An address that came with a request and is gone to next: of this site, fit for a header, or the start page.</summary>
public static partial class LocalAddress
{
    public const string Start = "/";

    /// <summary>A foreign address is never followed; letters outside ASCII are escaped as a browser would.</summary>
    public static string Of(string? url) =>
        url is "/" or ['/', not ('/' or '\\'), ..] && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl)
            ? BeyondAscii().Replace(url, run => Uri.EscapeDataString(run.Value)) : Start;

    [GeneratedRegex(@"[^\x21-\x7E]+")]
    private static partial Regex BeyondAscii();
}

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>
/// Keeps a text from being run as a formula. A workbook writes it as a text cell, which is never run; a CSV file has no types,
/// so there an apostrophe goes before it, and reading such a file takes exactly one away again.
/// </summary>
public static class FormulaGuard
{
    const string Dangerous = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Prefix(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Unprefix(string text) => text.StartsWith('\'') && IsDangerous(text) ? text[1..] : text;

    static bool IsDangerous(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && Dangerous.Contains(bare[0]);
    }
}

using System.CommandLine;
using System.Globalization;

namespace Homeward.Web.Commands;

/// <summary>Options that take a day as <c>yyyy-MM-dd</c>, and nothing else.</summary>
static class Days
{
    public static Option<DateOnly?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
            result.AddError($"{name} {text} is not a day; write it as 2026-11-23.");
            return null;
        },
    };
}

namespace Homeward.Web.Components.Forms;

/// <summary>One choice of a select, a radio group or a filter.</summary>
public sealed record Option(string Value, string Text, string? Group = null, string? Hint = null)
{
    /// <summary>The choices of an enum, named by keys such as <c>code.specimen.urine</c>.</summary>
    public static IReadOnlyList<Option> Of<T>(Func<T, string> name) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Option(value.ToString(), name(value)))];
}

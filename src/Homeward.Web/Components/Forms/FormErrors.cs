namespace Homeward.Web.Components.Forms;

/// <summary>One thing to mend: a sentence, and the field it belongs to (its form name, such as <c>Input.On</c>).</summary>
public sealed record FormError(string? Path, string Message)
{
    /// <summary>Key of the sentence, for programs.</summary>
    public string? Code { get; init; }
}

/// <summary>What stands in the way of one submission; every field looks up its own.</summary>
public sealed class FormErrors(IEnumerable<FormError> errors)
{
    public static FormErrors None { get; } = new([]);

    public IReadOnlyList<FormError> All { get; } = [.. errors.Distinct()];

    public bool Any => All.Count > 0;

    public IEnumerable<string> For(string path) => All.Where(error => error.Path == path).Select(error => error.Message);
}

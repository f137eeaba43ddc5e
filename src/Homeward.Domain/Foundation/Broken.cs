namespace Homeward.Domain.Foundation;

/// <summary>A rule that an act would break: a code such as <c>screening.positive-needs-two-witnesses</c> and the values its sentence names.</summary>
public sealed record Broken(string Code, string? Field = null)
{
    /// <summary>Values for the placeholders {0}, {1} … of the sentence in the word files.</summary>
    public IReadOnlyList<object> Values { get; init; } = [];

    public Broken With(params object[] values) => this with { Values = values };
}

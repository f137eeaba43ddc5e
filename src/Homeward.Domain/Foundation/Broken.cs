namespace Homeward.Domain.Foundation;

/// <summary>A rule that an act would break: a code such as <c>screening.positive-needs-two-witnesses</c> and the values its sentence names.</summary>
public sealed record Broken(string Code, string? Field = null)
{
    /// <summary>Values for the placeholders {0}, {1} … of the sentence in the word files.</summary>
    public IReadOnlyList<object> Values { get; init; } = [];

    /// <summary>Number in <c>rules.md</c>, for programs and for whoever traces a rule; people read the article of law in the sentence.</summary>
    public string? Rule { get; init; }

    public Broken With(params object[] values) => this with { Values = values };
}

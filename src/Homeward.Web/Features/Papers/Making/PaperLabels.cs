using Homeward.Domain.Papers;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>How a field is called on a paper of a kind: the word of the kind where there is one, otherwise the field's own.</summary>
public static class PaperLabels
{
    public static string Of(PaperKind kind, WrittenField field, Words words)
    {
        var own = $"papers.field-{kind}-{field}";
        return words.Has(own) ? words[own] : words["papers.field-" + Placeholders.Of(field)];
    }
}

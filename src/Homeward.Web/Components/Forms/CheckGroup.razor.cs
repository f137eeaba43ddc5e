using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Homeward.Web.Components.Forms;

/// <summary>Several choices of a list, ticked; the value is the list of their codes.</summary>
public partial class CheckGroup : InputBase<List<string>>
{
    [CascadingParameter] FormErrors? Errors { get; set; }
    [CascadingParameter] FormDraft? Restored { get; set; }

    [Parameter, EditorRequired] public IEnumerable<Option> Options { get; set; } = [];
    /// <summary>Instead of the word behind <c>[Display(Name)]</c>.</summary>
    [Parameter] public string? Label { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public int Span { get; set; } = 6;

    DisplayAttribute? Display => FieldIdentifier.Model.GetType().GetProperty(FieldIdentifier.FieldName)?.GetCustomAttribute<DisplayAttribute>();
    string Caption => Label ?? (Display?.Name is { } key ? Words[key] : FieldIdentifier.FieldName);
    string? HintText => Hint ?? (Display?.Description is { } key ? Words[key] : null);
    List<string> Messages => [.. Errors?.For(NameAttributeValue) ?? []];

    bool IsTicked(string value) => Restored?.Holds(NameAttributeValue, value) ?? CurrentValue?.Contains(value) == true;

    string? DescribedBy => Messages.Count > 0 ? $"{NameAttributeValue}-error" : HintText is not null ? $"{NameAttributeValue}-hint" : null;

    // Values arrive with a post and are read by the form mapping, never field by field.
    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out List<string> result, [NotNullWhen(false)] out string? validationErrorMessage) =>
        throw new NotSupportedException("A group is filled by a post.");
}

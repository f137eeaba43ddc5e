using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Homeward.Web.Components.Forms;

/// <summary>A labelled field. Label, hint, required mark and longest text come from the attributes on the input record.</summary>
public partial class Field<TValue> : InputBase<TValue>
{
    [CascadingParameter] FormErrors? Errors { get; set; }
    [CascadingParameter] FormDraft? Restored { get; set; }
    [CascadingParameter] FormMappingContext? Mapping { get; set; }
    [CascadingParameter] HttpContext? Http { get; set; }

    [Parameter] public FieldKind Kind { get; set; }
    /// <summary>Instead of the word behind <c>[Display(Name)]</c>.</summary>
    [Parameter] public string? Label { get; set; }
    /// <summary>Instead of the word behind <c>[Display(Description)]</c>.</summary>
    [Parameter] public string? Hint { get; set; }
    [Parameter] public IEnumerable<Option> Options { get; set; } = [];
    /// <summary>Width in sixths of the form: 2, 3 or 6.</summary>
    [Parameter] public int Span { get; set; } = 3;
    [Parameter] public int Rows { get; set; } = 3;
    [Parameter] public string? Unit { get; set; }
    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public string? Accept { get; set; }
    [Parameter] public string? Min { get; set; }
    [Parameter] public string? Max { get; set; }
    [Parameter] public string? Autocomplete { get; set; }
    [Parameter] public bool? Required { get; set; }

    PropertyInfo? Property => FieldIdentifier.Model.GetType().GetProperty(FieldIdentifier.FieldName);
    DisplayAttribute? Display => Property?.GetCustomAttribute<DisplayAttribute>();
    string Id => NameAttributeValue;
    string Caption => Label ?? (Display?.Name is { } key ? Words[key] : FieldIdentifier.FieldName);
    string? HintText => Hint ?? (Display?.Description is { } key ? Words[key] : null);
    bool IsRequired => Required ?? Property?.IsDefined(typeof(RequiredAttribute)) ?? false;
    int? Longest => Property?.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;
    List<string> Messages => [.. Errors?.For(NameAttributeValue) ?? []];
    string? Invalid => Messages.Count > 0 ? "true" : null;

    string? DescribedBy => (HintText is not null, Messages.Count > 0) switch
    {
        (false, false) => null,
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => $"{Id}-error {Id}-hint",
    };

    Dictionary<string, object> Wiring
    {
        get
        {
            var wiring = new Dictionary<string, object>(AdditionalAttributes ?? new Dictionary<string, object>()) { ["id"] = Id, ["name"] = NameAttributeValue };
            Put(wiring, "aria-describedby", DescribedBy);
            Put(wiring, "aria-invalid", Invalid);
            Put(wiring, "aria-required", IsRequired ? "true" : null);
            return wiring;
        }
    }

    /// <summary>What was typed, now or before the form was lost, even where it could not be read; otherwise the value.</summary>
    string? Typed => Shape is not (FieldKind.Password or FieldKind.File) && Restored?.Text(NameAttributeValue) is { } kept ? kept : Mapping?.GetAttemptedValue(NameAttributeValue) ?? (Unreadable ? Http!.Request.Form[NameAttributeValue].ToString() : CurrentValueAsString);

    bool Unreadable => Messages.Count > 0 && Shape != FieldKind.File && Http is { Request.HasFormContentType: true } http && http.Request.Form.ContainsKey(NameAttributeValue);

    bool IsTicked => Restored?.Holds(NameAttributeValue, "true") ?? CurrentValue is true;

    FieldKind Shape => Kind != FieldKind.Auto ? Kind : (Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)) switch
    {
        _ when Options.Any() => FieldKind.Select,
        var type when type == typeof(DateOnly) => FieldKind.Date,
        var type when type == typeof(TimeOnly) => FieldKind.Time,
        var type when type == typeof(DateTime) => FieldKind.Moment,
        var type when type == typeof(bool) => FieldKind.Checkbox,
        var type when typeof(IFormFile).IsAssignableFrom(type) => FieldKind.File,
        var type when type == typeof(decimal) || (type.IsPrimitive && type != typeof(char)) => FieldKind.Number,
        _ => FieldKind.Text,
    };

    // Numbers are typed as text: a browser empties type=number when it cannot read it, and what was typed would be lost.
    string InputType => Shape switch
    {
        FieldKind.Date => "date",
        FieldKind.Month => "month",
        FieldKind.Time => "time",
        FieldKind.Moment => "datetime-local",
        FieldKind.Password => "password",
        FieldKind.Tel => "tel",
        FieldKind.Email => "email",
        _ => "text",
    };

    string? InputMode => Shape == FieldKind.Number ? "decimal" : null;

    protected override string? FormatValueAsString(TValue? value) => Shape == FieldKind.Password ? null : value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        IFormFile => null,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // Values arrive with a post and are read by the form mapping, never field by field.
    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out TValue result, [NotNullWhen(false)] out string? validationErrorMessage) =>
        throw new NotSupportedException("A field is filled by a post.");

    static void Put(Dictionary<string, object> wiring, string name, string? value)
    {
        if (value is not null)
        {
            wiring[name] = value;
        }
    }
}

using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Foundation;

namespace Homeward.Web.Components.Forms;

/// <summary>Checks DataAnnotations through the whole input, nested records and lists too, and answers in the reader's language.
/// An attribute's ErrorMessage is a key of the word files; without one the kind of attribute has its own sentence.
/// What nobody can see (control characters, direction marks) is taken out of every text on the way.</summary>
public sealed class GraphValidator(Words words)
{
    /// <summary>What a text may have that names no length of its own: as much as its column takes.</summary>
    const int UsualLength = 200;

    /// <summary>What a property of an input must keep to; read once, because every request asks.</summary>
    sealed record Checked(PropertyInfo Property)
    {
        public ValidationAttribute[] Rules { get; } = [.. Property.GetCustomAttributes<ValidationAttribute>()];
        public bool HasLength { get; } = Property.IsDefined(typeof(StringLengthAttribute));
    }

    static readonly ConcurrentDictionary<Type, Checked[]> known = new();

    readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<FormError> Check(object input, string path)
    {
        if (!seen.Add(input))
        {
            return [];
        }
        return known.GetOrAdd(input.GetType(), PropertiesOf)
            .SelectMany(one => OfProperty(input, one, path.Length == 0 ? one.Property.Name : $"{path}.{one.Property.Name}")).Concat(OfWhole(input, path));
    }

    static Checked[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => new Checked(property))];

    IEnumerable<FormError> OfProperty(object input, Checked one, string path)
    {
        var property = one.Property;
        var value = Cleaned(input, property);
        var context = new ValidationContext(input) { MemberName = property.Name };
        var broken = one.Rules.FirstOrDefault(rule => rule.GetValidationResult(value, context) is not null) ?? Usual(one, value);
        if (broken is not null)
        {
            var (code, values) = Sentence(broken, FieldLabels.Of(property, words));
            return [new FormError(path, words[code, values]) { Code = code }];
        }
        if (value is DateOnly day && !Calendar.Has(day))
        {
            return [new FormError(path, words["ui.day-impossible", FieldLabels.Of(property, words), Calendar.FirstYear, Calendar.LastYear]) { Code = "ui.day-impossible" }];
        }
        if (Choices(value).Any(choice => !Enum.IsDefined(choice.GetType(), choice)))
        {
            return [new FormError(path, words["ui.not-in-list", FieldLabels.Of(property, words)]) { Code = "ui.not-in-list" }];
        }
        return value switch
        {
            null or string or byte[] or IFormFile => [],
            IEnumerable list => list.Cast<object?>().SelectMany((item, index) => item is not null && IsOurs(item) ? Check(item, $"{path}[{index}]") : []),
            _ => IsOurs(value) ? Check(value, path) : [],
        };
    }

    /// <summary>A browser may post a number where a choice is asked for, and binding takes any: only what the list has may be kept, for what is kept is read by name.</summary>
    static IEnumerable<Enum> Choices(object? value) => value switch
    {
        Enum choice => [choice],
        null or string or byte[] => [],
        IDictionary map => map.Values.OfType<Enum>(),
        IEnumerable list => list.OfType<Enum>(),
        _ => [],
    };

    /// <summary>A secret stays as it was typed.</summary>
    static object? Cleaned(object input, PropertyInfo property)
    {
        var value = property.GetValue(input);
        if (!property.CanWrite || property.Name.Contains("Password", StringComparison.Ordinal))
        {
            return value;
        }
        object? clean = value switch
        {
            string text => PlainText.Notes(text),
            List<string> texts => texts.ConvertAll(text => PlainText.Notes(text ?? "")),
            _ => value,
        };
        if (!ReferenceEquals(clean, value))
        {
            property.SetValue(input, clean);
        }
        return clean;
    }

    static StringLengthAttribute? Usual(Checked one, object? value) =>
        value is string { Length: > UsualLength } && !one.HasLength ? new StringLengthAttribute(UsualLength) : null;

    IEnumerable<FormError> OfWhole(object input, string path) => input is not IValidatableObject whole ? [] :
        whole.Validate(new ValidationContext(input)).Select(result => new FormError(
            result.MemberNames.FirstOrDefault() is { } member ? $"{path}.{member}" : null, words[result.ErrorMessage ?? "ui.bad-value"]));

    static (string Code, object?[] Values) Sentence(ValidationAttribute rule, string label) => rule switch
    {
        { ErrorMessage: { } key } => (key, [label]),
        RequiredAttribute => ("ui.required", [label]),
        StringLengthAttribute { MinimumLength: > 0 } length => ("ui.length-between", [label, length.MinimumLength, length.MaximumLength]),
        StringLengthAttribute length => ("ui.too-long", [label, length.MaximumLength]),
        MaxLengthAttribute length => ("ui.too-long", [label, length.Length]),
        RangeAttribute range => ("ui.out-of-range", [label, range.Minimum, range.Maximum]),
        CodeOfAttribute => ("ui.not-in-list", [label]),
        _ => ("ui.bad-value", [label]),
    };

    static bool IsOurs(object value) => value.GetType() is { IsClass: true } type && type.Namespace?.StartsWith("Homeward", StringComparison.Ordinal) == true;
}

using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Homeward.Web.Foundation;

namespace Homeward.Web.Components.Forms;

/// <summary>Checks DataAnnotations through the whole input, nested records and lists too, and answers in the reader's language.
/// An attribute's ErrorMessage is a key of the word files; without one the kind of attribute has its own sentence.</summary>
public sealed class GraphValidator(Words words)
{
    readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<FormError> Check(object input, string path)
    {
        if (!seen.Add(input))
        {
            return [];
        }
        var properties = input.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
        return properties.SelectMany(property => OfProperty(input, property, $"{path}.{property.Name}")).Concat(OfWhole(input, path));
    }

    IEnumerable<FormError> OfProperty(object input, PropertyInfo property, string path)
    {
        var value = property.GetValue(input);
        var context = new ValidationContext(input) { MemberName = property.Name };
        var broken = property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => rule.GetValidationResult(value, context) is not null);
        if (broken is not null)
        {
            return [new FormError(path, Sentence(broken, FieldLabels.Of(property, words)))];
        }
        return value switch
        {
            null or string or IFormFile => [],
            IEnumerable list => list.Cast<object?>().SelectMany((item, index) => item is not null && IsOurs(item) ? Check(item, $"{path}[{index}]") : []),
            _ => IsOurs(value) ? Check(value, path) : [],
        };
    }

    IEnumerable<FormError> OfWhole(object input, string path) => input is not IValidatableObject whole ? [] :
        whole.Validate(new ValidationContext(input)).Select(result => new FormError(
            result.MemberNames.FirstOrDefault() is { } member ? $"{path}.{member}" : null, words[result.ErrorMessage ?? "ui.bad-value"]));

    string Sentence(ValidationAttribute rule, string label) => rule switch
    {
        { ErrorMessage: { } key } => words[key, label],
        RequiredAttribute => words["ui.required", label],
        StringLengthAttribute { MinimumLength: > 0 } length => words["ui.length-between", label, length.MinimumLength, length.MaximumLength],
        StringLengthAttribute length => words["ui.too-long", label, length.MaximumLength],
        MaxLengthAttribute length => words["ui.too-long", label, length.Length],
        RangeAttribute range => words["ui.out-of-range", label, range.Minimum, range.Maximum],
        _ => words["ui.bad-value", label],
    };

    static bool IsOurs(object value) => value.GetType() is { IsClass: true } type && type.Namespace?.StartsWith("Homeward", StringComparison.Ordinal) == true;
}

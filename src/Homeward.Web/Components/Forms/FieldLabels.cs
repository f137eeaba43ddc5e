using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Homeward.Web.Foundation;

namespace Homeward.Web.Components.Forms;

/// <summary>What a field is called: the word behind <c>[Display(Name = key)]</c> on the input record.</summary>
public static partial class FieldLabels
{
    public static string Of(PropertyInfo property, Words words) => property.GetCustomAttribute<DisplayAttribute>()?.Name is { } key ? words[key] : property.Name;

    /// <summary>The label of a path such as <c>Input.Results[1].Outcome</c>.</summary>
    public static string Of(Type input, string path, Words words)
    {
        PropertyInfo? property = null;
        var type = input;
        foreach (var name in Index().Replace(path, "").Split('.').Skip(1))
        {
            property = type.GetProperty(name);
            if (property is null)
            {
                return path;
            }
            type = ItemOf(property.PropertyType);
        }
        return property is null ? path : Of(property, words);
    }

    static Type ItemOf(Type type) => type.IsGenericType && type != typeof(string) ? type.GetGenericArguments()[0] : type.GetElementType() ?? type;

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();
}

using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Homeward.Data.CodeLists;
using Homeward.Domain.Foundation;

namespace Homeward.Web.Foundation.Api;

/// <summary>The texts of this field are codes of the list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeOfAttribute(string list) : Attribute
{
    public string List => list;
}

/// <summary>Every text of a body has a limit, and a code is a known one; what is more is refused before an operation sees it.</summary>
sealed class BodyLimits : IEndpointFilter
{
    public static readonly Broken TooLong = new("api.too-long");
    public static readonly Broken TooMany = new("api.too-many");
    public static readonly Broken UnknownCode = new("api.unknown-code");
    const int LongestText = 200;
    const int MostItems = 50;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        RulesBrokenException.ThrowIfAny([.. context.Arguments.OfType<IApiBody>().SelectMany(WhyNot)]);
        return await next(context);
    }

    static IEnumerable<Broken> WhyNot(IApiBody body) => body.GetType().GetProperties().SelectMany(property => WhyNot(property, property.GetValue(body)));

    static IEnumerable<Broken> WhyNot(PropertyInfo property, object? value)
    {
        string[] texts = value switch
        {
            string text => [text],
            IDictionary map => [.. map.Keys.OfType<string>()],
            IEnumerable<string> list => [.. list],
            _ => [],
        };
        var longest = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? LongestText;
        if (texts.Length > MostItems)
        {
            yield return (TooMany with { Field = property.Name }).With(MostItems);
        }
        else if (texts.Any(text => text.Length > longest))
        {
            yield return (TooLong with { Field = property.Name }).With(longest);
        }
        else if (property.GetCustomAttribute<CodeOfAttribute>() is { } codes && texts.FirstOrDefault(text => !CodeList.Has(codes.List, text)) is { } unknown)
        {
            yield return (UnknownCode with { Field = property.Name }).With(unknown);
        }
    }
}

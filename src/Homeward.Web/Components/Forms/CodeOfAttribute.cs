using System.ComponentModel.DataAnnotations;
using Homeward.Data.CodeLists;

namespace Homeward.Web.Components.Forms;

/// <summary>The value, each item or each key is a code of the list; anything else would be free text in clear.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeOfAttribute(string list) : ValidationAttribute
{
    public string List => list;

    public override bool IsValid(object? value) => value switch
    {
        null or "" => true,
        string code => CodeList.Has(list, code),
        IEnumerable<string> codes => codes.All(code => CodeList.Has(list, code)),
        System.Collections.IDictionary byCode => byCode.Keys.Cast<string>().All(code => CodeList.Has(list, code)),
        _ => false,
    };
}

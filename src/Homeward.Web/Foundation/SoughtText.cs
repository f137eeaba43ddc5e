using System.Buffers.Text;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Foundation;

/// <summary>
/// What somebody seeks in a list is mostly a name, so it never stands in an address: the search is posted and comes back as <c>s</c>, sealed for the account.
/// Such an address can be kept and paged like any other; to anybody else, and to a proxy's log, it says nothing.
/// </summary>
public sealed class SoughtText(Keyring keys, CurrentActor current)
{
    /// <summary>Name of the value in the address.</summary>
    public const string Sealed = "s";

    /// <summary>Name of the field in which it is typed.</summary>
    public const string Typed = "q";
    const string Page = "_page";
    const int Longest = 100;
    const int LongestSealed = 600;

    public string Seal(string text) => Base64Url.EncodeToString(keys.Seal(text, SealedColumn.SoughtText, current.Actor.AccountId).ToStored());

    /// <summary>Null where it cannot be opened: cut short, made up, or sealed for somebody else.</summary>
    public string? Open(string written)
    {
        try
        {
            return written.Length > LongestSealed ? null : keys.Open(new Sealed(Base64Url.DecodeFromChars(written)), SealedColumn.SoughtText, current.Actor.AccountId);
        }
        catch (Exception fault) when (fault is FormatException or SealBrokenException)
        {
            return null;
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/search", Seek).Access(Permission.OwnAccount, "search");

    /// <summary>The page's address with the filters of the form; the text goes in sealed.</summary>
    static RedirectHttpResult Seek([FromForm] IFormCollection form, SoughtText sought)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in form.Where(field => !field.Key.StartsWith('_') && field.Key is not Typed and not Sealed && field.Value is [{ Length: > 0 and <= Longest }]))
        {
            query.Add(name, value.ToString());
        }
        var text = form[Typed].ToString().Trim();
        if (text.Length > 0)
        {
            query.Add(Sealed, sought.Seal(text.Length > Longest ? text[..Longest] : text));
        }
        var page = LocalAddress.Of(form[Page].ToString());
        return TypedResults.LocalRedirect(new PathString(page.Split('?', '#')[0]) + query.ToQueryString());
    }
}

using Homeward.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Homeward.Web.Features.Trust;

/// <summary>Refuses passwords that anybody would try first: well-known words and runs, alone or doubled, and the user name itself.</summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    static readonly string[] Parts =
    [
        "password", "passw0rd", "qwertyuiop", "qwerty", "1qaz2wsx", "asdfghjkl", "zxcvbnm", "iloveyou", "woaini", "letmein", "welcome", "admin", "administrator", "homeward",
        "changeme", "abc123", "abcdef", "a1b2c3", "520", "1314", "5201314", "666", "888", "123321", "monkey", "dragon", "football", "baseball", "sunshine", "princess", "shanghai", "beijing",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var left = password?.ToLowerInvariant() ?? "";
        if (user.UserName is { Length: > 2 } name)
        {
            left = left.Replace(name.ToLowerInvariant(), "", StringComparison.Ordinal);
        }
        foreach (var part in Parts.OrderByDescending(part => part.Length))
        {
            left = left.Replace(part, "", StringComparison.Ordinal);
        }
        var own = WithoutRuns(left);
        return Task.FromResult(own.Length >= 6 ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "PasswordCommon" }));
    }

    /// <summary>Drops each character that repeats the one before or goes on from it by one.</summary>
    static string WithoutRuns(string text) => new([.. text.Where((letter, at) => at == 0 || Math.Abs(letter - text[at - 1]) > 1)]);
}

using Homeward.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Homeward.Web.Features.Trust;

/// <summary>Accounts, sessions, reveals and the audit.</summary>
public static class TrustFeature
{
    public static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 5;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.User.AllowedUserNameCharacters = "";
        })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<CommonPasswords>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        return services.AddScoped<SignIn>().AddScoped<EndSession>().AddScoped<CreateAccount>().AddScoped<OwnAccount>().AddScoped<FirstAdministrator>().AddScoped<DemoAccounts>();
    }

    /// <summary>An address of this site, or the start page: a foreign one is never followed.</summary>
    public static string Local(string? url) =>
        url is ['/', not ('/' or '\\'), ..] && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl) ? url : "/";
}

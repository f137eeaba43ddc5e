using Homeward.Data.Accounts;
using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Identity;
using static MudBlazor.Icons.Material;

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
        return services.AddScoped<SignIn>().AddScoped<EndSession>().AddScoped<CreateAccount>().AddScoped<OwnAccount>().AddScoped<FirstAdministrator>().AddScoped<DemoAccounts>().AddSingleton<AuditWords>()
            .AddSingleton(new MenuEntry("trust.audit", "/audit", Outlined.FactCheck, "ui.menu-trust", 95) { Permission = nameof(Permission.ReadAudit) });
    }
}

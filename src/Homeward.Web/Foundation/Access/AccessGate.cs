using Homeward.Data;
using Homeward.Web.Components.Layout;
using Microsoft.AspNetCore.Authorization;

namespace Homeward.Web.Foundation.Access;

/// <summary>Answers the declaration of an endpoint: does a grant of the caller allow it; and opens the database with that grant's scope.</summary>
public sealed class AccessGate(CurrentActor current, UnitTree units, Db db, IHttpContextAccessor http) : AuthorizationHandler<AccessAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessAttribute requirement)
    {
        var actor = current.Actor;
        if (actor.May(requirement.Permission))
        {
            db.Scope = actor.IsSignedIn ? actor.ScopeFor(requirement.Permission, units) : Data.Scoping.Scope.Nothing;
            db.Trail = actor.Trail(requirement.Permission, http.HttpContext?.TraceIdentifier);
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }
}

public static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<UnitTree>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<ActorRows>();
        services.AddSingleton<Looks>();
        services.AddScoped<ActorSource>();
        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped<IAuthorizationHandler, AccessGate>();
        services.AddSingleton<MaySee>((context, permission) =>
            Enum.TryParse<Permission>(permission, out var asked) && context.RequestServices.GetRequiredService<CurrentActor>().Actor.May(asked));
        services.AddAuthentication(Authentication.Name).AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, Authentication>(Authentication.Name, null);
        services.AddAuthorization(options =>
        {
            // The declaration itself is the policy; what carries none is denied.
            options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build();
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            options.InvokeHandlersAfterFailure = false;
        });
        services.AddCascadingAuthenticationState();
        return services;
    }
}

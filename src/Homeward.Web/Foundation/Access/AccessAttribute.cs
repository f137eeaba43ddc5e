using Microsoft.AspNetCore.Authorization;

namespace Homeward.Web.Foundation.Access;

/// <summary>The declaration that every page and endpoint carries: what it does and to which resource. The fallback denies what carries none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Permission permission, string resource) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    /// <summary>The noun it touches, e.g. <c>client</c>.</summary>
    public string Resource { get; } = resource;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

public static class AccessDeclaration
{
    public static T Access<T>(this T endpoint, Permission permission, string resource) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessAttribute(permission, resource));
}

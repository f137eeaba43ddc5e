using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;

namespace Homeward.Web.Foundation.Access;

/// <summary>Who makes this request, with the grants in force today.</summary>
public sealed class Actor
{
    public static readonly Actor Nobody = new() { UserName = "", DisplayName = "" };

    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public Guid AccountId { get; init; }
    public Guid? StaffId { get; init; }
    public Guid? SessionId { get; init; }
    public IReadOnlyList<ActorGrant> Grants { get; init; } = [];

    /// <summary>Something typed and not saved waits for this account.</summary>
    public bool HasDrafts { get; init; }

    public bool IsSignedIn => AccountId != Guid.Empty;

    public bool May(Permission permission) =>
        permission == Permission.Anyone || (IsSignedIn && (permission == Permission.OwnAccount || Grants.Any(grant => grant.Role.Allows(permission))));

    /// <summary>The units that the grants allowing this permission reach, with all that hangs under them in either tree; a grant on the city reaches the organisations that work for it too.</summary>
    public Scope ScopeFor(Permission permission, UnitTree units)
    {
        var reached = Grants.Where(grant => grant.Role.Allows(permission)).Select(grant => grant.UnitId).ToList();
        return reached.Any(units.IsCity) ? units.Whole : Scope.Of(reached.SelectMany(units.WithBelow).Distinct());
    }

    public Trail Trail(Permission permission, string? requestId)
    {
        var grant = Grants.FirstOrDefault(held => held.Role.Allows(permission));
        return new Trail
        {
            Actor = UserName,
            AccountId = IsSignedIn ? AccountId : null,
            StaffId = StaffId,
            Role = grant?.Role.ToString(),
            UnitId = grant?.UnitId,
            Purpose = grant?.Purpose,
            RequestId = requestId,
        };
    }
}

/// <summary>One grant in force.</summary>
public sealed record ActorGrant(Role Role, Guid UnitId, string Purpose);

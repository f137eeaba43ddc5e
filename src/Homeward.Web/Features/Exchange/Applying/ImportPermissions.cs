using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>What somebody must be allowed to do to import a sheet.</summary>
public static class ImportPermissions
{
    public static Permission Of(string sheet) => sheet switch
    {
        "units" => Permission.WriteOrganisation,
        "staff" => Permission.WriteStaff,
        _ => Permission.Import,
    };
}

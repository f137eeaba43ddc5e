using Homeward.Domain.Organisation;

namespace Homeward.Web.Foundation.Access;

/// <summary>What an endpoint or page does; every one of them declares its permission, and nothing else is reachable.</summary>
public enum Permission
{
    /// <summary>Sign-in page, health, errors: no account needed.</summary>
    Anyone,

    /// <summary>One's own account: anybody who is signed in.</summary>
    OwnAccount,
    ReadClients,
    WriteClients,
    RevealClients,
    AssignClients,
    WriteMeasures,

    /// <summary>The legal steps that a second pair of eyes confirms (R1.16, R2.19): overdue, breach, hand-over to the police.</summary>
    ConfirmMeasures,

    /// <summary>The second person of a change of risk (R2.38).</summary>
    ConfirmRisk,

    /// <summary>The factors by which risk is looked at: head office, and the narcotics office whose annex it is (R2.35).</summary>
    WriteRiskTemplate,

    /// <summary>Opens and closes a campaign for a whole unit.</summary>
    ManageCampaigns,

    /// <summary>Releases from isolation centres: seen by the centre and by the receiving unit.</summary>
    ReadReleases,

    /// <summary>The centre's side: announce, change, withdraw.</summary>
    AnnounceReleases,

    /// <summary>The receiving unit's side: accept, prepare, visit, collect, take the papers.</summary>
    ReceiveReleases,
    RecordScreens,
    AnnulScreens,
    RecordContacts,

    /// <summary>The papers that were made of a case, apart from what else stands in the client's file: the office signs and sends them (R1.1, R1.17, R1.32).</summary>
    ReadPapers,

    /// <summary>Making, serving and voiding papers.</summary>
    MakePapers,

    /// <summary>The templates that an organisation uses instead of the product's.</summary>
    WriteTemplates,
    ReadWorklist,
    SettleObligations,
    ReadOrganisation,
    WriteOrganisation,
    WriteStaff,
    WriteGrants,
    Import,
    Export,
    ReadFigures,
    ReadAudit,
}

/// <summary>Which role may do what (rules R6.16, security.md point 4). The row visibility inside a permission is the scope's.</summary>
public static class Permissions
{
    static readonly Permission[] Caseworker =
    [
        Permission.OwnAccount, Permission.ReadClients, Permission.WriteClients, Permission.RevealClients, Permission.WriteMeasures, Permission.RecordScreens, Permission.AnnulScreens,
        Permission.RecordContacts, Permission.ReadPapers, Permission.MakePapers, Permission.ReadWorklist, Permission.SettleObligations, Permission.ReadOrganisation, Permission.Import, Permission.Export, Permission.ReadFigures,
        Permission.ReadReleases, Permission.ReceiveReleases,
    ];

    static readonly Dictionary<Role, HashSet<Permission>> ByRole = new()
    {
        [Role.Worker] = [.. Caseworker],
        [Role.PointLeader] = [.. Caseworker, Permission.AssignClients, Permission.ConfirmMeasures, Permission.ConfirmRisk],
        [Role.StationHead] = [.. Caseworker, Permission.AssignClients, Permission.ConfirmMeasures, Permission.ConfirmRisk, Permission.ManageCampaigns, Permission.WriteStaff],
        [Role.HeadOffice] =
        [
            Permission.OwnAccount, Permission.ReadClients, Permission.RevealClients, Permission.ReadPapers, Permission.ReadWorklist, Permission.AssignClients, Permission.ReadOrganisation,
            Permission.WriteOrganisation, Permission.WriteStaff, Permission.Export, Permission.ReadFigures, Permission.WriteTemplates, Permission.WriteRiskTemplate, Permission.ManageCampaigns, Permission.ReadReleases,
        ],
        [Role.Supervisor] = [Permission.OwnAccount, Permission.ReadOrganisation, Permission.ReadFigures],
        [Role.Peer] = [Permission.OwnAccount],
        [Role.Hotline] = [Permission.OwnAccount],
        [Role.Publicity] = [Permission.OwnAccount],
        [Role.StreetOffice] =
        [
            Permission.OwnAccount, Permission.ReadFigures, Permission.WriteMeasures, Permission.ConfirmMeasures, Permission.ReadPapers, Permission.MakePapers, Permission.ReadReleases, Permission.ReceiveReleases,
        ],
        [Role.NarcoticsOffice] = [Permission.OwnAccount, Permission.ReadOrganisation, Permission.ReadFigures, Permission.WriteRiskTemplate],
        [Role.Liaison] = [Permission.OwnAccount, Permission.ReadReleases, Permission.AnnounceReleases],
        [Role.Auditor] = [Permission.OwnAccount, Permission.ReadAudit],
        [Role.SecurityAdministrator] = [Permission.OwnAccount, Permission.ReadOrganisation, Permission.WriteGrants],
        [Role.SystemAdministrator] = [Permission.OwnAccount, Permission.ReadOrganisation, Permission.WriteOrganisation],
    };

    public static bool Allows(this Role role, Permission permission) => permission == Permission.Anyone || ByRole[role].Contains(permission);
}

namespace Homeward.Domain.Organisation;

/// <summary>What somebody may be in a unit (rules R6.16; security.md point 4).</summary>
public enum Role
{
    Worker,
    PointLeader,
    StationHead,
    HeadOffice,
    Supervisor,
    Peer,
    Hotline,
    Publicity,
    StreetOffice,
    NarcoticsOffice,

    /// <summary>Speaks for an isolation centre: announces releases and sees nothing else (rules R3.8, R6.16).</summary>
    Liaison,
    Auditor,
    SecurityAdministrator,
    SystemAdministrator,
}

/// <summary>Which roles keep apart from which.</summary>
public static class Roles
{
    /// <summary>The three administrator roles exclude one another and every case role.</summary>
    public static bool Administers(this Role role) => role is Role.Auditor or Role.SecurityAdministrator or Role.SystemAdministrator;
}

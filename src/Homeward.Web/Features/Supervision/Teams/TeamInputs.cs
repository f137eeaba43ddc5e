using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision.Teams;

/// <summary>What the form of a new member takes: a name, or why no family is there.</summary>
public sealed class TeamInput
{
    [Display(Name = "team.role"), Required]
    public TeamRole? Role { get; set; }

    [Display(Name = "people.name"), StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "people.phone"), StringLength(30)]
    public string? Phone { get; set; }

    [Display(Name = "team.no-family", Description = "team.no-family-hint"), StringLength(40)]
    public string? NoFamilyReason { get; set; }

    [Display(Name = "supervision.from"), Required]
    public DateOnly? From { get; set; }
}

/// <summary>What the form takes that annuls a wrong record of the team.</summary>
public sealed class TeamAnnulInput
{
    [Display(Name = "ui.reason"), StringLength(500)]
    public string? Reason { get; set; }

    public int Version { get; set; }
}

/// <summary>What the form of a member who leaves takes.</summary>
public sealed class TeamLeaveInput
{
    [Display(Name = "team.last-day"), Required]
    public DateOnly? On { get; set; }

    public int Version { get; set; }
}

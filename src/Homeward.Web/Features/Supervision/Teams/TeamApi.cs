using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Teams;

/// <summary><c>/measures/{id}/team</c>: the work team of a community measure (rules R1.22, R1.23).</summary>
static class TeamApi
{
    public static void MapTeams(this RouteGroupBuilder api)
    {
        api.MapGet("/measures/{id:guid}/team", ReadAsync).Access(Permission.WriteMeasures, "measure").WithSummary("The work team: who stands, who left, and which of the five roles are empty.");
        api.MapPost("/measures/{id:guid}/team", JoinAsync).Access(Permission.WriteMeasures, "measure").WithSummary("Puts somebody into the team, or records with noFamilyReason why no family is there.");
        api.MapPost("/team-members/{id:guid}/leave", LeaveAsync).Access(Permission.WriteMeasures, "teamMember").WithSummary("The last day of a member; the record stays. If-Match is obeyed where given.");
        api.MapPost("/team-members/{id:guid}/annul", AnnulAsync).Access(Permission.WriteMeasures, "teamMember").WithSummary("Takes a wrong record out of the team, with a reason; it stays visible. If-Match is obeyed where given.");
    }

    static async Task<ApiAnswer> AnnulAsync(Guid id, ApiTeamAnnul body, Db db, JoinTeam join, TeamReader reader, HttpContext http, CancellationToken ct)
    {
        var member = await join.AnnulAsync(id, await http.VersionAsync(db.TeamMembers, id, ct), body.Reason, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiTeamMember.Of(reader.Line(member)), version: member.Version);
    }

    static async Task<Ok<ApiTeam>> ReadAsync(Guid id, Db db, TeamReader reader, ShanghaiClock clock, CancellationToken ct)
    {
        var measure = await db.Measures.AsNoTracking().RequireAsync(id, ct);
        var team = await reader.OfAsync(id, ct);
        var missing = new WorkTeam([.. team.Select(line => line.Member)]).MissingFor(measure, clock.Today);
        return TypedResults.Ok(new ApiTeam(missing.Count == 0, missing, [.. team.Select(ApiTeamMember.Of)]));
    }

    static async Task<ApiAnswer> JoinAsync(Guid id, ApiTeamSeat body, JoinTeam join, TeamReader reader, CancellationToken ct)
    {
        var member = await join.RunAsync(Ids.New(), id, new TeamInput { Role = body.Role, Name = body.Name, Phone = body.Phone, NoFamilyReason = body.NoFamilyReason, From = body.From }, ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiTeamMember.Of(reader.Line(member)), $"{ApiSetup.Prefix}/measures/{id}/team", member.Version);
    }

    static async Task<ApiAnswer> LeaveAsync(Guid id, ApiTeamLeave body, Db db, JoinTeam join, TeamReader reader, HttpContext http, CancellationToken ct)
    {
        var member = await join.LeaveAsync(id, await http.VersionAsync(db.TeamMembers, id, ct), body.On, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiTeamMember.Of(reader.Line(member)), version: member.Version);
    }
}

/// <summary>A work team as the API shows one.</summary>
public sealed record ApiTeam(bool Complete, IReadOnlyList<TeamRole> Missing, IReadOnlyList<ApiTeamMember> Members);

/// <summary>One place in the team; the phone is masked.</summary>
public sealed record ApiTeamMember(Guid Id, Guid MeasureId, TeamRole Role, string? Name, string? Phone, string? NoFamilyReason, DateOnly From, DateOnly? To, DateOnly? AnnulledOn, string? AnnulReason, int Version)
{
    public static ApiTeamMember Of(TeamLine line) => new(line.Member.Id, line.Member.MeasureId, line.Member.Role, line.Name, line.Phone, line.Member.NoFamilyReason, line.Member.From, line.Member.To, line.Member.AnnulledOn, line.AnnulReason, line.Member.Version);
}

/// <summary>Who joins the team, or why no family is there.</summary>
public sealed record ApiTeamSeat : IApiBody
{
    public required TeamRole Role { get; init; }
    public required DateOnly From { get; init; }
    [StringLength(60)]
    public string? Name { get; init; }
    [StringLength(30)]
    public string? Phone { get; init; }
    [CodeOf("noFamilyReason")]
    public string? NoFamilyReason { get; init; }
}

/// <summary>Why a record of the team is wrong.</summary>
public sealed record ApiTeamAnnul : IApiBody
{
    [StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>The last day of a member.</summary>
public sealed record ApiTeamLeave : IApiBody
{
    public required DateOnly On { get; init; }
}

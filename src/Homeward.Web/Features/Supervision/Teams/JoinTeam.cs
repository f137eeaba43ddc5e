using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Teams;

/// <summary>Puts somebody into the work team of a measure, or records why no family is there (rules R1.22, R1.23).</summary>
public sealed class JoinTeam(Db db, Keyring keys, Actor actor, ShanghaiClock clock)
{
    public static readonly Broken ReasonMissing = new("team.reason-missing", "Reason");
    public static readonly Broken ReasonUnknown = new("team.reason-unknown", "NoFamilyReason");

    /// <summary>Most members of one measure that are read: those who left stay on record.</summary>
    public const int MostRead = 200;

    /// <param name="recordId">The id given by the form: a second submit of the same form is the same member.</param>
    /// <param name="measureId">The measure.</param>
    /// <param name="input">Who, in which role, from when.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<TeamMember> RunAsync(Guid recordId, Guid measureId, TeamInput input, CancellationToken ct)
    {
        var measure = await db.Measures.RequireAsync(measureId, ct);
        var team = await db.TeamMembers.AsNoTracking().Where(member => member.MeasureId == measureId).OrderByDescending(member => member.From).Take(MostRead).ToListAsync(ct);
        if (team.FirstOrDefault(member => member.Id == recordId) is { } same)
        {
            return same;
        }
        var digits = ClientSealing.Digits(input.Phone);
        RulesBrokenException.ThrowIfAny(WhyNotWritten(input, digits));
        var name = string.IsNullOrWhiteSpace(input.Name) ? null : input.Name.Trim();
        var seat = new TeamSeat(input.Role!.Value, input.From!.Value)
        {
            Name = keys.SealOrNull(name, SealedColumn.TeamMemberName, recordId),
            Phone = keys.SealOrNull(name is null ? null : digits, SealedColumn.TeamMemberPhone, recordId),
            NoFamilyReason = string.IsNullOrWhiteSpace(input.NoFamilyReason) ? null : input.NoFamilyReason,
        };
        var member = new TeamMember(measure, seat, team, new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.TeamMembers.Add(member);
        db.Trail = db.Trail with { Act = "team.join" };
        await db.SaveChangesAsync(ct);
        return member;
    }

    /// <summary>The last day of a member; whoever left stays on record.</summary>
    public async Task<TeamMember> LeaveAsync(Guid memberId, int version, DateOnly on, CancellationToken ct)
    {
        var member = await db.TeamMembers.RequireAsync(memberId, version, ct);
        member.Leave(on, clock.Today);
        db.Trail = db.Trail with { Act = "team.leave" };
        await db.SaveChangesAsync(ct);
        return member;
    }

    /// <summary>Takes a wrong record out of the team; it stays visible with its reason.</summary>
    public async Task<TeamMember> AnnulAsync(Guid memberId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var member = await db.TeamMembers.RequireAsync(memberId, version, ct);
        member.Annul(keys.Seal(reason!.Trim(), SealedColumn.TeamMemberAnnulReason, member.Id), clock.Today);
        db.Trail = db.Trail with { Act = "team.annul" };
        await db.SaveChangesAsync(ct);
        return member;
    }

    static IEnumerable<Broken> WhyNotWritten(TeamInput input, string? digits)
    {
        if (!string.IsNullOrWhiteSpace(input.Phone) && digits is not { Length: >= 5 and <= 20 })
        {
            yield return ClientSealing.PhoneShape;
        }
        if (!string.IsNullOrWhiteSpace(input.NoFamilyReason) && !CodeList.Has("noFamilyReason", input.NoFamilyReason))
        {
            yield return ReasonUnknown;
        }
    }
}

using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Teams;

/// <summary>One place of the team as it is shown: the name in clear inside the scope, the phone masked.</summary>
public sealed record TeamLine(TeamMember Member, string? Name, string? Phone)
{
    /// <summary>Why it was annulled.</summary>
    public string? AnnulReason { get; init; }
}

/// <summary>Reads the work team of a measure, those who left after those who stand, and what was annulled last.</summary>
public sealed class TeamReader(Db db, Keyring keys)
{
    public async Task<IReadOnlyList<TeamLine>> OfAsync(Guid measureId, CancellationToken ct) =>
        [.. (await db.TeamMembers.AsNoTracking().Where(member => member.MeasureId == measureId).OrderByDescending(member => member.From).ThenByDescending(member => member.Id).Take(JoinTeam.MostRead).ToListAsync(ct))
            .OrderBy(member => member.IsAnnulled).ThenBy(member => member.To is not null).ThenBy(member => member.Role).ThenByDescending(member => member.From).Select(Line)];

    public TeamLine Line(TeamMember member) => new(member, NameOf(member), Masks.Phone(PhoneOf(member))) { AnnulReason = keys.OpenOrNull(member.AnnulReason, SealedColumn.TeamMemberAnnulReason, member.Id) };

    public string? NameOf(TeamMember member) => keys.OpenOrNull(member.Name, SealedColumn.TeamMemberName, member.Id);

    string? PhoneOf(TeamMember member) => keys.OpenOrNull(member.Phone, SealedColumn.TeamMemberPhone, member.Id);
}

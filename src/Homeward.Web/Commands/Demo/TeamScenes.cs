using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Work teams of fixed lives: a whole one, one without family for a recorded reason, and one that has lost its doctor.</summary>
static class TeamScenes
{
    public static void Whole(Told told) => Join(told, Enum.GetValues<TeamRole>());

    public static void WithoutFamily(Told told)
    {
        Join(told, [.. Enum.GetValues<TeamRole>().Where(role => role != TeamRole.FamilyMember)]);
        Add(told, new TeamSeat(TeamRole.FamilyMember, Start(told)) { NoFamilyReason = "away" }, told.NewId(Start(told)));
    }

    public static void WithoutDoctor(Told told)
    {
        Join(told, Enum.GetValues<TeamRole>());
        told.File.Team.First(member => member.Role == TeamRole.MedicalWorker).Leave(told.Ago(12), told.Today);
    }

    static void Join(Told told, IReadOnlyList<TeamRole> roles)
    {
        foreach (var role in roles)
        {
            var id = told.NewId(Start(told));
            Add(told, new TeamSeat(role, Start(told))
            {
                Name = told.Seal(told.NewName(role is TeamRole.MedicalWorker or TeamRole.CommunityWorker ? Sex.Female : Sex.Male), SealedColumn.TeamMemberName, id),
                Phone = told.Seal(told.NewPhone(), SealedColumn.TeamMemberPhone, id),
            }, id);
        }
    }

    static void Add(Told told, TeamSeat seat, Guid id) => told.File.Team.Add(new TeamMember(told.Measure, seat, told.File.Team, told.Entry(id, seat.From)));

    /// <summary>The team is set up when the client reports.</summary>
    static DateOnly Start(Told told) => told.Measure.ReportedOn ?? told.Measure.OrderedOn ?? told.Today;
}

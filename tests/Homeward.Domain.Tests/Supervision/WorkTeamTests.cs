using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>The work team: who may join when, and when it is complete (rules R1.22, R1.23).</summary>
public class WorkTeamTests
{
    static readonly DateOnly today = Day("2024-06-01");
    static readonly Sealed name = new([1]);

    [Fact]
    public void A_team_is_complete_when_each_of_the_five_roles_is_filled()
    {
        var team = Team(Cases.Reported(), Enum.GetValues<TeamRole>());

        Assert.True(new WorkTeam(team).IsCompleteOn(today));
        Assert.All(Enum.GetValues<TeamRole>(), role => Assert.Equal([role], new WorkTeam([.. team.Where(member => member.Role != role)]).MissingOn(today)));
    }

    [Fact]
    public void A_recorded_reason_stands_for_the_family_and_for_nobody_else()
    {
        var measure = Cases.Reported();
        var team = Team(measure, Enum.GetValues<TeamRole>().Where(role => role != TeamRole.FamilyMember));
        Assert.Equal([TeamRole.FamilyMember], new WorkTeam(team).MissingOn(today));

        team.Add(New(measure, Reason(TeamRole.FamilyMember), team));

        Assert.True(new WorkTeam(team).IsCompleteOn(today));
        Assert.All(Enum.GetValues<TeamRole>().Where(role => role != TeamRole.FamilyMember), role => Assert.Equal(["team.only-family"], Refused(measure, Reason(role), [])));
    }

    [Fact]
    public void Family_and_the_reason_for_none_never_stand_side_by_side()
    {
        var measure = Cases.Reported();
        var family = New(measure, Seat(TeamRole.FamilyMember), []);
        var reason = New(measure, Reason(TeamRole.FamilyMember), []);

        Assert.Equal(["team.family-stands"], Refused(measure, Reason(TeamRole.FamilyMember), [family]));
        Assert.Equal(["team.reason-stands"], Refused(measure, Seat(TeamRole.FamilyMember), [reason]));
        Assert.Equal(["team.reason-stands"], Refused(measure, Reason(TeamRole.FamilyMember), [reason]));
        Assert.Empty(Refused(measure, Seat(TeamRole.FamilyMember), [family]));

        reason.Leave(Day("2024-03-01"), today);
        Assert.Empty(Refused(measure, Seat(TeamRole.FamilyMember) with { From = Day("2024-03-02") }, [reason]));
        Assert.Equal(["team.reason-stands"], Refused(measure, Seat(TeamRole.FamilyMember) with { From = Day("2024-03-01") }, [reason]));
    }

    [Fact]
    public void Impossible_places_are_refused()
    {
        var measure = Cases.Reported();
        var isolation = new Measure(Cases.Somebody(), MeasureKind.Cid, new MeasureFacts { OrderedOn = Day("2024-01-02") }, [], today);
        var over = Cases.Reported();
        Cases.Record(over, MeasureActKind.Terminated, "2024-05-01");

        Assert.Equal(["team.name-missing"], Refused(measure, new TeamSeat(TeamRole.Volunteer, today), []));
        Assert.Equal(["team.name-and-reason"], Refused(measure, Reason(TeamRole.FamilyMember) with { Name = name }, []));
        Assert.Equal(["supervision.in-future"], Refused(measure, Seat(TeamRole.Volunteer) with { From = today.AddDays(1) }, []));
        Assert.Equal(["supervision.before-start"], Refused(measure, Seat(TeamRole.Volunteer) with { From = Day("2024-01-01") }, []));
        Assert.Equal(["supervision.not-for-this-measure"], Refused(isolation, Seat(TeamRole.Volunteer), []));
        Assert.Equal(["supervision.has-ended"], Refused(over, Seat(TeamRole.Volunteer), []));
        Assert.Equal(["team.too-many"], Refused(measure, Seat(TeamRole.Volunteer), Team(measure, Enumerable.Repeat(TeamRole.Volunteer, WorkTeam.Most))));
    }

    [Fact]
    public void Whoever_leaves_leaves_once_between_the_first_day_and_today()
    {
        var member = New(Cases.Reported(), Seat(TeamRole.Volunteer), []);

        Assert.Equal("supervision.end-before-start", Assert.Single(member.WhyNotLeave(Day("2024-02-01"), today)).Code);
        Assert.Equal("supervision.in-future", Assert.Single(member.WhyNotLeave(today.AddDays(1), today)).Code);
        member.Leave(member.From, today);
        Assert.True(member.StandsOn(member.From));
        Assert.False(member.StandsOn(member.From.AddDays(1)));
        Assert.Equal("team.has-left", Assert.Single(member.WhyNotLeave(today, today)).Code);
    }

    /// <summary>Against a slow count, day by day, of who was there.</summary>
    [Fact]
    public void What_is_missing_on_a_day_is_what_nobody_filled_on_that_day() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 60], Gen.Int[-1, 60]).List[0, 8].Sample(drawn =>
        {
            var measure = Cases.Reported();
            var first = Day("2024-02-01");
            var team = new List<TeamMember>();
            var days = new HashSet<(TeamRole, DateOnly)>();
            foreach (var (place, from, length) in drawn)
            {
                var (role, start) = ((TeamRole)place, first.AddDays(from));
                var member = New(measure, Seat(role) with { From = start }, team);
                var last = length < 0 ? today : start.AddDays(Math.Min(length, today.DayNumber - start.DayNumber));
                if (length >= 0)
                {
                    member.Leave(last, today);
                }
                for (var day = start; day <= last; day = day.AddDays(1))
                {
                    days.Add((role, day));
                }
                team.Add(member);
            }
            for (var day = first; day <= today; day = day.AddDays(1))
            {
                Assert.Equal(Enum.GetValues<TeamRole>().Where(role => !days.Contains((role, day))), new WorkTeam(team).MissingOn(day));
            }
        }, iter: 500);

    static TeamSeat Seat(TeamRole role) => new(role, Day("2024-02-02")) { Name = name };

    static TeamSeat Reason(TeamRole role) => new(role, Day("2024-02-02")) { NoFamilyReason = "away" };

    static List<TeamMember> Team(Measure measure, IEnumerable<TeamRole> roles) => [.. roles.Select(role => New(measure, Seat(role), []))];

    static TeamMember New(Measure measure, TeamSeat seat, IReadOnlyCollection<TeamMember> team) =>
        new(measure, seat, team, new EntryNote(Guid.CreateVersion7(), null, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), today));

    static List<string> Refused(Measure measure, TeamSeat seat, IReadOnlyCollection<TeamMember> team) => [.. TeamMember.WhyNotJoin(measure, seat, team, today).Select(broken => broken.Code)];
}

using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Releases;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>From the gate to the door: the day on which somebody is at home, and what it answers (R3.8, R3.9).</summary>
public class ReleaseArrivalTests
{
    [Theory]
    [InlineData("2024-04-10", "09:30", null)]
    [InlineData("2024-04-10", "09:29", "release.arrived-before-receipt")]
    [InlineData("2024-04-11", "00:10", null)]
    [InlineData("2024-04-09", null, "release.before-receipt")]
    [InlineData("2024-04-13", null, "release.in-future")]
    public void Nobody_is_home_before_the_gate_or_in_the_future(string on, string? at, string? code) =>
        Assert.Equal(code, Received().WhyNotArrive(Home(on, at), Day("2024-04-12")).SingleOrDefault()?.Code);

    [Fact]
    public void Whoever_is_not_out_yet_is_not_home() => Assert.Equal(["release.wrong-state"], Linked().WhyNotArrive(Home("2024-04-10"), Day("2024-04-12")).Select(broken => broken.Code));

    [Fact]
    public void Whoever_is_home_is_not_looked_for_any_more()
    {
        var release = Received();
        Assert.All(Checks(release), check => Assert.Null(check.DoneOn));

        release.Arrive(Home("2024-04-11", "01:00"), Day("2024-04-12"));

        Assert.Equal([Day("2024-04-11"), Day("2024-04-11")], Checks(release).Select(check => check.DoneOn));
        Assert.Equal(ReleaseState.Received, release.State);
    }

    [Fact]
    public void A_wrong_day_is_recorded_again()
    {
        var release = Received();
        release.Arrive(Home("2024-04-11", "01:00"), Day("2024-04-12"));

        release.Arrive(Home("2024-04-10", "11:00"), Day("2024-04-12"));

        Assert.Equal((Day("2024-04-10"), new TimeOnly(11, 0)), (release.ArrivedOn, release.ArrivedAt));
    }

    [Fact]
    public void The_earliest_sign_of_the_person_answers_the_question()
    {
        var release = Received();
        release.Arrive(Home("2024-04-12"), Day("2024-04-12"));

        release.NoteInterview(Ids.New(), Day("2024-04-11"));

        Assert.All(Checks(release), check => Assert.Equal(Day("2024-04-11"), check.DoneOn));
    }

    static IEnumerable<PlannedObligation> Checks(CentreRelease release) => ReleasePlan.For(release, Shanghai).Obligations.Where(planned => planned.Kind == ObligationKind.ArrivalCheck);

    static ReleaseArrival Home(string on, string? at = null) => new(Day(on), at is null ? null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Text);
}

using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class CleanClockTests
{
    static readonly PolicyPack pack = TestPacks.National();

    [Theory]
    [InlineData(CleanBasis.Caught)]
    [InlineData(CleanBasis.CommunityMeasure)]
    [InlineData(CleanBasis.IsolationRelease)]
    public void Three_years_count_from_the_starting_day(CleanBasis basis)
    {
        var history = new CleanHistory(basis, Day("2024-02-29"));

        Assert.False(CleanClock.StateOf(history, pack, Day("2027-02-27")).IsReached);
        var state = CleanClock.StateOf(history, pack, Day("2027-02-28"));
        Assert.Equal((true, basis, Day("2027-02-28")), (state.IsReached, state.Basis, state.FullOn));
    }

    [Fact]
    public void A_confirmed_use_starts_the_count_anew()
    {
        var state = CleanClock.StateOf(new CleanHistory(CleanBasis.CommunityMeasure, Day("2024-01-15")) { ConfirmedUses = [Day("2023-05-01"), Day("2025-06-01")] }, pack, Day("2027-02-01"));

        Assert.Equal((CleanBasis.Caught, Day("2025-06-01"), Day("2028-06-01")), (state.Basis, state.CountsFrom, state.FullOn));
    }

    [Fact]
    public void Who_refused_or_breached_or_evades_does_not_reach_it()
    {
        var start = new CleanHistory(CleanBasis.CommunityMeasure, Day("2020-01-15"));

        Assert.Equal([CleanObstacle.RefusedOrBreached], CleanClock.StateOf(start with { RefusedOrBreached = true }, pack, Day("2024-01-15")).Obstacles);
        Assert.Equal([CleanObstacle.OpenEvasion], CleanClock.StateOf(start with { HasOpenEvasion = true }, pack, Day("2024-01-15")).Obstacles);
        Assert.Equal([CleanObstacle.InIsolation], CleanClock.StateOf(start with { IsInIsolation = true }, pack, Day("2024-01-15")).Obstacles);
    }

    [Theory]
    [InlineData("2024-07-14", Specimen.Hair, 0)]
    [InlineData("2024-07-15", Specimen.Hair, 1)]
    [InlineData("2024-03-01", Specimen.Urine, 1)]
    public void A_hair_test_in_the_first_six_months_shows_no_relapse(string on, Specimen specimen, int uses) =>
        Assert.Equal(uses, CleanClock.ConfirmedUses([new ScreenEvent(Day(on), ScreenFinding.PositiveConfirmed, Specimen: specimen)], Day("2024-01-15"), pack).Count());

    [Fact]
    public void Nobody_drives_for_three_years_after_the_last_use_or_the_release() =>
        Assert.Equal(Day("2028-05-31"), CleanClock.NoDrivingUntil([Day("2024-01-01")], Day("2025-06-01"), pack));

    [Fact]
    public void A_preliminary_positive_starts_nothing() =>
        Assert.Empty(CleanClock.ConfirmedUses([new ScreenEvent(Day("2024-03-01"), ScreenFinding.PositivePreliminary)], Day("2024-01-15"), pack));
}

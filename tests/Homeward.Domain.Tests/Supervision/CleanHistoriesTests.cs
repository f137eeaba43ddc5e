using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>From which day three clean years count, by the client's measures (rules R1.56).</summary>
public sealed class CleanHistoriesTests
{
    [Theory]
    [InlineData(MeasureKind.AtLarge, CleanBasis.Caught, "2024-01-02")]
    [InlineData(MeasureKind.Cdt, CleanBasis.CommunityMeasure, "2024-01-10")]
    [InlineData(MeasureKind.Crh, CleanBasis.CommunityMeasure, "2024-01-10")]
    public void Somebody_at_large_counts_from_being_found_and_a_measure_in_the_community_from_its_report(MeasureKind kind, CleanBasis basis, string on) =>
        Assert.Equal((basis, Day(on)), Start(Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05"), ReportedOn = Day("2024-01-10") })));

    [Fact]
    public void Isolation_counts_from_its_end_and_while_it_runs_from_nowhere()
    {
        var isolation = Isolated();
        Assert.Null(CleanHistories.Of([isolation], [], TestPacks.National()));

        Record(isolation, MeasureActKind.Released, "2025-12-01");

        Assert.Equal((CleanBasis.IsolationRelease, Day("2025-12-01")), Start(isolation));
    }

    [Theory]
    [InlineData(MeasureKind.Mmt)]
    [InlineData(MeasureKind.Vol)]
    [InlineData(MeasureKind.Drc)]
    public void A_measure_of_ones_own_will_starts_nothing(MeasureKind kind) =>
        Assert.Null(CleanHistories.Of([Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02"), ReportedOn = Day("2024-01-10") })], [], TestPacks.National()));

    [Fact]
    public void Who_has_not_reported_counts_from_nowhere() =>
        Assert.Null(CleanHistories.Of([Of(MeasureKind.Cdt, new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05") })], [], TestPacks.National()));

    [Fact]
    public void Of_several_starting_days_the_latest_counts_and_being_found_only_where_no_measure_followed()
    {
        var found = Of(MeasureKind.AtLarge, new MeasureFacts { OrderedOn = Day("2024-01-12") });
        var isolation = Isolated();
        Record(isolation, MeasureActKind.Released, "2025-12-01");
        var rehabilitation = Of(MeasureKind.Crh, new MeasureFacts { OrderedOn = Day("2024-01-02"), ReportedOn = Day("2024-01-10") });

        Assert.Equal((CleanBasis.CommunityMeasure, Day("2024-01-10")), Start(found, rehabilitation));
        Assert.Equal((CleanBasis.IsolationRelease, Day("2025-12-01")), Start(found, rehabilitation, isolation));
    }

    [Fact]
    public void A_confirmed_breach_stands_in_the_way_unless_the_police_declined_and_so_does_running_isolation()
    {
        var detox = Reported();
        Assert.False(Clean(detox).RefusedOrBreached);
        Record(detox, MeasureActKind.Absence, "2024-03-01", facts => facts with { To = Day("2024-04-15") });
        Record(detox, MeasureActKind.BreachConfirmed, "2024-04-16");
        Assert.True(Clean(detox).RefusedOrBreached);
        Record(detox, MeasureActKind.HandedOver, "2024-04-17");
        Record(detox, MeasureActKind.PoliceDeclined, "2024-04-20");

        Assert.Equal((false, false), (Clean(detox).RefusedOrBreached, Clean(detox).IsInIsolation));
        Assert.True(Clean(detox, Isolated()).IsInIsolation);
    }

    static CleanHistory Clean(params Measure[] measures) => CleanHistories.Of(measures, [], TestPacks.National())!;

    static (CleanBasis, DateOnly) Start(params Measure[] measures) => (Clean(measures).Basis, Clean(measures).StartsOn);
}

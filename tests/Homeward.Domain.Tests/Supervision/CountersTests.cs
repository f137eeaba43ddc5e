using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>
/// What may make a counter fall: an annulment; the day of return of somebody who was thought to be away; and, for the number of leavings alone,
/// an absence that shows that two of them were one. Their days, and the tests, never fall by what becomes known later (rules R1.28, R1.29).
/// </summary>
public class CountersTests
{
    static readonly PolicyPack pack = TestPacks.National();
    static readonly DateOnly first = new(2024, 2, 1);
    static readonly DateOnly asOf = new(2024, 9, 1);

    static readonly Gen<DateOnly> days = Gen.Int[0, 120].Select(offset => first.AddDays(offset));
    static readonly Gen<AbsenceEvent> absences = Gen.Select(days, Gen.Int[0, 9], (from, length) => new AbsenceEvent(from, from.AddDays(length)));
    static readonly Gen<MeasureEvent> events = Gen.OneOf<MeasureEvent>(
        absences.Select(absence => (MeasureEvent)absence),
        Gen.Select(days, Gen.Int[0, 9], Gen.Int[0, 6], Gen.Bool, (from, length, late, inWriting) => (MeasureEvent)new LeaveEvent(from, from.AddDays(length), from.AddDays(length + late), inWriting)),
        Gen.Select(days, Gen.Enum<ScreenFinding>(), (on, finding) => (MeasureEvent)new ScreenEvent(on, finding)),
        days.Select(on => (MeasureEvent)new WarningEvent(on)));

    [Fact]
    public void What_becomes_known_later_lowers_neither_tests_nor_days() => Gen.Select(events.Array[0, 12], events).Sample(
        (known, later) =>
        {
            var (before, after) = (Count(known), Count([.. known, later]));
            Assert.True(after.Refused >= before.Refused && after.Evaded >= before.Evaded && after.UnauthorisedDays >= before.UnauthorisedDays);
        },
        iter: 5_000);

    [Fact]
    public void Leavings_become_fewer_only_by_an_absence_that_shows_them_to_be_one() => Gen.Select(events.Array[0, 12], absences).Sample(
        (known, later) =>
        {
            var counted = Counted(known).Where(one => one.Counter == BreachCounter.Leaving).ToList();
            var joined = counted.Count(one => new DateRange(one.First, one.Last).Overlaps(new DateRange(later.From, later.To!.Value)));
            Assert.True(Count([.. known, later]).UnauthorisedLeavings >= counted.Count - Math.Max(0, joined - 1));
        },
        iter: 5_000);

    [Fact]
    public void An_absence_between_two_leavings_makes_them_one_and_adds_its_days()
    {
        AbsenceEvent[] two = [Histories.Absence("2024-04-01", "2024-04-03"), Histories.Absence("2024-04-08", "2024-04-10")];

        Assert.Equal((2, 6), (Count(two).UnauthorisedLeavings, Count(two).UnauthorisedDays));
        var one = Count([.. two, Histories.Absence("2024-04-03", "2024-04-08")]);
        Assert.Equal((1, 10), (one.UnauthorisedLeavings, one.UnauthorisedDays));
    }

    static BreachCounters Count(IReadOnlyList<MeasureEvent> known) => BreachRules.Count(Counted(known));

    static IReadOnlyList<CountedEvent> Counted(IReadOnlyList<MeasureEvent> known) => BreachRules.Counted(Histories.Cdt(events: [.. known]), pack, asOf);
}

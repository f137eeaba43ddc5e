using System.Collections.Concurrent;
using CsCheck;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>The life cycles of isolation, maintenance treatment, voluntary detox and residential rehabilitation against a walk by days, over random files with late entries and annulments.</summary>
public class DayWalkTests
{
    const int Files = 5_000;
    const int Some = 1_500;
    const int AtOnce = 10_000;

    static readonly DateOnly[] turningDays = [new(2024, 2, 29), new(2023, 2, 28), new(2024, 1, 31), new(2023, 8, 31), new(2023, 12, 31), new(2022, 3, 1), new(2020, 2, 29)];

    static readonly Gen<DateOnly> beginnings = Gen.OneOf(Gen.Int[0, turningDays.Length - 1].Select(place => turningDays[place]), Gen.Int[0, 800].Select(new DateOnly(2022, 6, 1).AddDays));

    static readonly Gen<CycleTurn[]> turns = Gen.Select(
        Gen.Frequency((3, Gen.Int[0, 20]), (2, Gen.Int[20, 160])), Gen.Int[0, 48], Gen.Frequency((3, Gen.Int[0, 4]), (1, Gen.Int[0, 90])), Gen.Int[0, 90], Gen.Int[0, 30], Gen.Int[0, 9],
        (wait, what, back, length, late, aim) => new CycleTurn(wait, what, back, length, late, aim)).Array[3, 18];

    public static TheoryData<MeasureKind> Kinds => [MeasureKind.Cid, MeasureKind.Mmt, MeasureKind.Vol, MeasureKind.Drc];

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_known_now_of_every_day_agrees_with_a_walk_by_days(MeasureKind kind) => Sample(kind, (office, pack) =>
    {
        foreach (var (day, told) in office.Book.Now().On(Asked(office)))
        {
            Assert.Equal(told, DayWalk.Told(office.Live, pack, day));
        }
    });

    [Theory, MemberData(nameof(Kinds))]
    public void What_was_known_on_a_day_agrees_with_a_walk_by_days(MeasureKind kind) => Sample(kind, (office, pack) =>
    {
        foreach (var day in office.Book.Lines.Select(line => line.KnownOn).Concat(office.Book.Papers.Select(papers => papers.Since)).Append(office.Today).Where(day => day >= office.Measure.KnownOn).Distinct())
        {
            Assert.Equal(office.Book.AsKnownOn(day).On([day]).Single().Told, DayWalk.Told(office.AsKnownOn(day), pack, day));
        }
    });

    /// <summary>The windows of screens are the community's; what a day showed when it was today is what is told of it later, and behind its end a measure stands still.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void A_file_told_as_known_is_what_was_shown_and_stands_still_behind_its_end(MeasureKind kind) => Gen.Select(beginnings, Gen.Int[0, 60], turns).Sample(
        (begins, papers, told) =>
        {
            var (reading, shown) = (new Reading(), new Dictionary<DateOnly, List<string>>());
            var office = new CycleOffice(kind, reading, begins, papers);
            foreach (var turn in told)
            {
                // What is told as known earlier than it was entered was not shown then: here everything is entered when it is known.
                office.Do(turn with { Late = AtOnce });
                shown[office.Today] = Known(office.Live, office.Today);
            }
            Assert.All(shown, one => Assert.Equal(one.Value, Known(office.AsKnownOn(one.Key), one.Key)));
            Assert.Empty(MeasureClock.StateOf(office.Live, reading.Pack, office.Today).Windows);
            if (office.Measure.EndedOn is { } ended && !office.Book.Lines.Any(line => line.On > ended) && !office.Book.Screens.Any(screen => screen.On > ended) && !(office.Book.Papers[^1].Enrolled > ended))
            {
                Assert.Equal(DayWalk.Told(office.Live, reading.Pack, ended), DayWalk.Told(office.Live, reading.Pack, office.Today.AddDays(500)));
            }

            // Screens are told apart from the book of the measure: they are not asked about here.
            List<string> Known(MeasureHistory history, DateOnly day) => DayWalk.Told(history with { Events = [.. history.Events.Where(happened => happened is not ScreenEvent)] }, reading.Pack, day);
        },
        iter: Files / 2);

    /// <summary>With each day one more is served or lost, none is taken back; an isolation never reaches further than a year behind its term, the days on the run left out.</summary>
    [Fact]
    public void Days_served_and_lost_never_fall_and_an_extension_is_no_longer_than_a_year() => Sample(MeasureKind.Cid, (office, pack) =>
    {
        (int Served, int Lost) before = default;
        foreach (var day in Asked(office).Where(day => day >= office.Measure.OrderedOn))
        {
            var state = MeasureClock.StateOf(office.Live, pack, day);
            var lost = state.Isolation!.Escapes.Sum(escape => escape.Days);
            var now = (IsolationTerm.DaysServed(office.Live.AsOf(day), day), lost);
            Assert.True(now.Item1 >= before.Served && now.lost >= before.Lost);
            before = now;
        }
        if (!office.HasStruck && office.Book.Papers.Count == 1)
        {
            var state = MeasureClock.StateOf(office.Live, pack, office.Today);
            // A year that an escape has pushed past a leap day is a day shorter than it was when the paper was made.
            Assert.True(state.EndsOn <= state.Isolation!.ExtendableUntil?.AddDays(1));
        }
    });

    [Fact]
    public void The_random_files_come_to_every_act_and_status()
    {
        var (done, seen) = (new ConcurrentDictionary<MeasureActKind, bool>(), new ConcurrentDictionary<MeasureStatus, bool>());
        foreach (var kind in Kinds)
        {
            Sample(kind, (office, pack) =>
            {
                seen.TryAdd(MeasureClock.StateOf(office.Live, pack, office.Today).Status, true);
                foreach (var line in office.Book.Lines)
                {
                    done.TryAdd(line.What, true);
                }
            }, Some);
        }

        Assert.Equal(ActRules.All.Where(rule => rule.Kinds.Any(kind => !kind.IsInTheCommunity() && kind != MeasureKind.AtLarge)).Select(rule => rule.Kind).Order(), done.Keys.Order());
        Assert.Equal(
            [MeasureStatus.Active, MeasureStatus.Terminated, MeasureStatus.Expired, MeasureStatus.Released, MeasureStatus.OutOfControl, MeasureStatus.FollowUp], seen.Keys.Order());
    }

    static IEnumerable<DateOnly> Asked(CycleOffice office) => office.Book.Lines.SelectMany(line => new[] { line.On, line.On.AddDays(1), line.To?.AddDays(1) ?? line.On.AddDays(-1) })
        .Concat([office.Today, office.Today.AddDays(40), office.Today.AddDays(700)]).Where(day => day >= office.Book.Now().First).Distinct().Order();

    static void Sample(MeasureKind kind, Action<CycleOffice, PolicyPack> look, int files = Files) => Gen.Select(beginnings, Gen.Int[0, 60], turns, Gen.Bool).Sample(
        (begins, papers, told, dayBefore) =>
        {
            var reading = new Reading(DayBefore: dayBefore);
            var office = new CycleOffice(kind, reading, begins, papers);
            foreach (var turn in told)
            {
                office.Do(turn);
            }
            look(office, reading.Pack);
        },
        iter: files);
}

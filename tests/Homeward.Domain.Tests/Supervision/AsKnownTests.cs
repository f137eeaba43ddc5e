using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

public class AsKnownTests
{
    static readonly DateOnly first = new(2024, 1, 2);
    static readonly PolicyPack pack = TestPacks.National();

    static readonly MeasureActKind[] kinds =
        [MeasureActKind.Leave, MeasureActKind.Returned, MeasureActKind.Absence, MeasureActKind.Suspended, MeasureActKind.Resumed, MeasureActKind.Warning, MeasureActKind.NoticeServed, MeasureActKind.OutOfControl, MeasureActKind.BackInControl];

    /// <summary>What an office does on one day: which act, how many days back it happened, or a correction of the reporting day, or an annulment.</summary>
    static readonly Gen<(int What, int Back, int Length)[]> days = Gen.Select(Gen.Int[0, kinds.Length + 1], Gen.Int[0, 25], Gen.Int[0, 40]).Array[0, 25];

    [Fact]
    public void What_was_shown_on_a_day_can_be_shown_again_later() => days.Sample(
        acts =>
        {
            var measure = new Measure(Cases.Somebody(), MeasureKind.Cdt, new MeasureFacts { OrderedOn = first, ServedOn = first, ReportedOn = first.AddDays(3) }, [], first.AddDays(5));
            var shown = new List<(DateOnly Day, string State)>();
            var today = first.AddDays(5);
            foreach (var (what, back, length) in acts)
            {
                today = today.AddDays(1 + (length % 9));
                Do(measure, what, today, back, length);
                shown.Add((today, Told(measure.History(null, []), today)));
            }

            Assert.All(shown, one => Assert.Equal(one.State, Told(measure.HistoryAsKnownOn(null, [], one.Day, _ => throw new InvalidOperationException())!, one.Day)));
            Assert.Null(measure.HistoryAsKnownOn(null, [], first.AddDays(4), _ => default));
        },
        iter: 3_000);

    static void Do(Measure measure, int what, DateOnly today, int back, int length)
    {
        if (what == kinds.Length)
        {
            var moved = measure.Facts() with { ReportedOn = first.AddDays(back % 6) };
            if (!measure.WhyNotMove(moved).Any())
            {
                measure.Correct(moved, null, today);
            }
        }
        else if (what == kinds.Length + 1)
        {
            if (measure.Acts.Count > 0 && measure.Acts[back % measure.Acts.Count].Id is var id && !measure.WhyNotAnnul(id).Any())
            {
                measure.Annul(id, new Sealed([1]), today);
            }
        }
        else
        {
            var facts = new ActFacts(today.AddDays(-back)) { To = kinds[what] is MeasureActKind.Leave or MeasureActKind.Absence ? today.AddDays(length - back) : null };
            var entry = new EntryNote(Guid.CreateVersion7(), null, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), today, IsHistory: true);
            if (!measure.WhyNotRecord(kinds[what], facts, null, entry).Any())
            {
                measure.Record(kinds[what], facts, null, entry);
            }
        }
    }

    static string Told(MeasureHistory history, DateOnly day)
    {
        var state = MeasureClock.StateOf(history, pack, day);
        return $"{state.Status} {state.EndsOn} {state.Counters} {string.Join(' ', state.Windows.Select(window => $"{window.Opens}{window.State}"))}";
    }
}

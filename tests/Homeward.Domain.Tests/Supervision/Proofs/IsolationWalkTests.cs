using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>The term of isolation against a walk by days, over random histories and over random files with late entries and annulments.</summary>
public class IsolationWalkTests
{
    /// <summary>Before this day nobody knows of the measure.</summary>
    const int FirstKnown = 18;

    static readonly DateOnly earliest = new(2023, 12, 1);

    static readonly Gen<DateOnly> days = Gen.Int[100, 1200].Select(offset => earliest.AddDays(offset));

    static readonly Gen<MeasureEvent> events = Gen.OneOf<MeasureEvent>(
        Gen.Select(days, Gen.Int[-2, 60], (from, length) => (MeasureEvent)new EscapeEvent(from, length < -1 ? null : from.AddDays(length))),
        Gen.Select(days, Gen.Int[-1, 90], (from, length) => (MeasureEvent)new OutsideTreatmentEvent(from, length < 0 ? null : from.AddDays(length))),
        Gen.Select(days, Gen.Int[-1, 90], (from, length) => (MeasureEvent)new SuspensionEvent(from, length < 0 ? null : from.AddDays(length))),
        Gen.Select(days, Gen.Int[0, 500], (on, more) => (MeasureEvent)new ExtensionEvent(on, on.AddDays(more))),
        Gen.Select(days, Gen.Int[0, 200], (on, more) => (MeasureEvent)new EarlyReleaseEvent(on, on.AddDays(more))),
        days.Select(on => (MeasureEvent)new AnnouncedEvent(on)));

    [Fact]
    public void Last_day_and_days_served_agree_with_a_walk_by_days() => Gen.Select(Gen.Int[0, 99], events.Array[0, 7], Gen.Int[0, 1500]).Sample(
        (start, happened, wait) =>
        {
            var decidedOn = earliest.AddDays(start);
            var asOf = decidedOn.AddDays(wait);
            var history = new MeasureHistory { Kind = MeasureKind.Cid, OrderedOn = decidedOn, Events = happened };
            var walk = new IsolationWalk(decidedOn, happened, asOf);

            Assert.Equal(walk.LastDay(), MeasureClock.StateOf(history, TestPacks.National(), asOf).EndsOn);
            Assert.Equal(walk.Served(), IsolationTerm.DaysServed(history.AsOf(asOf), asOf));
        },
        iter: 6_000);

    [Fact]
    public void A_file_with_late_entries_and_annulments_shows_each_day_what_was_known_on_it() => Gen.Select(steps.Array[1, 6], Gen.Int[0, 900]).Sample(
        (told, wait) =>
        {
            var measure = Isolated();
            var start = measure.OrderedOn!.Value;
            var notes = Live(measure, told);
            var asOf = start.AddDays(FirstKnown + wait);
            var known = notes.Where(note => note.KnownOn <= asOf && !(note.AnnulledOn <= asOf))
                .Select(note => (MeasureEvent)new EscapeEvent(note.From, note.BackKnownOn <= asOf ? note.Back!.Value.AddDays(-1) : null)).ToList();

            var history = measure.HistoryAsKnownOn(null, [], asOf, DateOnly.FromDateTime)!;
            Assert.Equal(new IsolationWalk(start, known, asOf).LastDay(), MeasureClock.StateOf(history, TestPacks.National(), asOf).EndsOn);
        },
        iter: 3_000);

    sealed record Step(int Wait, int Away, int KnownAfter, bool IsAnnulled);

    sealed record Note(DateOnly From, DateOnly? Back, DateOnly KnownOn, DateOnly? BackKnownOn, DateOnly? AnnulledOn);

    static readonly Gen<Step> steps = Gen.Select(Gen.Int[1, 120], Gen.Int[0, 40], Gen.Int[0, 30], Gen.Int[0, 3], (wait, away, known, annulled) => new Step(wait, away, known, annulled == 0));

    /// <summary>One escape after another, each with its return, told some days late; a wrong one is annulled with its return on the day on which the return was told.</summary>
    static List<Note> Live(Measure measure, Step[] told)
    {
        var notes = new List<Note>();
        var day = measure.OrderedOn!.Value;
        foreach (var step in told)
        {
            var from = day.AddDays(step.Wait);
            var back = from.AddDays(step.Away);
            var (knownOn, backKnownOn) = (from.AddDays(step.KnownAfter), back.AddDays(step.KnownAfter));
            var escape = measure.Record(MeasureActKind.Escaped, new ActFacts(from) { KnownOn = knownOn }, null, Entry(backKnownOn));
            var returned = measure.Record(MeasureActKind.Recaptured, new ActFacts(back) { KnownOn = backKnownOn }, null, Entry(backKnownOn));
            if (step.IsAnnulled)
            {
                measure.Annul(returned.Id, new Sealed([1]), backKnownOn);
                measure.Annul(escape.Id, new Sealed([1]), backKnownOn);
            }
            notes.Add(new Note(from, back, knownOn, backKnownOn, step.IsAnnulled ? backKnownOn : null));
            day = back;
        }
        return notes;
    }

    static EntryNote Entry(DateOnly today) => new(Guid.CreateVersion7(), null, default, today);
}

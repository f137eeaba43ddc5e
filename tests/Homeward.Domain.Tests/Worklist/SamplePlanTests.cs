using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>Kept samples make their disposal due from the day after their time (R2.5).</summary>
public class SamplePlanTests
{
    static readonly DateOnly on = new(2024, 3, 1);
    static readonly DateOnly kept = new(2024, 9, 1);

    [Theory]
    [InlineData(30, "2024-09-02", "2024-10-01")]
    [InlineData(1, "2024-09-02", "2024-09-02")]
    [InlineData(null, "2024-09-02", "2024-09-02")]
    public void They_are_destroyed_from_the_day_after_within_the_days_of_the_policy(int? days, string opens, string closes)
    {
        var planned = SamplePlan.For(Positive(), Pack(days))!;

        Assert.Equal((Histories.Day(opens), Histories.Day(closes)), (planned.Opens, planned.Closes));
    }

    [Fact]
    public void Who_keeps_none_owes_none()
    {
        Assert.Null(SamplePlan.For(Positive(sample: null), Pack(30)));
        Assert.Null(SamplePlan.Follow(Cases.Somebody(), Positive(sample: null), Pack(30), null, on));
    }

    [Fact]
    public void The_disposal_fulfils_and_an_annulment_cancels()
    {
        var (disposed, annulled) = (Positive(), Positive());
        var (one, other) = (Follow(disposed, null)!, Follow(annulled, null)!);
        disposed.DisposeSamples(kept.AddDays(3), "Zhou", "Wu", inDispute: false, kept.AddDays(4));
        annulled.Annul(new Sealed([1]), on.AddDays(2));

        Assert.Null(Follow(disposed, one));
        Assert.Null(Follow(annulled, other));

        Assert.Equal((Settlement.Fulfilled, kept.AddDays(3), disposed.Id), (one.Settlement!.Value, one.SettledOn!.Value, one.SettledById!.Value));
        Assert.Equal((Settlement.Cancelled, ObligationLedger.PlanChanged), (other.Settlement!.Value, other.Reason));
    }

    [Fact]
    public void What_a_person_settled_stays_as_it_was()
    {
        var screen = Positive();
        var due = Follow(screen, null)!;
        due.Excuse("other", kept.AddDays(2));
        screen.DisposeSamples(kept.AddDays(3), "Zhou", "Wu", inDispute: false, kept.AddDays(4));

        Follow(screen, due);

        Assert.Equal(Settlement.Excused, due.Settlement);
    }

    /// <summary>However often it is drawn up: one obligation, settled exactly when the samples are gone or the screen is void.</summary>
    [Fact]
    public void Drawing_again_changes_nothing() => Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Int[1, 60]).Sample((end, times, late) =>
    {
        var screen = Positive();
        var due = Follow(screen, null)!;
        if (end == 1)
        {
            screen.DisposeSamples(kept.AddDays(late), "Zhou", "Wu", inDispute: false, kept.AddDays(late));
        }
        if (end == 2)
        {
            screen.Annul(new Sealed([1]), on);
        }
        Follow(screen, due);
        var before = (due.Settlement, due.SettledOn, due.SettledById);
        for (var time = 0; time < times; time++)
        {
            Assert.Null(Follow(screen, due));
        }

        Assert.Equal(before, (due.Settlement, due.SettledOn, due.SettledById));
        Assert.Equal(end == 0, due.Settlement is null);
    });

    static Obligation? Follow(Screen screen, Obligation? existing) => SamplePlan.Follow(Cases.Somebody(), screen, Pack(30), existing, kept.AddDays(10));

    static PolicyPack Pack(int? days) => TestPacks.With((PolicyKeys.SampleDisposalDays, days is { } number ? TestPacks.Proposed(number) : null));

    static Screen Positive(string? sample = "A-1") => new(Cases.Somebody(), null, new ScreenRecord
    {
        On = on,
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.Done,
        Result = ScreenResult.PositivePreliminary,
        SampleA = sample,
        SampleB = sample,
        KeepSamplesUntil = sample is null ? null : kept,
    }, new EntryNote(Guid.CreateVersion7(), null, DateTime.UnixEpoch, on, IsHistory: true));
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

public sealed partial class Screen
{
    public static readonly Broken SealedBeforeScreen = new("screening.sealed-before-screen", "SealedOn") { Rule = "R2.5" };
    public static readonly Broken SealedInFuture = new("screening.sealed-in-future", "SealedOn") { Rule = "R2.5" };
    public static readonly Broken SealedOnMissing = new("screening.sealed-on-missing", "SealedOn") { Rule = "R2.5" };
    public static readonly Broken NothingToSeal = new("screening.nothing-to-seal", "SealedOn") { Rule = "R2.5" };
    public static readonly Broken ToldBeforeScreen = new("screening.told-before-screen", "ResultToldOn") { Rule = "R2.7" };
    public static readonly Broken ToldInFuture = new("screening.result-told-in-future", "ResultToldOn") { Rule = "R2.7" };
    public static readonly Broken ToldTwice = new("screening.told-twice", "ResultToldOn") { Rule = "R2.7" };
    public static readonly Broken RefusalUntold = new("screening.refusal-untold", "RefusalNote") { Rule = "R2.7" };
    public static readonly Broken NothingTold = new("screening.nothing-told") { Rule = "R2.7" };
    public static readonly Broken ApproverMissing = new("screening.approver-missing", "ApprovedBy") { Rule = "R2.6" };
    public static readonly Broken ApprovalTimeMissing = new("screening.approval-time-missing", "ApprovedAt") { Rule = "R2.6" };
    public static readonly Broken ApprovedAfterScreen = new("screening.approved-after-screen", "ApprovedAt") { Rule = "R2.6" };
    public static readonly Broken CompelledNotHeld = new("screening.compelled-not-held", "Outcome") { Rule = "R2.6" };

    /// <summary>Day on which the A and B samples were sealed, by whom, and whether the client signed the seals (rules R2.5); null where nobody wrote it down.</summary>
    public DateOnly? SamplesSealedOn { get; private set; }
    public string? SamplesSealedBy { get; private set; }
    public bool? SealSigned { get; private set; }

    /// <summary>Where the samples are kept.</summary>
    public string? SamplesKeptAt { get; private set; }

    /// <summary>The result was told on the spot; the testers and the client signed the report (rules R2.7).</summary>
    public bool? ToldOnSpot { get; private set; }
    public bool? TestersSigned { get; private set; }
    public bool? ReportSigned { get; private set; }

    /// <summary>Day on which the result was told, where nobody says that it was on the spot; null while it is not.</summary>
    public DateOnly? ResultToldOn { get; private set; }

    /// <summary>The day on which the client knew the result, from which the days to ask for a laboratory run (rules R2.2, table 2.2); null while nobody has told it.</summary>
    public DateOnly? KnewOn => ResultToldOn ?? (ToldOnSpot == false ? null : On);

    /// <summary>What the officer noted where the client would not sign.</summary>
    public Sealed? RefusalNote { get; private set; }

    /// <summary>Who approved that it was made by compulsion, when, and on which paper (rules R2.6); null where the person came of their own will.</summary>
    public string? CompulsionApprovedBy { get; private set; }
    public DateTime? CompulsionApprovedAt { get; private set; }
    public string? CompulsionDocument { get; private set; }

    public bool IsCompelled => CompulsionApprovedBy is not null;

    /// <summary>The samples of a positive are kept here, and nobody has written down how they were sealed or where they are.</summary>
    public bool LacksSeal => this is { SampleA: not null, SamplesDisposedOn: null, IsAnnulled: false } && (SamplesSealedOn is null || SamplesKeptAt is null);

    /// <summary>What was written down on the spot.</summary>
    public SpotNotes Spot => new()
    {
        SealedOn = SamplesSealedOn,
        SealedBy = SamplesSealedBy,
        SealSigned = SealSigned,
        KeptAt = SamplesKeptAt,
        ToldOnSpot = ToldOnSpot,
        ToldOn = ResultToldOn,
        TestersSigned = TestersSigned,
        ReportSigned = ReportSigned,
        RefusalNote = RefusalNote,
    };

    /// <summary>Why nothing can be added to what was written down on the spot.</summary>
    public IEnumerable<Broken> WhyNotNote(SpotNotes notes, DateOnly today) => IsAnnulled ? [AlreadyAnnulled.With(AnnulledOn!)] : WhyNotSpot(notes, this, today);

    /// <summary>Writes down what was not written with the result; what is written anew replaces what stood there.</summary>
    public void Note(SpotNotes notes, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotNote(notes, today));
        Take(notes);
    }

    static IEnumerable<Broken> WhyNotSpot(SpotNotes notes, Screen screen, DateOnly today) => WhyNotSpot(notes, screen.On, screen.Outcome, screen.SampleA, today);

    static IEnumerable<Broken> WhyNotSpot(SpotNotes notes, DateOnly on, ScreenOutcome outcome, string? sample, DateOnly today)
    {
        if (outcome != ScreenOutcome.Done && !notes.IsEmpty)
        {
            yield return NothingTold;
            yield break;
        }
        if (string.IsNullOrWhiteSpace(sample) && notes.IsOfSamples)
        {
            yield return NothingToSeal;
        }
        else if (notes.SealedOn is null && (notes.SealedBy is not null || notes.SealSigned is not null))
        {
            yield return SealedOnMissing;
        }
        if (notes.SealedOn < on)
        {
            yield return SealedBeforeScreen.With(notes.SealedOn!, on);
        }
        if (notes.SealedOn > today)
        {
            yield return SealedInFuture.With(notes.SealedOn!);
        }
        if (notes.ToldOn < on)
        {
            yield return ToldBeforeScreen.With(notes.ToldOn!, on);
        }
        if (notes.ToldOn > today)
        {
            yield return ToldInFuture.With(notes.ToldOn!);
        }
        if (notes is { ToldOnSpot: true, ToldOn: { } later } && later != on)
        {
            yield return ToldTwice.With(on, later);
        }
        if ((notes.SealSigned == false || notes.ReportSigned == false) && notes.RefusalNote is null)
        {
            yield return RefusalUntold;
        }
    }

    /// <summary>Nobody is tested by force without the approval of the head of a county police body, given before (rules R2.6).</summary>
    static IEnumerable<Broken> WhyNotCompel(ScreenRecord record, DateTime now)
    {
        if (record.Compulsion is not { } compulsion)
        {
            yield break;
        }
        if (record.Outcome != ScreenOutcome.Done)
        {
            yield return CompelledNotHeld;
        }
        if (string.IsNullOrWhiteSpace(compulsion.ApprovedBy))
        {
            yield return ApproverMissing;
        }
        if (compulsion.ApprovedAt is not { } at)
        {
            yield return ApprovalTimeMissing;
        }
        else if (compulsion.ApprovedOn > record.On || at > now)
        {
            yield return ApprovedAfterScreen.With(record.On);
        }
    }

    void Take(SpotNotes? notes)
    {
        (SamplesSealedOn, SealSigned, SamplesKeptAt) = (notes?.SealedOn, notes?.SealSigned, notes?.KeptAt);
        SamplesSealedBy = SamplesSealedOn is null ? null : notes?.SealedBy ?? Collector;
        // Who names another day than that of the screen says that it was not told on the spot.
        ToldOnSpot = notes?.ToldOnSpot ?? (notes?.ToldOn > On ? false : null);
        ResultToldOn = ToldOnSpot == true ? null : notes?.ToldOn;
        (TestersSigned, ReportSigned, RefusalNote) = (notes?.TestersSigned, notes?.ReportSigned, notes?.RefusalNote);
    }

    void Take(Compulsion? compulsion) => (CompulsionApprovedBy, CompulsionApprovedAt, CompulsionDocument) = (compulsion?.ApprovedBy, compulsion?.ApprovedAt, compulsion?.DocumentNumber);
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    public void Serve(DateOnly on, DateOnly? birthDate, DateOnly today) => Step(ServedOn, on, today, birthDate, Facts() with { ServedOn = on });

    public void Report(DateOnly on, DateOnly? birthDate, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(Kind == MeasureKind.Cid ? [MeasureRules.NotForThisMeasure.With(Kind)] : []);
        Step(ReportedOn, on, today, birthDate, Facts() with { ReportedOn = on });
    }

    /// <param name="on">The day it was signed.</param>
    /// <param name="birthDate">The client's birth date.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="clientWord">A number of the client's own choice, which the call-ups follow from then on.</param>
    public void SignAgreement(DateOnly on, DateOnly? birthDate, DateOnly today, string? clientWord = null)
    {
        var word = string.IsNullOrWhiteSpace(clientWord) ? null : clientWord.Trim();
        RulesBrokenException.ThrowIfAny(WhyNotSign().Concat(word is null ? [] : WhyNotChoose(word)));
        Step(AgreementSignedOn, on, today, birthDate, Facts() with { AgreementSignedOn = on });
        if (word is not null)
        {
            CallUps!.Add(word);
        }
    }

    /// <summary>The client adds to the seed once, in figures, after seeing the commitment: neither side can steer the days.</summary>
    public IEnumerable<Broken> WhyNotChoose(string word)
    {
        if (word.Length > MeasureRules.LongestWord || !word.All(char.IsAsciiDigit))
        {
            yield return MeasureRules.WordNotFigures.With(MeasureRules.LongestWord);
        }
        if (CallUps is null or { ClientWord: not null } || AgreementSignedOn is not null)
        {
            yield return MeasureRules.WordTooLate;
        }
    }

    /// <summary>Only community detox and rehabilitation have an agreement, and it follows the report (rules R1.18).</summary>
    IEnumerable<Broken> WhyNotSign()
    {
        if (!Kind.IsInTheCommunity())
        {
            yield return MeasureRules.NotForThisMeasure.With(Kind);
        }
        else if (ReportedOn is null)
        {
            yield return MeasureRules.NotReported;
        }
    }

    /// <summary>A step is taken once; a wrong day is corrected as a correction, so that nobody moves a limit by taking the step again.</summary>
    IEnumerable<Broken> WhyNotStep(DateOnly? taken, DateOnly on, DateOnly today)
    {
        if (taken is { } day)
        {
            yield return MeasureRules.StepTaken.With(day);
        }
        if (!IsOpen)
        {
            yield return MeasureRules.HasEnded.With(EndedOn!);
        }
        if (on > today)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(on);
        }
        if (on < OrderedOn)
        {
            yield return MeasureRules.BeforeStart.With(on, OrderedOn);
        }
    }

    void Step(DateOnly? taken, DateOnly on, DateOnly today, DateOnly? birthDate, MeasureFacts facts)
    {
        RulesBrokenException.ThrowIfAny(WhyNotStep(taken, on, today));
        Correct(facts, birthDate, today);
    }
}

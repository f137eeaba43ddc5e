using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    public void Serve(DateOnly on, DateOnly? birthDate, DateOnly today) => Step(on, today, birthDate, Facts() with { ServedOn = on });

    public void Report(DateOnly on, DateOnly? birthDate, DateOnly today) => Step(on, today, birthDate, Facts() with { ReportedOn = on });

    public void SignAgreement(DateOnly on, DateOnly? birthDate, DateOnly today) => Step(on, today, birthDate, Facts() with { AgreementSignedOn = on });

    /// <summary>Suspended while lawfully detained or arrested (DRR art. 24, rules R1.39).</summary>
    public void Suspend(DateOnly from, string reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(from, today).Concat(Suspension is null ? [] : [MeasureRules.AlreadySuspended.With(Suspension.From!)]));
        acts.Add(new MeasureAct(this, MeasureActKind.Suspended) { From = from, Reason = reason });
    }

    /// <param name="lastDay">The last day of the suspension; the measure goes on the day after.</param>
    /// <param name="today">Today in Shanghai.</param>
    public void Resume(DateOnly lastDay, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(lastDay, today).Concat(Suspension is null ? [MeasureRules.NotSuspended] : []));
        if (lastDay < Suspension!.From)
        {
            throw new RulesBrokenException([MeasureRules.EndBeforeStart.With(lastDay, Suspension.From!)]);
        }
        Suspension.EndOn(lastDay);
    }

    /// <summary>Terminated on imprisonment, a decision of compulsory isolation, or death (rules R1.40).</summary>
    public void Terminate(DateOnly on, string reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(on, today));
        acts.Add(new MeasureAct(this, MeasureActKind.Terminated) { On = on, Reason = reason });
        EndedOn = on;
    }

    /// <summary>Released by the police's notice on expiry (DRR art. 23, rules R1.41).</summary>
    public void Release(DateOnly on, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(on, today));
        acts.Add(new MeasureAct(this, MeasureActKind.Released) { On = on });
        EndedOn = on;
    }

    public void TakeLeave(DateOnly from, DateOnly to, bool reportedInWriting, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(from <= today ? from : today, today));
        if (to < from)
        {
            throw new RulesBrokenException([MeasureRules.EndBeforeStart.With(to, from)]);
        }
        acts.Add(new MeasureAct(this, MeasureActKind.Leave) { From = from, To = to, ReportedInWriting = reportedInWriting });
    }

    /// <summary>Notes that the client came back from the last leave that is still open.</summary>
    public void ReturnFromLeave(DateOnly on, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(on, today));
        acts.LastOrDefault(act => act.Kind == MeasureActKind.Leave && act.ReturnedOn is null)?.ReturnOn(on);
    }

    MeasureAct? Suspension => acts.LastOrDefault(act => act.Kind == MeasureActKind.Suspended && act.To is null);

    void Step(DateOnly on, DateOnly today, DateOnly? birthDate, MeasureFacts facts)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAct(on, today));
        Correct(facts, birthDate, today);
    }
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>
/// The dispute of a positive result: laboratory (sample A), then recheck by another institution (sample B). While it is open the result
/// stays preliminary and counts nowhere (rules R2.2, R2.9).
/// </summary>
public sealed class ScreenDispute : IAboutClient, IVersioned, IAudited, IStandsUnder
{
    public static readonly Broken NotPositive = new("screening.dispute-not-positive");
    public static readonly Broken IsClosed = new("screening.dispute-closed");
    public static readonly Broken OutOfOrder = new("screening.dispute-out-of-order");
    public static readonly Broken TooEarly = new("screening.dispute-too-early", "On");
    public static readonly Broken TooLate = new("screening.dispute-too-late", "On");
    public static readonly Broken InFuture = new("screening.step-in-future", "On");
    public static readonly Broken LaboratoryMissing = new("screening.laboratory-missing", "Laboratory");
    public static readonly Broken SameLaboratory = new("screening.same-laboratory", "Laboratory");
    public static readonly Broken ResultMissing = new("screening.result-missing", "IsPositive");
    public static readonly Broken DecisionMissing = new("screening.decision-missing", "DocumentNumber");
    public static readonly Broken DocumentMissing = new("screening.report-missing", "DocumentNumber");
    public static readonly Broken StillTime = new("screening.dispute-still-time");
    public static readonly Broken NoResult = new("screening.dispute-no-result");

    public static readonly Broken SamplesGone = new("screening.samples-gone", "On") { Rule = "R2.5" };

    List<DisputeEntry> entries = [];

    /// <summary>The day on which the client knew the result; only at the opening, from which the first limit runs.</summary>
    readonly DateOnly? knewOn;

    ScreenDispute()
    {
    }

    public ScreenDispute(Screen screen, DisputeEntry request, DisputeLimit limit, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(screen.WhyNotDispute());
        Id = entry.RecordId;
        ScreenId = screen.Id;
        ClientId = screen.ClientId;
        UnitId = screen.UnitId;
        ScreenedOn = screen.On;
        // Who has not been told yet may ask all the same.
        knewOn = screen.KnewOn ?? entry.Today;
        Take(request, limit, entry.Today);
        screen.TakeBack(entry.Today);
    }

    public Guid Id { get; private set; }
    public Guid ScreenId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public DateOnly ScreenedOn { get; private set; }

    /// <summary>The steps that were taken, in their order.</summary>
    public IReadOnlyList<DisputeEntry> Entries
    {
        get => entries;
        private set => entries = [.. value];
    }

    /// <summary>The day on which the result became final.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public bool? IsPositive { get; private set; }
    public int Version { get; private set; }

    Guid IStandsUnder.StandsUnderId => ScreenId;

    /// <summary>The step that may be taken next; null where the dispute is closed.</summary>
    public DisputeStep? Next => ClosedOn is null ? DisputeRules.After(entries.Count == 0 ? null : entries[^1].Step) : null;

    /// <summary>How it may end instead of the next step.</summary>
    public IReadOnlyList<DisputeStep> Ends => DisputeRules.EndsBefore(Next);

    /// <summary>The last day of the next step.</summary>
    public DateOnly? NextBy(DisputeLimit limit) => Next is { } next ? limit(next, entries.Count == 0 ? knewOn ?? ScreenedOn : Last) : null;

    /// <summary>The last day to tell of a step: of a decision as long as it may take, of a result the hours after the report (table 2.2); null where nobody is told of it.</summary>
    public DateOnly? TellBy(DisputeEntry entry, DisputeLimit limit) => DisputeRules.Of(entry.Step).Tells && entries.IndexOf(entry) is >= 0 and var place
        ? limit(entry.Step, place == 0 ? ScreenedOn : entries[place - 1].On) : null;

    /// <summary>Whether the result may be made final: it was told, and the time to ask for a recheck is over or used up.</summary>
    public IEnumerable<Broken> WhyNotClose(DisputeLimit limit, DateOnly today)
    {
        if (ClosedOn is not null)
        {
            yield return IsClosed;
        }
        else if (entries[^1].Step is not (DisputeStep.Told or DisputeStep.RecheckTold) && !DisputeRules.IsEnd(entries[^1].Step))
        {
            yield return NoResult;
        }
        else if (entries[^1].Step == DisputeStep.Told && Result == true && today <= NextBy(limit))
        {
            yield return StillTime.With(NextBy(limit)!);
        }
    }

    public IEnumerable<Broken> WhyNotTake(DisputeEntry step, DisputeLimit limit, DateOnly today)
    {
        if (step.Step != Next && !Ends.Contains(step.Step))
        {
            yield return ClosedOn is null ? OutOfOrder.With(step.Step) : IsClosed;
            yield break;
        }
        if (step.On > today)
        {
            yield return InFuture.With(step.On);
        }
        if (step.On < Last)
        {
            yield return TooEarly.With(step.On, Last);
        }
        // Who asks too late has no claim; what an office does too late is late, and is recorded as it was.
        if (DisputeRules.IsAsked(step.Step) && step.On > NextBy(limit))
        {
            yield return TooLate.With(step.On, NextBy(limit)!);
        }
        foreach (var missing in WhatIsMissing(step).Concat(DisputeTelling.WhyNot(step, today)))
        {
            yield return missing;
        }
    }

    /// <summary>What was destroyed goes to no laboratory (rules R2.5).</summary>
    public static IEnumerable<Broken> WhyNotSend(Screen screen, DisputeEntry step) =>
        step.Step is DisputeStep.Sent or DisputeStep.RecheckSent && step.On >= screen.SamplesDisposedOn ? [SamplesGone.With(screen.SamplesDisposedOn)] : [];

    /// <summary>A sample went to a laboratory.</summary>
    public bool IsSent => entries.Any(entry => entry.Step is DisputeStep.Sent or DisputeStep.RecheckSent);

    public void Take(DisputeEntry step, DisputeLimit limit, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotTake(step, limit, today));
        entries = [.. entries, DisputeTelling.Whole(step)];
        // Nothing was tested: the preliminary result stands as it was, and a person confirms it or not.
        if (DisputeRules.IsEnd(step.Step) && Result is null)
        {
            ClosedOn = today;
        }
    }

    /// <summary>Makes the last result final: it confirms the screen or overturns it.</summary>
    public void Close(Screen screen, DisputeLimit limit, SecondStep step)
    {
        RulesBrokenException.ThrowIfAny(WhyNotClose(limit, step.On));
        (ClosedOn, IsPositive) = (step.On, Result);
        step = step with { DocumentNumber = entries.LastOrDefault(entry => entry.IsPositive is not null)?.DocumentNumber };
        if (Result == true)
        {
            screen.Confirm(this, limit, step);
        }
        else
        {
            screen.Overturn(step);
        }
    }

    /// <summary>Ends with the screen that it is about: the record was wrong, and its result is nobody's any more.</summary>
    public void Drop(Screen screen, DateOnly today) => ClosedOn = screen.IsAnnulled ? ClosedOn ?? today : ClosedOn;

    IEnumerable<Broken> WhatIsMissing(DisputeEntry step)
    {
        var rule = DisputeRules.Of(step.Step);
        if (rule.NeedsLaboratory && string.IsNullOrWhiteSpace(step.Laboratory))
        {
            yield return LaboratoryMissing;
        }
        if (rule.NeedsDecision && string.IsNullOrWhiteSpace(step.DocumentNumber))
        {
            yield return DecisionMissing;
        }
        var first = entries.FirstOrDefault(entry => entry.Step == DisputeStep.Sent)?.Laboratory;
        if (step.Step == DisputeStep.RecheckSent && Alike.Is(first, step.Laboratory))
        {
            yield return SameLaboratory.With(first ?? "");
        }
        if (rule.NeedsResult && step.IsPositive is null)
        {
            yield return ResultMissing;
        }
        if (rule.NeedsResult && string.IsNullOrWhiteSpace(step.DocumentNumber))
        {
            yield return DocumentMissing;
        }
    }

    DateOnly Last => entries.Count == 0 ? ScreenedOn : entries[^1].On;

    /// <summary>What the last laboratory found; null before the first report.</summary>
    public bool? Result => entries.LastOrDefault(entry => entry.IsPositive is not null)?.IsPositive;
}

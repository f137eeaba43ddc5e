using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>
/// One assessment of a client's risk: what was found by which template, what it suggested, what a person decided and why, on which records, and
/// when it is looked at again. A change that the policy wants confirmed waits for a second person; until then the level before holds (rules R2.38).
/// </summary>
public sealed class RiskRecord : IAboutClient, IVersioned, IAudited
{
    public static readonly Broken InFuture = new("people.risk-in-future", "On");
    public static readonly Broken BeforeLast = new("people.risk-before-last", "On");
    public static readonly Broken ReasonMissing = new("people.risk-reason-missing", "Reason");
    public static readonly Broken NoteMissing = new("people.risk-note-missing", "Note");
    public static readonly Broken FactorUnknown = new("people.risk-factor-unknown", "Factors");
    public static readonly Broken NotWaiting = new("people.risk-not-waiting");
    public static readonly Broken OwnChange = new("people.risk-own-change");
    public static readonly Broken RefusalMissing = new("people.risk-refusal-missing", "Reason");

    RiskRecord()
    {
    }

    /// <param name="client">Whose risk.</param>
    /// <param name="finding">What was found and decided.</param>
    /// <param name="basis">What it is judged by; null where a roster or an older record gives the level.</param>
    /// <param name="policy">Which changes wait, and when it is looked at again.</param>
    /// <param name="entry">Who enters it, and when.</param>
    public RiskRecord(Client client, RiskFinding finding, RiskBasis? basis, RiskPolicy policy, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAssess(client, finding, basis, entry));
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        Level = finding.Level;
        On = finding.On;
        Reason = finding.Reason;
        Before = client.Risk;
        Template = basis?.Name;
        TemplateId = basis?.TemplateId;
        Factors = finding.Factors;
        var suggestion = basis?.Scale.Suggest(finding.Factors);
        (Points, Suggested) = (suggestion?.Points ?? 0, suggestion?.Level);
        Note = finding.Note;
        Evidence = finding.Evidence;
        DecidedById = finding.DecidedById;
        EnteredById = entry.EnteredById;
        EnteredAt = entry.At;
        State = !entry.IsHistory && policy.Waits(Before, Level, Suggested) ? RiskState.Waiting : RiskState.InForce;
        if (InForceAt is { } level)
        {
            NextReviewOn = policy.NextReview(level, On);
            client.AssessRisk(level, On);
        }
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>The level that was decided; in force at once, or when it is confirmed.</summary>
    public RiskLevel Level { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>Code of the list <c>riskReason</c>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The level that was in force; null before the first assessment.</summary>
    public RiskLevel? Before { get; private set; }
    public RiskState State { get; private set; }

    /// <summary>Name and number of the template's version that it was judged by; null where a roster or an older record gave the level.</summary>
    public string? Template { get; private set; }
    public Guid? TemplateId { get; private set; }

    /// <summary>Codes of the template's factors that held.</summary>
    public IReadOnlyList<string> Factors { get; private set; } = [];
    public int Points { get; private set; }
    public RiskLevel? Suggested { get; private set; }
    public Sealed? Note { get; private set; }

    /// <summary>The records it stands on, each as <c>screen:id</c>, <c>contact:id</c> or <c>act:id</c>.</summary>
    public IReadOnlyList<string> Evidence { get; private set; } = [];
    public Guid? DecidedById { get; private set; }
    public Guid? EnteredById { get; private set; }
    public DateTime? EnteredAt { get; private set; }
    public DateOnly? NextReviewOn { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public Guid? AnsweredById { get; private set; }
    public Sealed? Refusal { get; private set; }
    public int Version { get; private set; }

    public bool IsChange => Before is { } before && before != Level;

    public bool Departs => Suggested is { } suggested && suggested != Level;

    /// <summary>The level that holds as far as this assessment goes; null where a first one waits.</summary>
    public RiskLevel? InForceAt => State == RiskState.InForce ? Level : Before;

    /// <summary>The level as it was in force from day to day: the one before stays until the answer.</summary>
    public IEnumerable<RiskStep> Steps()
    {
        var waited = State != RiskState.InForce || AnsweredOn is not null;
        if ((waited ? Before : Level) is { } level)
        {
            yield return new RiskStep(On, level);
        }
        if (State == RiskState.InForce && AnsweredOn is { } answered)
        {
            yield return new RiskStep(answered, Level, IsAnswer: true);
        }
    }

    public static IEnumerable<Broken> WhyNotAssess(Client client, RiskFinding finding, RiskBasis? basis, EntryNote entry)
    {
        if (finding.On > entry.Today)
        {
            yield return InFuture.With(finding.On);
        }
        if (finding.On < client.RiskAssessedOn)
        {
            yield return BeforeLast.With(client.RiskAssessedOn);
        }
        if (string.IsNullOrWhiteSpace(finding.Reason))
        {
            yield return ReasonMissing;
        }
        foreach (var unknown in finding.Factors.Where(code => basis?.Scale.Has(code) != true))
        {
            yield return FactorUnknown.With(unknown);
        }
        if (basis is not null && finding.Note is null && !entry.IsHistory && NeedsNote(client, finding, basis))
        {
            yield return NoteMissing;
        }
    }

    static bool NeedsNote(Client client, RiskFinding finding, RiskBasis basis) =>
        (client.Risk is { } before && before != finding.Level) || basis.Scale.Suggest(finding.Factors).Level != finding.Level;

    /// <summary>Whoever decided or entered a change does not confirm it.</summary>
    public IEnumerable<Broken> WhyNotAnswer(RiskAnswer answer)
    {
        if (State != RiskState.Waiting)
        {
            yield return NotWaiting;
        }
        if (answer.AccountId == EnteredById || (answer.StaffId is not null && answer.StaffId == DecidedById))
        {
            yield return OwnChange;
        }
    }

    /// <summary>The level is in force from today on.</summary>
    public void Confirm(Client client, RiskPolicy policy, RiskAnswer answer)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnswer(answer));
        Answer(RiskState.InForce, answer);
        NextReviewOn = policy.NextReview(Level, On);
        client.AssessRisk(Level, On);
    }

    /// <summary>The level before stays; the assessment was made and is kept with the reason of the refusal.</summary>
    public void Refuse(Sealed? reason, RiskAnswer answer)
    {
        RulesBrokenException.ThrowIfAny([.. WhyNotAnswer(answer), .. reason is null ? [RefusalMissing] : Array.Empty<Broken>()]);
        Answer(RiskState.Refused, answer);
        Refusal = reason;
    }

    /// <summary>A newer assessment takes its place before anybody has answered.</summary>
    public void Overtake() => State = State == RiskState.Waiting ? RiskState.Overtaken : State;

    void Answer(RiskState state, RiskAnswer answer)
    {
        State = state;
        AnsweredOn = answer.On;
        AnsweredById = answer.AccountId;
    }
}

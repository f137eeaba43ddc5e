using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>A legal measure that a client is under, from its order to its end (rules 1.2). The office decides nothing here: it records what was decided.</summary>
public sealed partial class Measure : IVersioned, IAudited, IAboutClient
{
    readonly List<MeasureAct> acts = [];
    readonly List<SupersededPapers> superseded = [];

    Measure()
    {
    }

    /// <param name="client">Whose measure it is.</param>
    /// <param name="kind">Which measure.</param>
    /// <param name="facts">What its papers say.</param>
    /// <param name="others">The client's other measures.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="knownOn">The day the office knew of it, where that was before today.</param>
    public Measure(Client client, MeasureKind kind, MeasureFacts facts, IReadOnlyCollection<Measure> others, DateOnly today, DateOnly? knownOn = null)
    {
        Id = Ids.New();
        ClientId = client.Id;
        UnitId = client.UnitId;
        Kind = kind;
        KnownOn = knownOn ?? today;
        CorrectedOn = today;
        RulesBrokenException.ThrowIfAny(WhyNotOpen(kind, others));
        Correct(facts, client.BirthDate, today);
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public MeasureKind Kind { get; private set; }

    /// <summary>Number of the order ; finds the measure again when a sheet comes a second time.</summary>
    public string? OrderNumber { get; private set; }
    public string? IssuedBy { get; private set; }
    public DateOnly? OrderedOn { get; private set; }
    public DateOnly? ServedOn { get; private set; }
    public DateOnly? FamilyServedOn { get; private set; }
    public DateOnly? OfficeToldOn { get; private set; }
    public DateOnly? ReportedOn { get; private set; }
    public DateOnly? AgreementSignedOn { get; private set; }
    public int? TermYears { get; private set; }
    public int ServedIsolationDays { get; private set; }

    /// <summary>The street whose office executes the measure (rules R1.6).</summary>
    public Guid? PlaceOfExecutionId { get; private set; }

    /// <summary>Name of the policy pack; null takes the one in force for the place.</summary>
    public string? PolicyPack { get; private set; }

    /// <summary>Last day in force where the measure was released, terminated or replaced.</summary>
    public DateOnly? EndedOn { get; private set; }
    public CallUpSeed? CallUps { get; private set; }

    /// <summary>The day the office knew of the measure.</summary>
    public DateOnly KnownOn { get; private set; }

    /// <summary>The day its papers were last entered or corrected.</summary>
    public DateOnly CorrectedOn { get; private set; }
    public IReadOnlyList<MeasureAct> Acts => acts;

    /// <summary>Earlier states of the papers; read only where the state as known on a day is asked for.</summary>
    public IReadOnlyList<SupersededPapers> Superseded => superseded;
    public int Version { get; private set; }

    public bool IsOpen => EndedOn is null;

    public void Correct(MeasureFacts facts, DateOnly? birthDate, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotCorrect(facts, birthDate, today).Concat(WhyNotMove(facts)));
        if (CorrectedOn < today && TellsOtherDays(facts))
        {
            superseded.Add(new SupersededPapers(this, today));
            CorrectedOn = today;
        }
        OrderNumber = facts.OrderNumber;
        IssuedBy = facts.IssuedBy;
        OrderedOn = facts.OrderedOn;
        ServedOn = facts.ServedOn;
        FamilyServedOn = facts.FamilyServedOn;
        OfficeToldOn = facts.OfficeToldOn;
        ReportedOn = facts.ReportedOn;
        AgreementSignedOn = facts.AgreementSignedOn;
        TermYears = facts.TermYears;
        ServedIsolationDays = facts.ServedIsolationDays;
        PlaceOfExecutionId = facts.PlaceOfExecutionId;
        PolicyPack = facts.PolicyPack;
    }

    bool TellsOtherDays(MeasureFacts facts) =>
        facts.OrderedOn != OrderedOn || facts.ServedOn != ServedOn || facts.ReportedOn != ReportedOn || facts.AgreementSignedOn != AgreementSignedOn
        || facts.FamilyServedOn != FamilyServedOn || facts.OfficeToldOn != OfficeToldOn || facts.TermYears != TermYears || facts.ServedIsolationDays != ServedIsolationDays;

    /// <summary>The facts as they stand, to be corrected with <c>with</c>.</summary>
    public MeasureFacts Facts() => new()
    {
        OrderNumber = OrderNumber,
        IssuedBy = IssuedBy,
        OrderedOn = OrderedOn,
        ServedOn = ServedOn,
        FamilyServedOn = FamilyServedOn,
        OfficeToldOn = OfficeToldOn,
        ReportedOn = ReportedOn,
        AgreementSignedOn = AgreementSignedOn,
        TermYears = TermYears,
        ServedIsolationDays = ServedIsolationDays,
        PlaceOfExecutionId = PlaceOfExecutionId,
        PolicyPack = PolicyPack,
    };

    /// <summary>Commits to a seed for the unpredictable call-ups; once, so that nobody can draw again until the days please.</summary>
    public void CommitCallUps(CallUpSeed seed)
    {
        if (CallUps is not null)
        {
            throw new RulesBrokenException([MeasureRules.CallUpsCommitted]);
        }
        CallUps = seed;
    }
}

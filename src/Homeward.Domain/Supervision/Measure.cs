using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>A legal measure that a client is under, from its order to its end (rules 1.2). The office decides nothing here: it records what was decided.</summary>
public sealed partial class Measure : IVersioned, IAudited, IAboutClient
{
    readonly List<MeasureAct> acts = [];

    Measure()
    {
    }

    public Measure(Client client, MeasureKind kind, MeasureFacts facts, IReadOnlyCollection<Measure> others, DateOnly today)
    {
        Id = Ids.New();
        ClientId = client.Id;
        UnitId = client.UnitId;
        Kind = kind;
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
    public IReadOnlyList<MeasureAct> Acts => acts;
    public int Version { get; private set; }

    public bool IsOpen => EndedOn is null;

    public void Correct(MeasureFacts facts, DateOnly? birthDate, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotCorrect(facts, birthDate, today));
        OrderNumber = facts.OrderNumber;
        IssuedBy = facts.IssuedBy;
        OrderedOn = facts.OrderedOn;
        ServedOn = facts.ServedOn;
        ReportedOn = facts.ReportedOn;
        AgreementSignedOn = facts.AgreementSignedOn;
        TermYears = facts.TermYears;
        ServedIsolationDays = facts.ServedIsolationDays;
        PlaceOfExecutionId = facts.PlaceOfExecutionId;
        PolicyPack = facts.PolicyPack;
    }

    /// <summary>The facts as they stand, to be corrected with <c>with</c>.</summary>
    public MeasureFacts Facts() => new()
    {
        OrderNumber = OrderNumber,
        IssuedBy = IssuedBy,
        OrderedOn = OrderedOn,
        ServedOn = ServedOn,
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

using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Supervision;

/// <summary>A measure as the API shows one; the calculated state only where it was asked for.</summary>
public sealed record ApiMeasure(
    Guid Id, Guid PersonId, MeasureKind Kind, string? OrderNumber, string? IssuedBy, DateOnly? OrderedOn, DateOnly? ServedOn, DateOnly? ReportedOn, DateOnly? AgreementSignedOn,
    int? TermYears, DateOnly? EndedOn, string? CallUpCommitment, int Version, MeasureStatus? Status, DateOnly? EndsOn, IReadOnlyList<ScreeningWindow>? Windows, BreachCounters? Counters,
    bool? SeriousBreach, IReadOnlyList<MeasureDeadline>? Deadlines, IReadOnlyList<CountedEvent>? Counted, string? PolicyVersion, IReadOnlyList<ApiAct> Acts)
{
    public static ApiMeasure Of(Measure measure, MeasureState? state) => new(
        measure.Id, measure.ClientId, measure.Kind, measure.OrderNumber, measure.IssuedBy, measure.OrderedOn, measure.ServedOn, measure.ReportedOn, measure.AgreementSignedOn,
        measure.TermYears, measure.EndedOn, measure.CallUps?.Commitment, measure.Version, state?.Status, state?.EndsOn, state?.Windows, state?.Counters,
        state?.SeriousBreach, state?.Deadlines, state?.Counted, state?.PolicyVersion,
        [.. measure.Acts.OrderBy(act => act.On).Select(act => new ApiAct(act.Id, act.Kind, act.On, act.To, act.KnownOn, act.Reason, act.DocumentNumber, act.Issuer, act.IssuedBy, act.AnnulledOn is not null))]);
}

/// <summary>One act on a measure, without its free text.</summary>
public sealed record ApiAct(Guid Id, MeasureActKind Kind, DateOnly On, DateOnly? To, DateOnly KnownOn, string? Reason, string? DocumentNumber, IssuingBody? Issuer, string? IssuedBy, bool Annulled);

/// <summary>What opens a measure.</summary>
public sealed record ApiNewMeasure : IApiBody
{
    public required Guid PersonId { get; init; }
    public required MeasureKind Kind { get; init; }
    [StringLength(100)]
    public string? OrderNumber { get; init; }
    [StringLength(100)]
    public string? IssuedBy { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }
    public int? TermYears { get; init; }
    public int ServedIsolationDays { get; init; }

    public MeasureFacts ToFacts() => new()
    {
        OrderNumber = OrderNumber,
        IssuedBy = IssuedBy,
        OrderedOn = OrderedOn,
        ServedOn = ServedOn,
        ReportedOn = ReportedOn,
        AgreementSignedOn = AgreementSignedOn,
        TermYears = TermYears,
        ServedIsolationDays = ServedIsolationDays,
    };
}

/// <summary>An act on a measure; which fields a verb needs, <c>docs/api.md</c> lists.</summary>
public sealed record ApiMeasureAct : IApiBody
{
    public required DateOnly On { get; init; }
    public DateOnly? To { get; init; }
    public DateOnly? KnownOn { get; init; }
    public bool ReportedInWriting { get; init; }
    public bool RemoteScreen { get; init; }
    [CodeOf("actReason")]
    public string? Reason { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }
    public IssuingBody? Issuer { get; init; }
    [StringLength(100)]
    public string? IssuedBy { get; init; }
    public Guid? PlaceId { get; init; }
    public int? Year { get; init; }
    public int? Index { get; init; }
    [StringLength(200)]
    public string? Destination { get; init; }
    [StringLength(100)]
    public string? Contact { get; init; }
    [StringLength(100)]
    public string? Companion { get; init; }
    [StringLength(60)]
    public string? Reviewer { get; init; }
    [StringLength(1000)]
    public string? Note { get; init; }

    /// <summary>The act to annul.</summary>
    public Guid? ActId { get; init; }

    public MeasureVerbInput ToVerb(MeasureVerb verb) => new()
    {
        On = On,
        To = To ?? (verb == MeasureVerb.Leave ? On : null),
        KnownOn = KnownOn,
        ReportedInWriting = ReportedInWriting,
        RemoteScreen = RemoteScreen,
        Reason = Reason,
        DocumentNumber = DocumentNumber,
        Issuer = Issuer,
        IssuedBy = IssuedBy,
        PlaceId = PlaceId,
        Year = Year,
        Index = Index,
        Details = new ActDetails(Destination, Contact, Companion, Note) { Reviewer = Reviewer },
    };
}

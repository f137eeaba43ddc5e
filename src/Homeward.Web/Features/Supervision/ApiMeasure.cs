using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Supervision;

/// <summary>A measure as the API shows one; the calculated state only where it was asked for.</summary>
public sealed record ApiMeasure(
    Guid Id, Guid PersonId, MeasureKind Kind, string? OrderNumber, string? IssuedBy, DateOnly? OrderedOn, DateOnly? ServedOn, DateOnly? ReportedOn, DateOnly? AgreementSignedOn,
    int? TermYears, DateOnly? EndedOn, string? CallUpCommitment, int Version, MeasureStatus? Status, DateOnly? EndsOn, IReadOnlyList<ScreeningWindow>? Windows, BreachCounters? Counters,
    bool? SeriousBreach, IReadOnlyList<MeasureDeadline>? Deadlines, string? PolicyVersion)
{
    public static ApiMeasure Of(Measure measure, MeasureState? state) => new(
        measure.Id, measure.ClientId, measure.Kind, measure.OrderNumber, measure.IssuedBy, measure.OrderedOn, measure.ServedOn, measure.ReportedOn, measure.AgreementSignedOn,
        measure.TermYears, measure.EndedOn, measure.CallUps?.Commitment, measure.Version, state?.Status, state?.EndsOn, state?.Windows, state?.Counters,
        state?.SeriousBreach, state?.Deadlines, state?.PolicyVersion);
}

/// <summary>What opens a measure.</summary>
public sealed record ApiNewMeasure : IApiBody
{
    public required Guid PersonId { get; init; }
    public required MeasureKind Kind { get; init; }
    public string? OrderNumber { get; init; }
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

/// <summary>An act on a measure.</summary>
public sealed record ApiMeasureAct : IApiBody
{
    public required DateOnly On { get; init; }
    public DateOnly? To { get; init; }
    public bool ReportedInWriting { get; init; }
    public string? Reason { get; init; }
}

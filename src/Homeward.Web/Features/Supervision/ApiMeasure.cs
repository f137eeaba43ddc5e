using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Supervision;

/// <summary>A measure as the API shows one; the calculated state only where it was asked for.</summary>
public sealed record ApiMeasure(
    Guid Id, Guid PersonId, MeasureKind Kind, string? OrderNumber, string? IssuedBy, DateOnly? OrderedOn, DateOnly? ServedOn, DateOnly? FamilyServedOn, DateOnly? OfficeToldOn, DateOnly? ReportedOn, DateOnly? AgreementSignedOn,
    int? TermYears, DateOnly? EndedOn, string? CallUpCommitment, int Version, MeasureStatus? Status, DateOnly? EndsOn, IReadOnlyList<ScreeningWindow>? Windows, BreachCounters? Counters,
    bool? SeriousBreach, bool? Unfounded, IReadOnlyList<BreachGround>? BreachGrounds, DateOnly? ReportBy, IReadOnlyList<MeasureDeadline>? Deadlines, IReadOnlyList<DeadlineKind>? Provisional, IReadOnlyList<CountedEvent>? Counted, IReadOnlyList<MeasureFigure>? Figures, string? PolicyVersion, IReadOnlyList<ApiAct> Acts)
{
    public static ApiMeasure Of(Measure measure, MeasureState? state, IReadOnlyList<MeasureFigure>? figures = null, IReadOnlyDictionary<Guid, string>? recorders = null) => new(
        measure.Id, measure.ClientId, measure.Kind, measure.OrderNumber, measure.IssuedBy, measure.OrderedOn, measure.ServedOn, measure.FamilyServedOn, measure.OfficeToldOn, measure.ReportedOn, measure.AgreementSignedOn,
        measure.TermYears, measure.EndedOn, measure.CallUps?.Commitment, measure.Version, state?.Status, state?.EndsOn, state?.Windows, state?.Counters,
        state?.SeriousBreach, state?.IsUnfounded, state?.BreachGrounds, state?.ReportBy, state?.Deadlines, state?.Provisional, state?.Counted, figures, state?.PolicyVersion,
        [.. measure.Acts.OrderBy(act => act.On).Select(act => ApiAct.Of(act, recorders))]);

    /// <summary>With the days of the papers and the acts as the office knew them on a day; what was annulled later stood then.</summary>
    public ApiMeasure AsKnownOn(DateOnly day, MeasureLook look)
    {
        var known = look.Measure.Acts.Where(act => act.WasKnownOn(day)).Select(act => act.Id).ToHashSet();
        return this with
        {
            OrderedOn = look.History.OrderedOn,
            ServedOn = look.History.ServedOn,
            FamilyServedOn = look.History.FamilyServedOn,
            OfficeToldOn = look.History.OfficeToldOn,
            ReportedOn = look.History.ReportedOn,
            AgreementSignedOn = look.History.AgreementSignedOn,
            TermYears = look.History.TermYears,
            EndedOn = look.Measure.EndedAsKnownOn(day),
            Acts = [.. Acts.Where(act => known.Contains(act.Id)).Select(act => act with { Annulled = false })],
        };
    }
}

/// <summary>One act on a measure, without its free text; the name of the account that confirmed it by recording it only where one measure was asked for.</summary>
public sealed record ApiAct(
    Guid Id, MeasureActKind Kind, DateOnly On, DateOnly? To, DateOnly KnownOn, string? Reason, string? DocumentNumber, IssuingBody? Issuer, string? IssuedBy, bool Annulled,
    Guid? RecordedById, string? RecordedBy, DateTime RecordedAt)
{
    public static ApiAct Of(MeasureAct act, IReadOnlyDictionary<Guid, string>? recorders) => new(
        act.Id, act.Kind, act.On, act.To, act.KnownOn, act.Reason, act.DocumentNumber, act.Issuer, act.IssuedBy, act.AnnulledOn is not null,
        act.RecordedById, act.RecordedById is { } by ? recorders?.GetValueOrDefault(by) : null, act.RecordedAt);
}

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
    public DateOnly? FamilyServedOn { get; init; }
    public DateOnly? OfficeToldOn { get; init; }
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
        FamilyServedOn = FamilyServedOn,
        OfficeToldOn = OfficeToldOn,
        ReportedOn = ReportedOn,
        AgreementSignedOn = AgreementSignedOn,
        TermYears = TermYears,
        ServedIsolationDays = ServedIsolationDays,
    };
}

/// <summary>A field of a measure's papers that may be emptied.</summary>
public enum MeasurePaper
{
    OrderNumber,
    IssuedBy,
    OrderedOn,
    ServedOn,
    FamilyServedOn,
    OfficeToldOn,
    ReportedOn,
    AgreementSignedOn,
    TermYears,
    PlaceOfExecutionId,
}

/// <summary>What the papers of a measure really say: the fields that are given; what is absent stays.</summary>
public sealed record ApiMeasurePapers : IApiBody
{
    [StringLength(100)]
    public string? OrderNumber { get; init; }
    [StringLength(100)]
    public string? IssuedBy { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }
    public DateOnly? FamilyServedOn { get; init; }
    public DateOnly? OfficeToldOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }
    public int? TermYears { get; init; }
    public int? ServedIsolationDays { get; init; }

    /// <summary>A street in use.</summary>
    public Guid? PlaceOfExecutionId { get; init; }

    /// <summary>The fields that are emptied, because what stood there was never so.</summary>
    [MaxLength(10)]
    public IReadOnlyList<MeasurePaper> Clear { get; init; } = [];

    public MeasureFacts Over(MeasureFacts known) => known with
    {
        OrderNumber = Kept(MeasurePaper.OrderNumber) ? Tidy(OrderNumber) ?? known.OrderNumber : null,
        IssuedBy = Kept(MeasurePaper.IssuedBy) ? Tidy(IssuedBy) ?? known.IssuedBy : null,
        OrderedOn = Kept(MeasurePaper.OrderedOn) ? OrderedOn ?? known.OrderedOn : null,
        ServedOn = Kept(MeasurePaper.ServedOn) ? ServedOn ?? known.ServedOn : null,
        FamilyServedOn = Kept(MeasurePaper.FamilyServedOn) ? FamilyServedOn ?? known.FamilyServedOn : null,
        OfficeToldOn = Kept(MeasurePaper.OfficeToldOn) ? OfficeToldOn ?? known.OfficeToldOn : null,
        ReportedOn = Kept(MeasurePaper.ReportedOn) ? ReportedOn ?? known.ReportedOn : null,
        AgreementSignedOn = Kept(MeasurePaper.AgreementSignedOn) ? AgreementSignedOn ?? known.AgreementSignedOn : null,
        TermYears = Kept(MeasurePaper.TermYears) ? TermYears ?? known.TermYears : null,
        ServedIsolationDays = ServedIsolationDays ?? known.ServedIsolationDays,
        PlaceOfExecutionId = Kept(MeasurePaper.PlaceOfExecutionId) ? PlaceOfExecutionId ?? known.PlaceOfExecutionId : null,
    };

    bool Kept(MeasurePaper paper) => !Clear.Contains(paper);

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
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

using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision;

/// <summary>What may be recorded of a measure; the API's <c>POST /measures/{id}/{verb}</c> uses the same words with a small first letter.</summary>
public enum MeasureVerb
{
    Serve,
    Report,
    Sign,
    AcceptCause,
    ConfirmOverdue,
    Leave,
    ExtendLeave,
    Return,
    Absence,
    Notice,
    Warn,
    ConfirmBreach,
    HandOver,
    Decline,
    Suspend,
    Resume,
    Transfer,
    Forward,
    RevokeTransfer,
    SignAnew,
    LoseControl,
    GoAbroad,
    RegainControl,
    DualControl,
    EndDualControl,
    Release,
    Terminate,
    FollowUp,
    Reopen,
    Archive,
    Escape,
    Recapture,
    TreatOutside,
    ReturnFromTreatment,
    Extend,
    ReleaseEarly,
    ChangeToCommunity,
    MissClinic,
    ResumeClinic,
    ConfirmDropOut,
    Agree,
    Prolong,
    EndTreatment,
}

/// <summary>The days, the paper and the reason of a verb.</summary>
public sealed record MeasureVerbInput
{
    public required DateOnly On { get; init; }
    public DateOnly? To { get; init; }
    public DateOnly? KnownOn { get; init; }
    public bool ReportedInWriting { get; init; }
    public bool RemoteScreen { get; init; }

    /// <summary>Code of the list <c>actReason</c>.</summary>
    public string? Reason { get; init; }
    public string? DocumentNumber { get; init; }
    public IssuingBody? Issuer { get; init; }
    public string? IssuedBy { get; init; }
    public Guid? PlaceId { get; init; }
    public int? Year { get; init; }
    public int? Index { get; init; }
    public ActDetails? Details { get; init; }

    /// <summary>At the signing: the number that the client adds to the committed seed.</summary>
    public string? ClientWord { get; init; }

    public ActFacts ToFacts(Sealed? details) => new(On)
    {
        To = To,
        KnownOn = KnownOn,
        ReportedInWriting = ReportedInWriting,
        RemoteScreen = RemoteScreen,
        Reason = Reason,
        DocumentNumber = Tidy(DocumentNumber),
        Issuer = Issuer,
        IssuedBy = Tidy(IssuedBy),
        PlaceId = PlaceId,
        Year = Year,
        Index = Index,
        Details = details,
    };

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public static class MeasureVerbs
{
    static readonly Dictionary<MeasureVerb, MeasureActKind> kinds = new()
    {
        [MeasureVerb.AcceptCause] = MeasureActKind.JustCause,
        [MeasureVerb.ConfirmOverdue] = MeasureActKind.OverdueConfirmed,
        [MeasureVerb.Leave] = MeasureActKind.Leave,
        [MeasureVerb.ExtendLeave] = MeasureActKind.LeaveExtended,
        [MeasureVerb.Return] = MeasureActKind.Returned,
        [MeasureVerb.Absence] = MeasureActKind.Absence,
        [MeasureVerb.Notice] = MeasureActKind.NoticeServed,
        [MeasureVerb.Warn] = MeasureActKind.Warning,
        [MeasureVerb.ConfirmBreach] = MeasureActKind.BreachConfirmed,
        [MeasureVerb.HandOver] = MeasureActKind.HandedOver,
        [MeasureVerb.Decline] = MeasureActKind.PoliceDeclined,
        [MeasureVerb.Suspend] = MeasureActKind.Suspended,
        [MeasureVerb.Resume] = MeasureActKind.Resumed,
        [MeasureVerb.Transfer] = MeasureActKind.Transferred,
        [MeasureVerb.Forward] = MeasureActKind.Forwarded,
        [MeasureVerb.RevokeTransfer] = MeasureActKind.TransferRevoked,
        [MeasureVerb.SignAnew] = MeasureActKind.SignedAnew,
        [MeasureVerb.LoseControl] = MeasureActKind.OutOfControl,
        [MeasureVerb.GoAbroad] = MeasureActKind.Abroad,
        [MeasureVerb.RegainControl] = MeasureActKind.BackInControl,
        [MeasureVerb.DualControl] = MeasureActKind.DualControl,
        [MeasureVerb.EndDualControl] = MeasureActKind.DualControlEnded,
        [MeasureVerb.Release] = MeasureActKind.Released,
        [MeasureVerb.Terminate] = MeasureActKind.Terminated,
        [MeasureVerb.FollowUp] = MeasureActKind.FollowUp,
        [MeasureVerb.Reopen] = MeasureActKind.Reopened,
        [MeasureVerb.Archive] = MeasureActKind.Archived,
        [MeasureVerb.Escape] = MeasureActKind.Escaped,
        [MeasureVerb.Recapture] = MeasureActKind.Recaptured,
        [MeasureVerb.TreatOutside] = MeasureActKind.TreatedOutside,
        [MeasureVerb.ReturnFromTreatment] = MeasureActKind.BackInCentre,
        [MeasureVerb.Extend] = MeasureActKind.TermExtended,
        [MeasureVerb.ReleaseEarly] = MeasureActKind.EarlyReleaseDecided,
        [MeasureVerb.ChangeToCommunity] = MeasureActKind.ChangedToCommunity,
        [MeasureVerb.MissClinic] = MeasureActKind.ClinicMissed,
        [MeasureVerb.ResumeClinic] = MeasureActKind.ClinicResumed,
        [MeasureVerb.ConfirmDropOut] = MeasureActKind.DroppedOut,
        [MeasureVerb.Agree] = MeasureActKind.Agreed,
        [MeasureVerb.Prolong] = MeasureActKind.Prolonged,
        [MeasureVerb.EndTreatment] = MeasureActKind.TreatmentEnded,
    };

    /// <summary>The act that the verb records; null for the three steps that stand on the papers themselves.</summary>
    public static MeasureActKind? Kind(this MeasureVerb verb) => kinds.TryGetValue(verb, out var kind) ? kind : null;

    /// <summary>A legal step that a second pair of eyes confirms (R1.16, R2.19).</summary>
    public static bool Confirms(this MeasureVerb verb) => verb.Kind() is { } kind && ActRules.Of(kind).Confirms;

    /// <summary>What is going on calls for it; the other steps that are confirmed come from outside.</summary>
    public static bool IsAwaited(MeasureVerb verb) => verb is MeasureVerb.AcceptCause or MeasureVerb.ConfirmOverdue or MeasureVerb.ConfirmBreach or MeasureVerb.HandOver or MeasureVerb.Decline or MeasureVerb.ConfirmDropOut;

    /// <summary>The verb as the API writes it.</summary>
    public static string Word(this MeasureVerb verb) => $"{char.ToLowerInvariant($"{verb}"[0])}{$"{verb}"[1..]}";

    /// <summary>What can be recorded now, the likeliest first; what the law refuses for other reasons is told when it is tried.</summary>
    public static IEnumerable<MeasureVerb> Possible(Measure measure, MeasureState state, DateOnly today)
    {
        var inTheCommunity = measure.Kind.IsInTheCommunity();
        return Enum.GetValues<MeasureVerb>().Where(verb => verb switch
        {
            MeasureVerb.Serve => measure is { IsOpen: true, ServedOn: null } && !measure.Kind.IsTreatment(),
            MeasureVerb.Report => measure is { IsOpen: true, ReportedOn: null, Kind: not MeasureKind.Cid },
            MeasureVerb.Sign => measure is { IsOpen: true, ReportedOn: not null, AgreementSignedOn: null } && inTheCommunity,
            MeasureVerb.AcceptCause or MeasureVerb.ConfirmOverdue => state.NoShow == MeasureStatus.OverdueUnconfirmed,
            MeasureVerb.ConfirmBreach => IsOpenFor(measure, verb) && state.AwaitsConfirmation,
            MeasureVerb.Warn => measure.IsOpen && state.Counted.Count > 0,
            MeasureVerb.Suspend => measure.IsOpen && inTheCommunity && measure.ReportedOn is not null && measure.OpenAct(MeasureActKind.Suspended) is null,
            MeasureVerb.Transfer => measure.IsOpen && !state.IsWithThePolice && inTheCommunity && measure.ReportedOn is not null && measure.OpenAct(MeasureActKind.Transferred) is null,
            MeasureVerb.LoseControl or MeasureVerb.GoAbroad => measure.IsOpen && inTheCommunity && measure.OpenAct(MeasureActKind.OutOfControl, MeasureActKind.Abroad) is null,
            MeasureVerb.DualControl => measure.IsOpen && !state.IsWithThePolice && inTheCommunity && measure.OpenAct(MeasureActKind.DualControl) is null,
            MeasureVerb.Terminate => IsOpenFor(measure, verb) && !measure.Kind.IsTreatment(),
            MeasureVerb.Escape or MeasureVerb.TreatOutside or MeasureVerb.MissClinic or MeasureVerb.Agree or MeasureVerb.ReleaseEarly => IsOpenFor(measure, verb) && measure.OpenAct(verb.Kind()!.Value) is null,
            MeasureVerb.ConfirmDropOut => IsOpenFor(measure, verb) && today >= state.DropOutFrom,
            MeasureVerb.Archive => IsOpenFor(measure, verb) && measure.ArchivedAs is null,
            _ => IsOpenFor(measure, verb),
        });
    }

    static bool IsOpenFor(Measure measure, MeasureVerb verb)
    {
        var rule = ActRules.Of(verb.Kind()!.Value);
        return rule.AfterEnd != measure.IsOpen
            && rule.Kinds.Contains(measure.Kind)
            && (!rule.AfterReport || measure.ReportedOn is not null)
            && (rule.Ends.Count == 0 || measure.OpenAct(rule.Ends) is not null)
            && (rule.About is not { } about || measure.OpenAct(about) is not null);
    }

    /// <summary>Applies a step that stands on the papers themselves.</summary>
    public static void Step(this MeasureVerb verb, Measure measure, Client client, MeasureVerbInput input, DateOnly today)
    {
        switch (verb)
        {
            case MeasureVerb.Serve: measure.Serve(input.On, client.BirthDate, today); break;
            case MeasureVerb.Report: measure.Report(input.On, client.BirthDate, today); break;
            case MeasureVerb.Sign: measure.SignAgreement(input.On, client.BirthDate, today, input.ClientWord); break;
            default: throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such step.");
        }
    }
}

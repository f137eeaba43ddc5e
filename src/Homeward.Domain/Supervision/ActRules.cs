namespace Homeward.Domain.Supervision;

/// <summary>What an act needs before it may be recorded.</summary>
public sealed record ActRule(MeasureActKind Kind, string Rule)
{
    /// <summary>Who may issue its paper; none where it has none.</summary>
    public IReadOnlyList<IssuingBody> Issuers { get; init; } = [];

    /// <summary>Who may issue it in the community, where those are fewer.</summary>
    public IReadOnlyList<IssuingBody>? IssuersInTheCommunity { get; init; }
    public bool NeedsDocument { get; init; }

    /// <summary>The measures for which alone it rests on the number of a paper.</summary>
    public IReadOnlyList<MeasureKind> DocumentFor { get; init; } = [];
    public bool NeedsReason { get; init; }

    /// <summary>The measures that know it.</summary>
    public IReadOnlyList<MeasureKind> Kinds { get; init; } = MeasureKinds.Community;

    /// <summary>The one reason that it can have.</summary>
    public string? Reason { get; init; }

    /// <summary>With its day the measure is over.</summary>
    public bool EndsMeasure { get; init; }

    /// <summary>Only after the client has reported.</summary>
    public bool AfterReport { get; init; }

    /// <summary>The open act that it ends; it cannot be recorded without one.</summary>
    public IReadOnlyList<MeasureActKind> Ends { get; init; } = [];

    /// <summary>The open act that it is about without ending it.</summary>
    public MeasureActKind? About { get; init; }

    /// <summary>It needs a last day.</summary>
    public bool NeedsTo { get; init; }

    /// <summary>It may lie ahead, as a leave that is reported beforehand.</summary>
    public bool MayLieAhead { get; init; }
    public bool NeedsPlace { get; init; }

    /// <summary>It is recorded on a measure that has ended.</summary>
    public bool AfterEnd { get; init; }

    /// <summary>A legal step that a second pair of eyes confirms: not for the worker alone (R1.16, R2.19).</summary>
    public bool Confirms { get; init; }

    public IReadOnlyList<IssuingBody> IssuersOf(MeasureKind kind) => kind.IsInTheCommunity() ? IssuersInTheCommunity ?? Issuers : Issuers;

    public bool AsksDocument(MeasureKind kind) => NeedsDocument || DocumentFor.Contains(kind);
}

/// <summary>The acts on a measure with what each needs (rules 1.13; issuing bodies R1.1–R1.3).</summary>
public static class ActRules
{
    static readonly IssuingBody[] police = [IssuingBody.Police];
    static readonly IssuingBody[] office = [IssuingBody.StreetOffice];
    static readonly IssuingBody[] centre = [IssuingBody.IsolationCentre, IssuingBody.Police];
    static readonly IssuingBody[] clinic = [IssuingBody.Clinic];
    static readonly IssuingBody[] treating = [IssuingBody.Clinic, IssuingBody.Organisation];
    static readonly MeasureKind[] every = Enum.GetValues<MeasureKind>();
    static readonly MeasureKind[] isolation = [MeasureKind.Cid];
    static readonly MeasureKind[] maintenance = [MeasureKind.Mmt];
    static readonly MeasureKind[] agreed = [MeasureKind.Vol, MeasureKind.Drc];

    static readonly Dictionary<MeasureActKind, ActRule> all = new ActRule[]
    {
        new(MeasureActKind.JustCause, "R1.16") { Issuers = office, NeedsReason = true, NeedsTo = true, Confirms = true },
        new(MeasureActKind.OverdueConfirmed, "R1.16") { Issuers = office, Confirms = true },
        new(MeasureActKind.Leave, "R1.25") { AfterReport = true, NeedsTo = true, MayLieAhead = true },
        new(MeasureActKind.LeaveExtended, "R1.28") { AfterReport = true, NeedsTo = true, About = MeasureActKind.Leave },
        new(MeasureActKind.Returned, "R1.27") { Ends = [MeasureActKind.Leave, MeasureActKind.Absence] },
        new(MeasureActKind.Absence, "R1.28") { AfterReport = true },
        new(MeasureActKind.Warning, "R1.31") { Issuers = office, NeedsDocument = true },
        new(MeasureActKind.NoticeServed, "R2.18") { AfterReport = true },
        new(MeasureActKind.BreachConfirmed, "R1.29") { Issuers = office, NeedsReason = true, NeedsDocument = true, AfterReport = true, Confirms = true },
        new(MeasureActKind.HandedOver, "R1.17") { Issuers = police, NeedsDocument = true, Ends = [MeasureActKind.OverdueConfirmed, MeasureActKind.BreachConfirmed], Confirms = true },
        new(MeasureActKind.PoliceDeclined, "R1.30") { Issuers = police, NeedsDocument = true, Ends = [MeasureActKind.HandedOver], Confirms = true },
        new(MeasureActKind.Suspended, "R1.39") { Issuers = police, NeedsReason = true, AfterReport = true },
        new(MeasureActKind.Resumed, "R1.39") { Issuers = police, Ends = [MeasureActKind.Suspended] },
        new(MeasureActKind.Transferred, "R1.35") { Issuers = office, AfterReport = true, NeedsPlace = true, NeedsReason = true, NeedsDocument = true },
        new(MeasureActKind.Forwarded, "R1.35") { Issuers = office, About = MeasureActKind.Transferred },
        new(MeasureActKind.TransferAccepted, "R1.37") { Issuers = office, About = MeasureActKind.Transferred },
        new(MeasureActKind.TransferRejected, "R1.37") { Issuers = office, Ends = [MeasureActKind.Transferred], NeedsReason = true },
        new(MeasureActKind.TransferRevoked, "R1.37") { Issuers = office, Ends = [MeasureActKind.Transferred], NeedsReason = true },
        new(MeasureActKind.ReportedAnew, "R1.14") { Ends = [MeasureActKind.Transferred] },
        new(MeasureActKind.SignedAnew, "R1.20") { Ends = [MeasureActKind.ReportedAnew] },
        new(MeasureActKind.OutOfControl, "R1.54") { Confirms = true },
        new(MeasureActKind.Abroad, "R1.54"),
        new(MeasureActKind.BackInControl, "R1.54") { Ends = [MeasureActKind.OutOfControl, MeasureActKind.Abroad] },
        new(MeasureActKind.DualControl, "R1.38") { Issuers = police, NeedsReason = true, NeedsDocument = true },
        new(MeasureActKind.DualControlEnded, "R1.38") { Ends = [MeasureActKind.DualControl] },
        new(MeasureActKind.Terminated, "R1.40") { Issuers = [IssuingBody.Police, IssuingBody.Court], NeedsReason = true, Kinds = every, EndsMeasure = true },
        new(MeasureActKind.Released, "R1.41") { Issuers = [IssuingBody.Police, IssuingBody.IsolationCentre], IssuersInTheCommunity = police, Kinds = [.. every.Except(MeasureKinds.Treatments)], DocumentFor = MeasureKinds.Community, EndsMeasure = true },
        new(MeasureActKind.FollowUp, "R5.15") { AfterEnd = true, Kinds = every },
        new(MeasureActKind.Archived, "R3.4") { AfterEnd = true, NeedsDocument = true },
        new(MeasureActKind.ReleaseAnnounced, "R1.47") { Issuers = [IssuingBody.IsolationCentre], Kinds = isolation },
        new(MeasureActKind.Reopened, "R1.40") { Issuers = [IssuingBody.Police, IssuingBody.Court], NeedsDocument = true, NeedsReason = true, AfterEnd = true, Kinds = every, Confirms = true },
        new(MeasureActKind.Escaped, "R1.44") { Issuers = centre, Kinds = isolation },
        new(MeasureActKind.Recaptured, "R1.44") { Issuers = centre, Kinds = isolation, Ends = [MeasureActKind.Escaped] },
        new(MeasureActKind.TreatedOutside, "R1.44") { Issuers = police, NeedsDocument = true, Kinds = isolation },
        new(MeasureActKind.BackInCentre, "R1.44") { Issuers = centre, Kinds = isolation, Ends = [MeasureActKind.TreatedOutside] },
        new(MeasureActKind.TermExtended, "R1.46") { Issuers = police, NeedsDocument = true, NeedsTo = true, Kinds = isolation, Confirms = true },
        new(MeasureActKind.EarlyReleaseDecided, "R1.46") { Issuers = police, NeedsDocument = true, NeedsTo = true, Kinds = isolation, Confirms = true },
        new(MeasureActKind.ChangedToCommunity, "R1.45") { Issuers = police, NeedsDocument = true, Kinds = isolation, EndsMeasure = true, Confirms = true },
        new(MeasureActKind.ClinicMissed, "R5.13") { Issuers = clinic, Kinds = maintenance },
        new(MeasureActKind.ClinicResumed, "R5.13") { Issuers = clinic, Kinds = maintenance, Ends = [MeasureActKind.ClinicMissed] },
        new(MeasureActKind.DroppedOut, "R5.13") { Issuers = clinic, Kinds = maintenance, Ends = [MeasureActKind.ClinicMissed], Reason = TreatmentReasons.DropOut, EndsMeasure = true, Confirms = true },
        new(MeasureActKind.Agreed, "DRR 10, 41") { Issuers = treating, NeedsDocument = true, NeedsTo = true, Kinds = agreed },
        new(MeasureActKind.Prolonged, "DRR 10, 41") { Issuers = treating, About = MeasureActKind.Agreed, NeedsDocument = true, NeedsTo = true, Kinds = agreed },
        new(MeasureActKind.TreatmentEnded, "R5.14") { Issuers = treating, NeedsReason = true, Kinds = MeasureKinds.Treatments, EndsMeasure = true },
    }.ToDictionary(rule => rule.Kind);

    public static ActRule Of(MeasureActKind kind) => all[kind];

    public static IReadOnlyCollection<ActRule> All => all.Values;

    /// <summary>What nobody can do a second time while it goes on.</summary>
    public static bool RunsOnce(this MeasureActKind kind) => kind is MeasureActKind.Leave or MeasureActKind.Absence or MeasureActKind.Suspended
        or MeasureActKind.Escaped or MeasureActKind.TreatedOutside or MeasureActKind.ClinicMissed or MeasureActKind.Transferred;

    /// <summary>The kinds of act with which a measure is over.</summary>
    public static bool EndsMeasure(this MeasureActKind kind) => Of(kind).EndsMeasure;
}

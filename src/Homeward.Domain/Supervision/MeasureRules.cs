using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The rules that the acts on a measure can break.</summary>
public static class MeasureRules
{
    public static readonly Broken AlreadyOpen = new("supervision.already-open", "Kind") { Rule = "R1.53" };
    public static readonly Broken OrderMissing = new("supervision.order-day-missing", "OrderedOn");
    public static readonly Broken OrderedBeforeBirth = new("supervision.ordered-before-birth", "OrderedOn");
    public static readonly Broken ServedBeforeOrdered = new("supervision.served-before-ordered", "ServedOn") { Rule = "R1.10" };
    public static readonly Broken FamilyServedBeforeOrdered = new("supervision.family-served-before-ordered", "FamilyServedOn") { Rule = "R1.10" };
    public static readonly Broken OfficeToldBeforeOrdered = new("supervision.office-told-before-ordered", "OfficeToldOn") { Rule = "R1.10" };
    public static readonly Broken ReportedBeforeServed = new("supervision.reported-before-served", "ReportedOn") { Rule = "R1.13" };
    public static readonly Broken AgreementBeforeReported = new("supervision.agreement-before-reported", "AgreementSignedOn") { Rule = "R1.18" };
    public static readonly Broken InFuture = new("supervision.in-future");
    public static readonly Broken AgreementBeforeServed = new("supervision.agreement-before-served", "AgreementSignedOn") { Rule = "R1.18" };
    public static readonly Broken TermNotScheduled = new("supervision.term-not-scheduled", "TermYears") { Rule = "R2.10" };
    public static readonly Broken TermImpossible = new("supervision.term-impossible", "TermYears");
    public static readonly Broken HasEnded = new("supervision.has-ended");
    public static readonly Broken NotReported = new("supervision.not-reported") { Rule = "R1.13" };
    public static readonly Broken AlreadySuspended = new("supervision.already-suspended") { Rule = "R1.39" };
    public static readonly Broken NotSuspended = new("supervision.not-suspended") { Rule = "R1.39" };
    public static readonly Broken BeforeStart = new("supervision.before-start", "On");
    public static readonly Broken BeforeReport = new("supervision.before-report", "On");
    public static readonly Broken BeforeEnd = new("supervision.before-end", "On");
    public static readonly Broken KnownBefore = new("supervision.known-before", "KnownOn");
    public static readonly Broken BeyondTerm = new("supervision.beyond-term", "On");
    public static readonly Broken StepTaken = new("supervision.step-taken", "On");
    public static readonly Broken EndBeforeStart = new("supervision.end-before-start", "To");
    public static readonly Broken ReasonMissing = new("supervision.reason-missing", "Reason");
    public static readonly Broken DocumentMissing = new("supervision.document-missing", "DocumentNumber");
    public static readonly Broken ToMissing = new("supervision.to-missing", "To");
    public static readonly Broken PlaceMissing = new("supervision.place-missing", "PlaceId");
    public static readonly Broken IssuerNotCompetent = new("supervision.issuer-not-competent", "Issuer");
    public static readonly Broken NotForThisMeasure = new("supervision.not-for-this-measure");
    public static readonly Broken StillRuns = new("supervision.still-runs");
    public static readonly Broken NothingToEnd = new("supervision.nothing-to-end");
    public static readonly Broken AlreadyAway = new("supervision.already-away", "On") { Rule = "R1.28" };
    public static readonly Broken OverlapsLeave = new("supervision.overlaps-leave", "On") { Rule = "R1.27" };
    public static readonly Broken WithThePolice = new("supervision.with-the-police", "On") { Rule = "1.13" };
    public static readonly Broken LeaveNotInWriting = new("supervision.leave-not-in-writing") { Rule = "R1.28" };
    public static readonly Broken ExtendedTooLate = new("supervision.extended-too-late", "On") { Rule = "R1.28" };
    public static readonly Broken ExtendsNothing = new("supervision.extends-nothing", "To") { Rule = "R1.28" };
    public static readonly Broken AlreadyMoving = new("supervision.already-moving") { Rule = "R1.35" };
    public static readonly Broken AlreadyOutOfReach = new("supervision.already-out-of-reach", "On") { Rule = "R1.54" };
    public static readonly Broken AlreadyDual = new("supervision.already-dual", "On") { Rule = "R1.38" };
    public static readonly Broken SamePlace = new("supervision.same-place", "PlaceId") { Rule = "R1.35" };
    public static readonly Broken NotOverdue = new("supervision.not-overdue") { Rule = "R1.16" };
    public static readonly Broken NoGround = new("supervision.no-ground", "Reason") { Rule = "R1.29, R1.30" };
    public static readonly Broken AlreadyConfirmed = new("supervision.already-confirmed");
    public static readonly Broken BeforeLimit = new("supervision.before-limit", "On") { Rule = "R1.16" };
    public static readonly Broken BeforeGround = new("supervision.before-ground", "On") { Rule = "R1.29, R1.30" };
    public static readonly Broken DeclinedAlready = new("supervision.declined-already") { Rule = "R1.30" };
    public static readonly Broken EndsBeforeRecord = new("supervision.ends-before-record", "On") { Rule = "R1.40, R1.41" };
    public static readonly Broken EndsBeforeReopening = new("supervision.ends-before-reopening", "On") { Rule = "R1.40" };
    public static readonly Broken DetainedThen = new("supervision.detained-then", "On") { Rule = "R1.39" };
    public static readonly Broken AwayThen = new("supervision.away-then", "On") { Rule = "R1.39" };
    public static readonly Broken MissedThen = new("supervision.missed-then", "On") { Rule = "R1.39, R2.19" };
    public static readonly Broken ActsStand = new("supervision.acts-stand");
    public static readonly Broken NothingToWarn = new("supervision.nothing-to-warn") { Rule = "R1.31" };
    public static readonly Broken ArchivedAlready = new("supervision.archived-already");
    public static readonly Broken OpenBreach = new("supervision.open-breach") { Rule = "R1.43" };
    public static readonly Broken ClosingAssessmentMissing = new("supervision.closing-assessment-missing", "Reason") { Rule = "R1.43" };
    public static readonly Broken ApprovalFormMissing = new("supervision.approval-form-missing", "Reason") { Rule = "R1.43" };
    public static readonly Broken TermNotOver = new("supervision.term-not-over", "On") { Rule = "R1.41" };
    public static readonly Broken NoticeAfterWindow = new("supervision.notice-after-window", "On") { Rule = "R2.18" };
    public static readonly Broken WarnsTooEarly = new("supervision.warns-too-early", "On") { Rule = "R1.31" };
    public static readonly Broken LeaveBeyondTerm = new("supervision.leave-beyond-term", "To") { Rule = "R1.25" };
    public static readonly Broken NoLastDay = new("supervision.no-last-day", "To");
    public static readonly Broken AgreedTooLong = new("supervision.agreed-too-long", "To");
    public static readonly Broken NoSuchWindow = new("supervision.no-such-window", "Index") { Rule = "R2.15" };
    public static readonly Broken ActGone = new("supervision.act-gone");
    public static readonly Broken ActAnswered = new("supervision.act-answered");
    public static readonly Broken AlreadyEscaped = new("supervision.already-escaped", "On") { Rule = "R1.44" };
    public static readonly Broken AlreadyTreated = new("supervision.already-treated", "On") { Rule = "R1.44" };
    public static readonly Broken EscapedNow = new("supervision.escaped-now") { Rule = "R1.44" };
    public static readonly Broken EscapedOnce = new("supervision.escaped-once") { Rule = "R1.44" };
    public static readonly Broken EarlyReleaseStands = new("supervision.early-release-stands") { Rule = "R1.46" };
    public static readonly Broken NotLater = new("supervision.not-later", "To");
    public static readonly Broken NotEarlier = new("supervision.not-earlier", "To") { Rule = "R1.46" };
    public static readonly Broken ExtendedAfterTerm = new("supervision.extended-after-term", "On");
    public static readonly Broken ExtendedTooFar = new("supervision.extended-too-far", "To");
    public static readonly Broken TooEarlyForRelease = new("supervision.too-early-for-release", "On");
    public static readonly Broken BreachedRehabilitation = new("supervision.breached-rehabilitation") { Rule = "R1.34" };
    public static readonly Broken AlreadyMissing = new("supervision.already-missing", "On") { Rule = "R5.13" };
    public static readonly Broken TooEarlyForDropOut = new("supervision.too-early-for-drop-out", "On") { Rule = "R5.13" };
    public static readonly Broken AgreedAlready = new("supervision.agreed-already", "To");
    public static readonly Broken ReasonNotHere = new("supervision.reason-not-here", "Reason");
    public static readonly Broken FollowedBy = new("supervision.followed-by") { Rule = "R1.45, R1.53" };
    public static readonly Broken MovedAlready = new("supervision.moved-already") { Rule = "R1.37" };
    public static readonly Broken AnsweredThere = new("supervision.answered-there");
    public static readonly Broken RestsOnReopening = new("supervision.rests-on-reopening");
    public static readonly Broken BegunSince = new("supervision.begun-since");
    public static readonly Broken RestsOnNotice = new("supervision.rests-on-notice") { Rule = "R2.19" };
    public static readonly Broken BeforeWhatItIsAbout = new("supervision.before-what-it-is-about", "On");
    public static readonly Broken AfterTheEnd = new("supervision.after-the-end");
    public static readonly Broken IsolationFillsTerm = new("supervision.isolation-fills-term", "ServedIsolationDays");
    public static readonly Broken CallUpsCommitted = new("supervision.call-ups-committed");
    public static readonly Broken WordNotFigures = new("supervision.word-not-figures", "ClientWord");
    public static readonly Broken WordTooLate = new("supervision.word-too-late", "ClientWord");
    public const int LongestWord = 12;

    /// <summary>PROPOSED: no source says how long an agreement of one's own will lasts at most; longer than this is a slip of the pen.</summary>
    public const int LongestAgreementYears = 5;
}

public sealed partial class Measure
{
    const int DaysOfYear = 365;

    /// <summary>CDT and CRH cannot run at the same time for one person (rules R1.53), nor one of them twice.</summary>
    public static IEnumerable<Broken> WhyNotOpen(MeasureKind kind, IReadOnlyCollection<Measure> others)
    {
        var inTheCommunity = kind is MeasureKind.Cdt or MeasureKind.Crh;
        var clash = others.FirstOrDefault(other => other.IsOpen
            && (other.Kind == kind || (inTheCommunity && other.Kind is MeasureKind.Cdt or MeasureKind.Crh)));
        if (clash is not null)
        {
            yield return MeasureRules.AlreadyOpen.With(clash.Kind);
        }
    }

    public static IEnumerable<Broken> WhyNotCorrect(MeasureFacts facts, DateOnly? birthDate, DateOnly today)
    {
        if (facts.OrderedOn <= birthDate)
        {
            yield return MeasureRules.OrderedBeforeBirth.With(facts.OrderedOn!, birthDate!);
        }
        if (facts.ServedOn < facts.OrderedOn)
        {
            yield return MeasureRules.ServedBeforeOrdered.With(facts.ServedOn!, facts.OrderedOn!);
        }
        if (facts.FamilyServedOn < facts.OrderedOn)
        {
            yield return MeasureRules.FamilyServedBeforeOrdered.With(facts.FamilyServedOn!, facts.OrderedOn!);
        }
        if (facts.OfficeToldOn < facts.OrderedOn)
        {
            yield return MeasureRules.OfficeToldBeforeOrdered.With(facts.OfficeToldOn!, facts.OrderedOn!);
        }
        if (facts.ReportedOn < (facts.ServedOn ?? facts.OrderedOn))
        {
            yield return MeasureRules.ReportedBeforeServed.With(facts.ReportedOn!, (facts.ServedOn ?? facts.OrderedOn)!);
        }
        if (facts.AgreementSignedOn < facts.ReportedOn)
        {
            yield return MeasureRules.AgreementBeforeReported.With(facts.AgreementSignedOn!, facts.ReportedOn!);
        }
        else if (facts.ReportedOn is null && facts.AgreementSignedOn < (facts.ServedOn ?? facts.OrderedOn))
        {
            yield return MeasureRules.AgreementBeforeServed.With(facts.AgreementSignedOn!, (facts.ServedOn ?? facts.OrderedOn)!);
        }
        foreach (var (day, field) in new[]
        {
            (facts.OrderedOn, "OrderedOn"), (facts.ServedOn, "ServedOn"), (facts.FamilyServedOn, "FamilyServedOn"), (facts.OfficeToldOn, "OfficeToldOn"), (facts.ReportedOn, "ReportedOn"), (facts.AgreementSignedOn, "AgreementSignedOn"),
        })
        {
            if (day > today)
            {
                yield return (MeasureRules.InFuture with { Field = field }).With(day);
            }
        }
        if (facts.TermYears is < 1 or > 10 || facts.ServedIsolationDays is < 0 or > 1100)
        {
            yield return MeasureRules.TermImpossible.With(facts.TermYears ?? 0);
        }
        else if (facts.ServedIsolationDays >= facts.TermYears * DaysOfYear)
        {
            yield return MeasureRules.IsolationFillsTerm.With(facts.ServedIsolationDays);
        }
    }

    /// <summary>A term in the community without a schedule would ask for no test at all: only those that the policy in force knows are taken (rules R2.10).</summary>
    public IEnumerable<Broken> WhyNotTerm(PolicyPack pack) => Kind.IsInTheCommunity() && TermYears is { } years && pack.Schedule(Kind, years) is null
        ? [MeasureRules.TermNotScheduled.With(years, string.Join(" / ", pack.Schedules.Where(schedule => schedule.Kind == Kind).Select(schedule => schedule.TermYears).Order()))]
        : [];

    /// <summary>Corrected papers do not move past what has been recorded since: an act before its order, one that rests on a report that was never made, or the end.</summary>
    public IEnumerable<Broken> WhyNotMove(MeasureFacts facts)
    {
        foreach (var (day, stood, field) in new[]
        {
            (facts.OrderedOn, OrderedOn, "OrderedOn"), (facts.ServedOn, ServedOn, "ServedOn"), (facts.ReportedOn, ReportedOn, "ReportedOn"), (facts.AgreementSignedOn, AgreementSignedOn, "AgreementSignedOn"),
        })
        {
            if (day > EndedOn && day != stood)
            {
                yield return (MeasureRules.AfterTheEnd with { Field = field }).With(day, EndedOn);
            }
        }
        if (facts.OrderedOn != OrderedOn && Standing.Where(act => act.On < facts.OrderedOn).MinBy(act => act.On) is { } first)
        {
            yield return (MeasureRules.ActsStand with { Field = "OrderedOn" }).With(first.On);
        }
        if (facts.ReportedOn != ReportedOn && Standing.Where(act => ActRules.Of(act.Kind).AfterReport && !(act.On >= facts.ReportedOn)).MinBy(act => act.On) is { } resting)
        {
            yield return (MeasureRules.ActsStand with { Field = "ReportedOn" }).With(resting.On);
        }
    }
}

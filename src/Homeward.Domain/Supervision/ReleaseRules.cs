using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The rules that the steps of a release can break.</summary>
public static class ReleaseRules
{
    public static readonly Broken DayPast = new("release.day-past", "ExpectedOn");
    public static readonly Broken DayTooFar = new("release.day-too-far", "ExpectedOn") { Rule = "R1.46" };
    public static readonly Broken SameName = new("release.same-name", "NotTheSame") { Rule = "R1.47" };
    public static readonly Broken InFuture = new("release.in-future", "On");
    public static readonly Broken WrongState = new("release.wrong-state");
    public static readonly Broken ReasonMissing = new("release.reason-missing", "Reason");
    public static readonly Broken FileFirst = new("release.file-first");
    public static readonly Broken FileElsewhere = new("release.file-elsewhere");
    public static readonly Broken OtherNumber = new("release.other-number") { Rule = "R1.47" };
    public static readonly Broken OtherName = new("release.other-name", "SamePerson") { Rule = "R1.47" };
    public static readonly Broken NotLinked = new("release.not-linked");
    public static readonly Broken FileLinked = new("release.file-linked");
    public static readonly Broken AnnouncedAlready = new("release.announced-already", "IdentityNumber") { Rule = "R1.47" };
    public static readonly Broken AnnouncedElsewhere = new("release.announced-elsewhere", "IdentityNumber") { Rule = "R1.47" };
    public static readonly Broken LinkedTwice = new("release.linked-twice") { Rule = "R1.47" };
    public static readonly Broken ReceivedAlready = new("release.received-already") { Rule = "R1.47" };
    public static readonly Broken ModeMissing = new("release.mode-missing", "CollectMode");
    public static readonly Broken CollectorMissing = new("release.collector-missing", "Collector");
    public static readonly Broken ReceiptMissing = new("release.receipt-missing", "ReceivedBy");
    public static readonly Broken BeforeAnnouncement = new("release.before-announcement", "On");
    public static readonly Broken BeforeReceipt = new("release.before-receipt", "On");
    public static readonly Broken ArrivedBeforeReceipt = new("release.arrived-before-receipt", "At") { Rule = "R3.9" };
    public static readonly Broken NoPapers = new("release.no-papers", "Papers");
    public static readonly Broken PapersComplete = new("release.papers-complete", "Papers");

    /// <summary>Nobody fetches: the person comes alone (R3.9).</summary>
    public const string Alone = "alone";

    /// <summary>The legal papers and the diagnostic assessment are handed over after release (R1.47, R1.48).</summary>
    public static readonly IReadOnlyList<string> LegalPapers = ["releaseCertificate", "rehabilitationOrder", "diagnosticAssessment"];
}

public sealed partial class CentreRelease
{
    /// <summary>A centre that announces on the day itself is late, one that announces a day that is over is wrong; history is taken as it was.</summary>
    public static IEnumerable<Broken> WhyNotAnnounce(DateOnly expectedOn, DateOnly announcedOn, DateOnly today, bool isHistory = false)
    {
        if (expectedOn < (isHistory ? announcedOn : today))
        {
            yield return ReleaseRules.DayPast.With(expectedOn);
        }
        if (announcedOn > today)
        {
            yield return (ReleaseRules.InFuture with { Field = "AnnouncedOn" }).With(announcedOn);
        }
    }

    /// <summary>The last day that an isolation can still reach which runs on the day of the announcement: its term and all extensions (rules 1.2); null where the pack names no term.</summary>
    public static DateOnly? LatestOn(DateOnly announcedOn, PolicyPack pack) => pack.TermYears(MeasureKind.Cid) is { } years
        ? announcedOn.AddYears(years + (pack.Find(PolicyKeys.IsolationExtensionYears) is { } more ? (int)more.Number : 0))
        : null;

    public static IEnumerable<Broken> WhyNotExpect(DateOnly expectedOn, DateOnly announcedOn, PolicyPack pack) =>
        expectedOn > LatestOn(announcedOn, pack) ? [ReleaseRules.DayTooFar.With(expectedOn, LatestOn(announcedOn, pack)!)] : [];

    /// <summary>Two announcements of one name in one centre are one person's until somebody has compared them, unless their numbers tell them apart.</summary>
    /// <param name="waiting">What the same centre has told of somebody of that name, and nobody has received yet.</param>
    /// <param name="isCompared">Somebody has looked and says that it is another person.</param>
    public static IEnumerable<Broken> WhyNotAnnounceNamesake(CentreRelease? waiting, bool isCompared) =>
        waiting is null || isCompared ? [] : [ReleaseRules.SameName.With(waiting.AnnouncedOn, waiting.ExpectedOn)];

    /// <summary>Who waits for release is announced once: the centre changes or withdraws what it has told (rules R1.47).</summary>
    /// <param name="waiting">What the same centre has told of the person, and nobody has received yet.</param>
    public static IEnumerable<Broken> WhyNotAnnounceAgain(CentreRelease? waiting) => waiting is null ? [] : [ReleaseRules.AnnouncedAlready.With(waiting.ExpectedOn, waiting.AnnouncedOn)];

    public IEnumerable<Broken> WhyNotChange() => WhyNotIn(ReleaseState.Announced, ReleaseState.Declined, ReleaseState.Accepted);

    public IEnumerable<Broken> WhyNotWithdraw(Sealed? reason) => WhyNotChange().Concat(reason is null ? [ReleaseRules.ReasonMissing] : []);

    public IEnumerable<Broken> WhyNotAnswer(DateOnly on, DateOnly today) => WhyNotIn(ReleaseState.Announced).Concat(WhyNotOn(on, today, AnnouncedOn, ReleaseRules.BeforeAnnouncement));

    /// <param name="clientId">The file that is found or opened.</param>
    /// <param name="clientUnitId">The unit that the file belongs to.</param>
    /// <param name="others">The other releases of the person.</param>
    public IEnumerable<Broken> WhyNotLink(Guid clientId, Guid clientUnitId, IReadOnlyCollection<CentreRelease>? others = null)
    {
        foreach (var broken in WhyNotIn(ReleaseState.Accepted))
        {
            yield return broken;
        }
        if (ClientId is { } linked && linked != clientId)
        {
            yield return ReleaseRules.FileLinked;
        }
        if (clientUnitId != UnitId)
        {
            yield return ReleaseRules.FileElsewhere;
        }
        if (others?.FirstOrDefault(other => other.IsWaiting) is { } waiting)
        {
            yield return ReleaseRules.LinkedTwice.With(waiting.ExpectedOn, waiting.AnnouncedOn);
        }
        foreach (var broken in WhyNotAgain(others))
        {
            yield return broken;
        }
    }

    /// <summary>Receiving ends the isolation of whoever the file is about: another number is another person, another name is one until somebody has compared.</summary>
    public static IEnumerable<Broken> WhyNotBe(ReleasedPerson person) => person switch
    {
        { SameNumber: false } => [ReleaseRules.OtherNumber],
        { SameNumber: null, SameName: false, IsCompared: false } => [ReleaseRules.OtherName],
        _ => [],
    };

    public IEnumerable<Broken> WhyNotUnlink() => WhyNotIn(ReleaseState.Accepted).Concat(ClientId is null ? [ReleaseRules.NotLinked] : []);

    /// <summary>A person comes out once: who was received after this was told came out by the other announcement.</summary>
    IEnumerable<Broken> WhyNotAgain(IReadOnlyCollection<CentreRelease>? others) =>
        others?.FirstOrDefault(other => other.ReceivedOn >= AnnouncedOn) is { } received ? [ReleaseRules.ReceivedAlready.With(received.ReceivedOn!)] : [];

    public IEnumerable<Broken> WhyNotPrepare(string? mode, Sealed? collector, DateOnly? on = null, DateOnly? today = null) => WhyNotIn(ReleaseState.Accepted).Concat(WhyNotCollect(mode, collector))
        .Concat(on is { } day && today is { } now ? WhyNotOn(day, now, AnnouncedOn, ReleaseRules.BeforeAnnouncement) : []);

    public IEnumerable<Broken> WhyNotVisit(DateOnly on, DateOnly today) =>
        WhyNotIn(ReleaseState.Accepted).Concat(WhyNotOn(on, today, AnnouncedOn, ReleaseRules.BeforeAnnouncement)).Concat(ClientId is null ? [ReleaseRules.FileFirst] : []);

    /// <param name="receipt">The hand-over at the gate.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="others">The other releases of the person.</param>
    public IEnumerable<Broken> WhyNotReceive(ReleaseReceipt receipt, DateOnly today, IReadOnlyCollection<CentreRelease>? others = null)
    {
        foreach (var broken in WhyNotIn(ReleaseState.Accepted).Concat(WhyNotAgain(others)).Concat(WhyNotOn(receipt.On, today, AnnouncedOn, ReleaseRules.BeforeAnnouncement)))
        {
            yield return broken;
        }
        if (ClientId is null)
        {
            yield return ReleaseRules.FileFirst;
        }
        if (receipt.Details is null)
        {
            yield return ReleaseRules.ReceiptMissing;
        }
        foreach (var broken in WhyNotCollect(receipt.CollectMode, receipt.Collector))
        {
            yield return broken;
        }
    }

    public IEnumerable<Broken> WhyNotTakePapers(IReadOnlyCollection<string> papers, DateOnly on, DateOnly today)
    {
        foreach (var broken in WhyNotIn(ReleaseState.Received, ReleaseState.Completed).Concat(ReceivedOn is { } received ? WhyNotOn(on, today, received, ReleaseRules.BeforeReceipt) : []))
        {
            yield return broken;
        }
        if (papers.Count == 0)
        {
            yield return ReleaseRules.NoPapers;
        }
        else if (papers.All(Papers.Contains))
        {
            yield return ReleaseRules.PapersComplete;
        }
    }

    static IEnumerable<Broken> WhyNotCollect(string? mode, Sealed? collector)
    {
        if (string.IsNullOrEmpty(mode))
        {
            yield return ReleaseRules.ModeMissing;
        }
        else if (mode != ReleaseRules.Alone && collector is null)
        {
            yield return ReleaseRules.CollectorMissing;
        }
    }

    static IEnumerable<Broken> WhyNotOn(DateOnly on, DateOnly today, DateOnly earliest, Broken tooEarly)
    {
        if (on > today)
        {
            yield return ReleaseRules.InFuture.With(on);
        }
        if (on < earliest)
        {
            yield return tooEarly.With(on, earliest);
        }
    }

    IEnumerable<Broken> WhyNotIn(params IReadOnlyList<ReleaseState> states) => states.Contains(State) ? [] : [ReleaseRules.WrongState.With(State)];
}

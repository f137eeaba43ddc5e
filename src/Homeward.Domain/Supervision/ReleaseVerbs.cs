using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>The hand-over at the gate: when, how the person is fetched, and where, by whom, to whom (sealed).</summary>
public sealed record ReleaseReceipt(DateOnly On, TimeOnly? At, string? CollectMode, Sealed? Collector, Sealed? Details);

/// <summary>How the person whom a centre tells of compares with the one whom a file is about.</summary>
/// <param name="SameNumber">Null where one of them has no number.</param>
/// <param name="SameName">Whether the names are the same.</param>
/// <param name="IsCompared">Somebody has looked and says that it is the same person.</param>
public sealed record ReleasedPerson(bool? SameNumber, bool SameName, bool IsCompared);

public sealed partial class CentreRelease
{
    /// <summary>Another day or another place, told by the centre. A new place is announced anew; a new day is counted from when it was told.</summary>
    /// <param name="expectedOn">The day of release.</param>
    /// <param name="placeId">The street.</param>
    /// <param name="unitId">The unit that receives there.</param>
    /// <param name="pack">The policy in force there.</param>
    /// <param name="today">Today in Shanghai, the day on which the change is told.</param>
    public void Change(DateOnly expectedOn, Guid placeId, Guid unitId, PolicyPack pack, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotChange().Concat(WhyNotAnnounce(expectedOn, today, today)).Concat(WhyNotExpect(expectedOn, today, pack)));
        if (unitId != UnitId || State == ReleaseState.Declined)
        {
            ClientId = null;
            (Family, CollectMode, Collector, VisitedOn, Visits) = (null, null, null, null, 0);
            Address(placeId, unitId);
            Expect(expectedOn, today, pack);
        }
        else if (expectedOn != ExpectedOn)
        {
            Expect(expectedOn, today, pack);
        }
        PlaceId = placeId;
    }

    public void Withdraw(DateOnly today, Sealed? reason)
    {
        RulesBrokenException.ThrowIfAny(WhyNotWithdraw(reason));
        (State, AnsweredOn, Reason) = (ReleaseState.Withdrawn, today, reason);
    }

    public void Accept(DateOnly on, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnswer(on, today));
        (State, AnsweredOn, Reason) = (ReleaseState.Accepted, on, null);
    }

    public void Decline(DateOnly on, Sealed? reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnswer(on, today).Concat(reason is null ? [ReleaseRules.ReasonMissing] : []));
        (State, AnsweredOn, Reason) = (ReleaseState.Declined, on, reason);
    }

    /// <summary>This is the person's file; from here on the steps stand on the worklist.</summary>
    /// <param name="client">Whose file.</param>
    /// <param name="others">The other releases of the person.</param>
    /// <param name="person">How the two compare; null where the file was made of the announcement.</param>
    public void Link(Client client, IReadOnlyCollection<CentreRelease>? others = null, ReleasedPerson? person = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotLink(client.Id, client.UnitId, others).Concat(person is null ? [] : WhyNotBe(person)));
        ClientId = client.Id;
    }

    /// <summary>It was somebody else's file: until the person is received the release may be tied to another.</summary>
    public void Unlink()
    {
        RulesBrokenException.ThrowIfAny(WhyNotUnlink());
        ClientId = null;
    }

    /// <summary>What the person will need, who fetches, and whether the family is willing.</summary>
    public void Prepare(IReadOnlyList<string> needs, string? mode, Sealed? collector, FamilyStance? family = null, DateOnly? on = null, DateOnly? today = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotPrepare(mode, collector, on, today));
        (Needs, CollectMode, Collector, Family) = (needs, mode, collector, family);
    }

    public ReleaseVisit Visit(DateOnly on, Guid? staffId, Sealed? notes, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotVisit(on, entry.Today));
        VisitedOn = VisitedOn < on ? VisitedOn : on;
        Visits++;
        return new ReleaseVisit(this, on, staffId, notes, entry);
    }

    /// <param name="receipt">The hand-over at the gate.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="others">The other releases of the person.</param>
    public void Receive(ReleaseReceipt receipt, DateOnly today, IReadOnlyCollection<CentreRelease>? others = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotReceive(receipt, today, others));
        State = ReleaseState.Received;
        (ReceivedOn, ReceivedAt, Receipt) = (receipt.On, receipt.At, receipt.Details);
        (CollectMode, Collector) = (receipt.CollectMode, receipt.Collector);
    }

    /// <summary>Papers may come one after another; they are in when all that the law names are there.</summary>
    public void TakePapers(IReadOnlyList<string> papers, DateOnly on, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotTakePapers(papers, on, today));
        Papers = [.. Papers.Union(papers)];
        PapersReceivedOn ??= MissingPapers.Any() ? null : on;
        Finish();
    }

    /// <summary>The first interview after the release; later ones change nothing.</summary>
    public void NoteInterview(Guid contactId, DateOnly on)
    {
        if (ReceivedOn <= on && !(InterviewedOn <= on))
        {
            (InterviewId, InterviewedOn) = (contactId, on);
            Finish();
        }
    }

    /// <summary>The interview was annulled; another may stand in for it.</summary>
    public void ForgetInterview()
    {
        (InterviewId, InterviewedOn) = (null, null);
        Finish();
    }

    /// <summary>The person has reported under the measure that follows; null where that was corrected.</summary>
    public void NoteReport(DateOnly? on) => ReportedOn = on;

    void Finish()
    {
        if (State is ReleaseState.Received or ReleaseState.Completed)
        {
            State = PapersReceivedOn is not null && InterviewedOn is not null ? ReleaseState.Completed : ReleaseState.Received;
        }
    }
}

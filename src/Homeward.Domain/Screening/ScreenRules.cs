using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Screening;

public sealed partial class Screen
{
    public static readonly Broken InFuture = new("screening.in-future", "On");
    public static readonly Broken BeforeOrder = new("screening.before-order", "On");
    public static readonly Broken DetainedThen = new("screening.detained-then", "Outcome") { Rule = "R1.39, R2.19" };
    public static readonly Broken BeforeBirth = new("screening.before-birth", "On");
    public static readonly Broken ResultMissing = new("screening.result-missing", "Result");
    public static readonly Broken ResultWithoutScreen = new("screening.result-without-screen", "Result");
    public static readonly Broken ReadingContradicts = new("screening.reading-contradicts", "Result");
    public static readonly Broken TwoTesters = new("screening.two-testers", "SecondTester");
    public static readonly Broken TesterMissing = new("screening.tester-missing", "FirstTester");
    public static readonly Broken OtherLeave = new("screening.other-leave", "LeaveId");
    public static readonly Broken RemoteReportMissing = new("screening.remote-report-missing", "RemoteDocument") { Rule = "R1.27" };
    public static readonly Broken ClinicMissing = new("screening.clinic-missing", "Place") { Rule = "R2.14" };
    public static readonly Broken ClinicTellsOfTests = new("screening.clinic-tells-of-tests", "Outcome") { Rule = "R2.14" };
    public static readonly Broken NotOnLeave = new("screening.not-on-leave", "On") { Rule = "R1.27" };
    public static readonly Broken CollectorMissing = new("screening.collector-missing", "Collector");
    public static readonly Broken WomanCollects = new("screening.woman-collects", "CollectorSex");
    public static readonly Broken KitExpired = new("screening.kit-expired", "KitExpiresOn");
    public static readonly Broken HairNeedsHair = new("screening.hair-needs-hair", "Specimen");
    public static readonly Broken SamplesMissing = new("screening.samples-missing", "SampleA");
    public static readonly Broken SamplesAlike = new("screening.samples-alike", "SampleB") { Rule = "R2.5" };
    public static readonly Broken SamplesWithoutScreen = new("screening.samples-without-screen", "SampleA") { Rule = "R2.5" };
    public static readonly Broken SampleSent = new("screening.sample-sent", "SampleA") { Rule = "R2.5" };
    public static readonly Broken NoSamples = new("screening.no-samples");
    public static readonly Broken SamplesInDispute = new("screening.samples-in-dispute");
    public static readonly Broken SamplesToKeep = new("screening.samples-to-keep", "On");
    public static readonly Broken TwoDispose = new("screening.two-dispose", "Witness");
    public static readonly Broken AlreadyAnnulled = new("screening.already-annulled");

    public static IEnumerable<Broken> WhyNotRecord(Client client, ScreenRecord record, EntryNote entry) =>
        WhyNotOn(client, record, entry.Today)
            .Concat(WhyNotResult(record))
            .Concat(WhyNotElsewhere(record))
            .Concat(WhyNotAtClinic(record))
            .Concat(record.Spot is { } spot ? WhyNotSpot(spot, record.On, record.Outcome, record.SampleA, entry.Today) : [])
            .Concat(WhyNotCompel(record, entry.At))
            .Concat(entry.IsHistory ? [] : WhyNotAtOnce(record).Concat(WhyNotSamples(record)).Concat(WhatIsMissing(client, record)));

    static IEnumerable<Broken> WhyNotOn(Client client, ScreenRecord record, DateOnly today)
    {
        if (record.On > today)
        {
            yield return InFuture.With(record.On);
        }
        if (record.On <= client.BirthDate)
        {
            yield return BeforeBirth.With(record.On, client.BirthDate);
        }
        if (record.On < record.MeasureOrderedOn)
        {
            yield return BeforeOrder.With(record.On, record.MeasureOrderedOn);
        }
        // Who is in custody neither refuses nor evades a test of the measure: it is excused.
        if (record.DetainedSince is { } since && (record.Outcome == ScreenOutcome.Refused || IsEvasion(record.Outcome)))
        {
            yield return DetainedThen.With(record.On, since);
        }
    }

    static IEnumerable<Broken> WhyNotResult(ScreenRecord record)
    {
        if (record.Outcome == ScreenOutcome.Done && record.Result is null)
        {
            yield return ResultMissing;
        }
        if (record.Outcome != ScreenOutcome.Done && record.Result is not null)
        {
            yield return ResultWithoutScreen;
        }
        if (record.Result == ScreenResult.Negative && record.Readings.Values.Contains(Reading.Positive))
        {
            yield return ReadingContradicts;
        }
        if (record.EvasionReason is not null && !IsEvasion(record.Outcome))
        {
            yield return ReasonWithoutEvasion;
        }
        if (record.KitExpiresOn < record.On)
        {
            yield return KitExpired.With(record.KitExpiresOn!);
        }
        if (record.Kind == ScreenKind.Hair && record.Specimen != Specimen.Hair)
        {
            yield return HairNeedsHair;
        }
    }

    /// <summary>A screen that was made elsewhere rests on the report of the police there, and on a leave (rules R1.27).</summary>
    static IEnumerable<Broken> WhyNotElsewhere(ScreenRecord record)
    {
        if (record.Remote is not { } remote)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(remote.Body) || string.IsNullOrWhiteSpace(remote.DocumentNumber) || string.IsNullOrWhiteSpace(record.Place))
        {
            yield return RemoteReportMissing;
        }
        if (remote.LeaveId is null)
        {
            yield return NotOnLeave.With(record.On);
        }
        else if (remote.NamedLeaveId is { } named && named != remote.LeaveId)
        {
            yield return OtherLeave.With(record.On);
        }
    }

    /// <summary>A clinic tells what it tested; who does not come there owes this office no test (rules R2.14).</summary>
    static IEnumerable<Broken> WhyNotAtClinic(ScreenRecord record)
    {
        if (record.Kind == ScreenKind.Clinic && record.Outcome != ScreenOutcome.Done)
        {
            yield return ClinicTellsOfTests;
        }
        if (record.Kind == ScreenKind.Clinic && string.IsNullOrWhiteSpace(record.Place))
        {
            yield return ClinicMissing;
        }
    }

    /// <summary>What the law asks of a screen that was held: two testers, a collector, a woman for a woman (DTP art. 8, rules R2.4), A and B samples of a positive (R2.5).</summary>
    public static IEnumerable<Broken> WhatIsMissing(Client client, ScreenRecord record)
    {
        if (record.Outcome != ScreenOutcome.Done || record.IsElsewhere)
        {
            yield break;
        }
        var testers = new[] { record.FirstTester, record.SecondTester }.Select(Alike.Plain).Where(tester => tester.Length > 0).Distinct(StringComparer.Ordinal).Count();
        if (testers < record.TestersNeeded)
        {
            yield return record.TestersNeeded == 1 ? TesterMissing : TwoTesters;
        }
        if (string.IsNullOrWhiteSpace(record.Collector))
        {
            yield return CollectorMissing;
        }
        if (client.Sex == People.Sex.Female && record.CollectorSex != People.Sex.Female)
        {
            yield return WomanCollects;
        }
        if (record.Result is ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed
            && (string.IsNullOrWhiteSpace(record.SampleA) || string.IsNullOrWhiteSpace(record.SampleB)))
        {
            yield return SamplesMissing;
        }
    }

    public IEnumerable<Broken> WhyNotAnnul() => IsAnnulled ? [AlreadyAnnulled.With(AnnulledOn!)] : [];
}

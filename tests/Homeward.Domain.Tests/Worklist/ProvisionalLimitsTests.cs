using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>Which last days holidays can still move (R1.49): the same plans are drawn under no holidays and under holidays on every day that is not announced, and what differs has to be known as provisional.</summary>
public class ProvisionalLimitsTests
{
    static readonly DateOnly announced = Histories.Day("2026-12-31");
    static readonly Guid measure = Guid.CreateVersion7();

    [Fact]
    public void A_day_that_a_later_holiday_moves_is_provisional()
    {
        var (known, told) = (Pack([]), Pack([.. Enumerable.Range(1, 40).Select(announced.AddDays)]));
        var limits = ProvisionalLimits.Of(known).ToList();
        var moved = new HashSet<(ObligationKind, string)>();
        foreach (var start in Enumerable.Range(-30, 60).Select(announced.AddDays))
        {
            var later = Plans(start, told).ToDictionary(planned => planned.NaturalKey);
            foreach (var planned in Plans(start, known).Where(planned => later.TryGetValue(planned.NaturalKey, out var other) && other.Closes != planned.Closes))
            {
                Assert.True(limits.Any(limit => !limit.IsFirstDay && limit.Kind == planned.Kind && limit.Rule == planned.Rule && planned.Closes > limit.Until), $"{start} {planned}");
                moved.Add((planned.Kind, planned.Rule));
            }
        }
        Assert.Equal(
        [
            (ObligationKind.Report, "R1.13"), (ObligationKind.Report, "R1.14"), (ObligationKind.SignAgreement, "R1.18"), (ObligationKind.SignAgreement, "R1.20"), (ObligationKind.ForwardFile, "R1.36"),
            (ObligationKind.ReleaseNotice, "R1.41"), (ObligationKind.Announcement, "R1.47"), (ObligationKind.ReleasePapers, "R1.47"), (ObligationKind.FirstInterview, "R3.9"),
        ], moved.Order());
    }

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-04", true)]
    public void A_report_whose_last_day_is_provisional_is_never_overdue(string closes, bool isProvisional)
    {
        var planned = new PlannedObligation(ObligationKind.Report, "R1.13|x|report", Histories.Day("2026-12-16"), Histories.Day(closes), "R1.13", Pack([]).Version);
        var obligation = new Obligation(Releases.Client(), measure, planned);

        Assert.Equal(isProvisional, ProvisionalLimits.Of(Pack([])).Any(limit => !limit.IsFirstDay && limit.IsBeyond(obligation)));
        Assert.Equal(isProvisional ? ObligationState.Due : ObligationState.Overdue, obligation.StateOn(Histories.Day("2027-03-01"), isProvisional));
    }

    [Fact]
    public void Where_nothing_is_counted_in_working_days_nothing_is_provisional() =>
        Assert.Empty(ProvisionalLimits.Of(new PolicyPack(Layer([], [(PolicyKeys.ReleaseSecondAlert, TestPacks.Proposed(7)), (PolicyKeys.CentreReleaseNotice, TestPacks.Proposed(3))]), TestPacks.National())));

    static IEnumerable<PlannedObligation> Plans(DateOnly start, PolicyPack pack)
    {
        var running = Histories.Cdt("2024-01-15");
        MeasureHistory[] histories =
        [
            Histories.Cdt(null) with { OrderedOn = start, ServedOn = start },
            running with { ReportedOn = start, AgreementSignedOn = null },
            running with { Events = [new TransferEvent(start, start)] },
            running with { OrderedOn = start.AddYears(-4), ServedOn = start.AddYears(-4), ReportedOn = start.AddYears(-3).AddDays(1) },
            new MeasureHistory { Kind = MeasureKind.Cid, OrderedOn = start.AddYears(-2).AddDays(1) },
        ];
        return histories.SelectMany((history, place) => ObligationPlan.For(new ObligationFacts(measure, history), pack, start).Obligations.Select(planned => planned with { NaturalKey = $"{place} {planned.NaturalKey}" }))
            .Concat(ReleasePlan.For(Releases.Received($"{start:yyyy-MM-dd}", $"{start.AddDays(-20):yyyy-MM-dd}"), pack).Obligations.Select(planned => planned with { NaturalKey = $"release {planned.Kind} {planned.NaturalKey.Split('|')[^1]}" }));
    }

    static PolicyPack Pack(HashSet<DateOnly> daysOff) => new(
        Layer(daysOff,
        [
            (PolicyKeys.RollsToWorkingDay, TestPacks.ProposedFlag(true)), (PolicyKeys.TransferForwarding, TestPacks.ProposedWorkingDays(3)), (PolicyKeys.ReleaseNoticeDays, TestPacks.Proposed(7)),
            (PolicyKeys.CentreReleaseNotice, TestPacks.ProposedWorkingDays(7)), (PolicyKeys.CentrePapers, TestPacks.ProposedWorkingDays(3)), (PolicyKeys.ReleaseSecondAlert, TestPacks.ProposedWorkingDays(7)),
        ]), TestPacks.National());

    static PolicyLayer Layer(HashSet<DateOnly> daysOff, IEnumerable<(PolicyKey Key, PolicyValue Value)> values) => new()
    {
        Name = "rolling",
        Version = "1",
        Level = PolicyLevel.City,
        EffectiveFrom = new(2016, 4, 1),
        Parent = "national",
        Calendar = new WorkingCalendar(daysOff, new HashSet<DateOnly>()) { OfficialUntil = announced },
        Values = values.ToDictionary(pair => pair.Key.Name, pair => pair.Value),
    };
}

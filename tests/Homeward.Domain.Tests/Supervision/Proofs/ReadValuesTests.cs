using Homeward.Domain.Papers;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>Values of the pack about screens, papers and the release: each is read at least two ways, and the product follows.</summary>
public class ReadValuesTests
{
    [Theory]
    [InlineData(false, ScreeningWindowState.MissedUnconfirmed, false)]
    [InlineData(true, ScreeningWindowState.Done, true)]
    [InlineData(null, ScreeningWindowState.MissedUnconfirmed, false)]
    public void An_irregular_screen_fills_a_window_where_the_pack_says_so_in_the_state_and_in_the_ledger(bool? fills, ScreeningWindowState state, bool settled)
    {
        var pack = TestPacks.With((PolicyKeys.IrregularFillsWindow, fills is { } flag ? TestPacks.ProposedFlag(flag) : null));
        var history = Cdt(events: Screen("2024-01-20", kind: ScreenKind.Spot));
        var spot = new WorkRecord(Guid.CreateVersion7(), Day("2024-01-20"), ObligationKind.Screen, Settlement.Fulfilled, FillsScheduledWindow: false) { ScreenKind = ScreenKind.Spot };
        var plan = ObligationPlan.For(new ObligationFacts(Guid.Empty, history), pack, Day("2024-03-01"));
        var ledger = ObligationLedger.Follow(Cases.Somebody(), Guid.Empty, new LedgerFacts(plan, Day("2024-03-01")) { KnownSince = Day("2024-01-01") }, [], [spot.Under(pack)]);

        Assert.Equal(state, history.On("2024-03-01", pack).Windows[0].State);
        Assert.Equal(settled, ledger.Single(one => one.NaturalKey.EndsWith("|y1w1", StringComparison.Ordinal)).Settlement == Settlement.Fulfilled);
    }

    [Theory]
    [InlineData(false, ScreeningWindowState.MissedUnconfirmed)]
    [InlineData(true, ScreeningWindowState.Done)]
    [InlineData(null, ScreeningWindowState.MissedUnconfirmed)]
    public void A_screen_of_a_clinic_fills_a_window_where_the_pack_says_so_and_a_spot_check_still_does_not(bool? fills, ScreeningWindowState state)
    {
        var pack = TestPacks.With((PolicyKeys.ClinicScreenFillsWindow, fills is { } flag ? TestPacks.ProposedFlag(flag) : null));

        Assert.Equal(state, Cdt(events: Screen("2024-01-20", kind: ScreenKind.Clinic)).On("2024-03-01", pack).Windows[0].State);
        Assert.Equal(ScreeningWindowState.MissedUnconfirmed, Cdt(events: Screen("2024-01-20", kind: ScreenKind.Spot)).On("2024-03-01", pack).Windows[0].State);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    [InlineData(null, 2)]
    public void A_window_is_missed_when_it_has_closed_or_as_soon_as_it_is_open(bool? onlyClosed, int missed)
    {
        var pack = TestPacks.With((PolicyKeys.MissedOnlyWhenClosed, onlyClosed is { } flag ? TestPacks.ProposedFlag(flag) : null));

        Assert.Equal(missed, Cdt().On("2024-03-20", pack).WindowsMissed);
        Assert.Equal(missed - 1, Cdt(events: Screen("2024-02-20")).On("2024-03-20", pack).WindowsMissed);
    }

    [Theory]
    [InlineData(7, true, "2027-01-05")]
    [InlineData(3, true, "2027-01-11")]
    [InlineData(10, false, "2027-01-04")]
    [InlineData(null, false, null)]
    public void The_second_alert_comes_so_many_days_before_the_last(int? days, bool working, string? on)
    {
        var pack = TestPacks.With((PolicyKeys.ReleaseSecondAlert, days is not { } number ? null : working ? TestPacks.ProposedWorkingDays(number) : TestPacks.Proposed(number)));
        var alert = ObligationPlan.For(new ObligationFacts(Guid.Empty, Cdt()), pack, Day("2024-02-01")).Obligations.SingleOrDefault(one => one.Kind == ObligationKind.ReleaseAlert);

        Assert.Equal(on, alert is null ? null : $"{alert.Opens:yyyy-MM-dd}");
        Assert.True(alert is null || alert.Closes == Day("2027-01-14"));
    }

    [Fact]
    public void The_release_fulfils_the_second_alert_and_an_early_end_cancels_it()
    {
        var pack = TestPacks.With((PolicyKeys.ReleaseSecondAlert, TestPacks.ProposedWorkingDays(7)));
        var plan = ObligationPlan.For(new ObligationFacts(Guid.Empty, Cdt()), pack, Day("2024-02-01"));

        Assert.Equal(Settlement.Fulfilled, Alert(plan, released: true).Settlement);
        Assert.Equal(Settlement.Cancelled, Alert(plan, released: false).Settlement);

        static Obligation Alert(ObligationPlan plan, bool released) => ObligationLedger.Follow(Cases.Somebody(), Guid.Empty, new LedgerFacts(plan, Day("2024-06-01"))
        {
            KnownSince = Day("2024-01-01"),
            EndedOn = Day("2024-05-01"),
            ReleasedOn = released ? Day("2024-05-01") : null,
        }, [], []).Single(one => one.Kind == ObligationKind.ReleaseAlert);
    }

    [Theory]
    [InlineData(2, "Zhou", "Wu", null)]
    [InlineData(2, "Zhou", null, "screening.two-testers")]
    [InlineData(2, "Zhou", " Zhou", "screening.two-testers")]
    [InlineData(1, "Zhou", null, null)]
    [InlineData(1, null, "Wu", null)]
    [InlineData(1, null, " ", "screening.tester-missing")]
    public void As_many_people_test_as_the_pack_asks_for(int needed, string? first, string? second, string? code)
    {
        var record = new ScreenRecord
        {
            On = Day("2024-03-01"), Kind = ScreenKind.Scheduled, Specimen = Specimen.Urine, Outcome = ScreenOutcome.Done, Result = ScreenResult.Negative,
            FirstTester = first, SecondTester = second, Collector = "Zhou", TestersNeeded = needed,
        };

        Assert.Equal(code, Domain.Screening.Screen.WhatIsMissing(Cases.Somebody(), record).Select(broken => broken.Code).SingleOrDefault());
    }

    [Theory]
    [InlineData(15, "2024-01-30")]
    [InlineData(0, "2024-01-15")]
    public void A_paper_of_the_dossier_is_due_after_the_days_of_the_pack(int days, string by)
    {
        var pack = TestPacks.With((PolicyKeys.DossierDays, TestPacks.Proposed(days)));
        var measure = Cases.Reported();
        var dossier = Dossier.Of(new DossierFacts(measure, Cases.StateOn(measure, "2024-01-20")) { Days = pack.Number(PolicyKeys.DossierDays), Today = Day("2024-01-20") });
        var line = dossier.Lines.Single(one => one.Slot == DossierSlot.Handbook);

        Assert.Equal((Day(by), days == 0 ? SlotState.Missing : SlotState.Awaited), (line.DueOn!.Value, line.State));
    }

    [Theory]
    [InlineData(30, "2024-05-31")]
    [InlineData(1, "2024-05-02")]
    [InlineData(0, null)]
    [InlineData(null, null)]
    public void The_old_office_reads_on_for_the_days_of_the_pack_or_not_at_all(int? days, string? last) => Assert.Equal(
        last is null ? null : Day(last),
        FormerFile.LastReadableDay(Day("2024-05-01"), TestPacks.With((PolicyKeys.TransferReadDays, days is { } number ? TestPacks.Proposed(number) : null))));
}

using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;

namespace Homeward.Domain.Tests.Papers;

/// <summary>What goes to the police with a no-show (R1.17) and with a serious breach (R1.32).</summary>
public class EvidencePackTests
{
    [Fact]
    public void Each_confirmation_has_the_pack_of_its_rule()
    {
        var noShow = EvidencePack.Of(MeasureActKind.OverdueConfirmed, null, [], []);
        var breach = EvidencePack.Of(MeasureActKind.BreachConfirmed, null, [], []);

        Assert.Equal([PaperKind.Warning, PaperKind.OverdueCertificate, PaperKind.HandOverReceipt], noShow.Pieces.Select(piece => piece.Kind));
        Assert.Equal([PaperKind.Warning, PaperKind.TestNotice, PaperKind.BreachCertificate, PaperKind.HandOverReceipt], breach.Pieces.Select(piece => piece.Kind));
        Assert.DoesNotContain(noShow.Pieces.Concat(breach.Pieces), piece => piece.IsThere);
    }

    [Fact]
    public void The_papers_of_a_no_show_are_those_about_this_one()
    {
        var measure = Cases.Ordered();
        Cases.Record(measure, MeasureActKind.OverdueConfirmed, "2024-02-01");
        var act = measure.Acts[0];
        PackPaper[] papers = [New(PaperKind.Warning, act.Id), New(PaperKind.OverdueCertificate, Guid.CreateVersion7()), New(PaperKind.HandOverReceipt, act.Id), New(PaperKind.HandOverReceipt, null)];

        var pack = EvidencePack.Of(act.Kind, act, papers, []);

        Assert.Equal([true, false, true], pack.Pieces.Select(piece => piece.IsThere));
        Assert.Equal([1, 0, 1], pack.Pieces.Select(piece => piece.Papers.Count));
        Assert.All(pack.Pieces, piece => Assert.Equal(act, piece.Act));
    }

    [Fact]
    public void Every_warning_belongs_to_a_breach_and_a_notice_proves_something_when_it_was_served()
    {
        PackPaper[] papers = [New(PaperKind.Warning, Guid.CreateVersion7()), New(PaperKind.Warning, null), New(PaperKind.TestNotice, null)];

        var before = EvidencePack.Of(MeasureActKind.BreachConfirmed, null, papers, []);
        var after = EvidencePack.Of(MeasureActKind.BreachConfirmed, null, [.. papers, New(PaperKind.TestNotice, null, new DateOnly(2024, 2, 1))], []);

        Assert.Equal([true, false, false, false], before.Pieces.Select(piece => piece.IsThere));
        Assert.Equal([2, 1, 0, 0], before.Pieces.Select(piece => piece.Papers.Count));
        Assert.True(after.Pieces[1].IsThere);
    }

    [Fact]
    public void A_scan_in_the_slot_of_a_paper_is_that_paper_a_certificate_only_since_its_confirmation_and_the_receipt_never()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.Absence, "2024-02-20", facts => facts with { To = new DateOnly(2024, 3, 31) }, today: "2024-04-02");
        Cases.Record(measure, MeasureActKind.BreachConfirmed, "2024-04-01", facts => facts with { Reason = "seriousBreach", DocumentNumber = "1" }, today: "2024-04-02");
        PackScan[] early = [Scanned(DossierSlot.Warnings, 3), Scanned(DossierSlot.TestNotices, 3), Scanned(DossierSlot.Breaches, 31, month: 3), Scanned(DossierSlot.Agreement, 3)];

        var before = EvidencePack.Of(MeasureActKind.BreachConfirmed, null, [], [.. early, Scanned(DossierSlot.Breaches, 2, month: 4)]);
        var after = EvidencePack.Of(MeasureActKind.BreachConfirmed, measure.Acts[^1], [], [.. early, Scanned(DossierSlot.Breaches, 1, month: 4)]);

        Assert.Equal([true, true, false, false], before.Pieces.Select(piece => piece.IsThere));
        Assert.Equal([true, true, true, false], after.Pieces.Select(piece => piece.IsThere));
        Assert.DoesNotContain(after.Pieces, piece => piece.IsMade);
        Assert.Equal([1, 1, 1, 0], after.Pieces.Select(piece => piece.Scans.Count));
    }

    static PackScan Scanned(DossierSlot slot, int day, int month = 2) => new(Guid.CreateVersion7(), slot, new DateOnly(2024, month, day));

    static PackPaper New(PaperKind kind, Guid? act, DateOnly? served = null) => new(Guid.CreateVersion7(), kind, act, "P1-2024-0001", served);
}

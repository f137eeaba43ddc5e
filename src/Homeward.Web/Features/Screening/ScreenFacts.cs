using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Screening;

/// <summary>All that is written down about a screen, as labels and values: for the page and for the paper.</summary>
public sealed class ScreenFacts(Words words, Keyring keys, ShanghaiClock clock)
{
    public IEnumerable<(string Label, string Value)> Of(ScreenSheet sheet)
    {
        var screen = sheet.Screen;
        (string Word, string? Value)[] all =
        [
            ("screening.on", $"{screen.On}"), ("screening.kind", words.Code("screenKind", screen.Kind.ToString())), ("screening.specimen", words.Code("specimen", screen.Specimen.ToString())),
            ("screening.outcome", ScreenWords.Outcome(screen.Outcome, screen.EvasionReason, words)), ("screening.evasion-reason", screen.EvasionReason is { } way ? words.Code("evasionReason", way.ToString()) : null),
            ("screening.result", words.Code("screenResult", screen.Result?.ToString())),
            ("screening.place", screen.Place), ("screening.remote-body", screen.RemoteBody), ("screening.remote-document", screen.RemoteDocument),
            ("screening.first-tester", screen.FirstTester), ("screening.second-tester", screen.SecondTester),
            ("screening.collector", Collector(screen)), ("screening.witnesses", screen.Witnesses),
            ("screening.kit", string.Join(" · ", new[] { screen.KitBrand, screen.KitLot, screen.KitExpiresOn is { } expires ? words["screening.expires", expires] : null }.Where(part => part is not null))),
            ("screening.compelled", Compelled(screen)), ("screening.approval-document", screen.CompulsionDocument),
            ("screening.sample-a", screen.SampleA), ("screening.sample-b", screen.SampleB), ("screening.keep-until", screen.KeepSamplesUntil is { } keep ? $"{keep}" : null),
            ("screening.sealed", screen.SamplesSealedOn is { } sealedOn ? words["screening.sealed-fact", sealedOn, screen.SamplesSealedBy ?? "–"] : null), ("screening.seal-signed", Signed(screen.SealSigned)), ("screening.kept-at", screen.SamplesKeptAt),
            ("screening.told-on-spot", Noted(screen.ToldOnSpot)), ("screening.result-told-on", $"{screen.ResultToldOn}"), ("screening.testers-signed", Noted(screen.TestersSigned)), ("screening.report-signed", Signed(screen.ReportSigned)),
            ("screening.refusal-note", keys.OpenOrNull(screen.RefusalNote, SealedColumn.ScreenRefusalNote, screen.Id)),
            ("screening.entered", words["screening.entered-by", sheet.EnteredBy ?? words["screening.entered-shell"], Told(screen.EnteredAt)]),
            (screen.OverturnedOn is null ? "screening.confirmed" : "screening.overturned", Confirmed(sheet)), ("screening.confirm-document", screen.ConfirmDocument ?? (screen.Result == ScreenResult.PositiveConfirmed ? words["screening.not-written"] : null)),
            ("screening.dispute-outcome", sheet.Dispute is { } dispute ? ScreenWords.OutcomeOf(dispute, words) : null),
            ("screening.taken-back", screen.TakenBackOn is { } back ? words["screening.taken-back-fact", screen.FirstConfirmedOn ?? screen.On, back] : null),
            ("screening.remarks", keys.OpenOrNull(screen.Remarks, SealedColumn.ScreenRemarks, screen.Id)),
            ("screening.annul-reason", keys.OpenOrNull(screen.AnnulReason, SealedColumn.ScreenAnnulReason, screen.Id)),
        ];
        return all.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (words[fact.Word], fact.Value!));
    }

    string? Signed(bool? signed) => signed is { } known ? words[known ? "screening.signed" : "screening.not-signed"] : null;

    string? Noted(bool? noted) => noted is { } known ? words[known ? "screening.yes" : "screening.no"] : null;

    string? Compelled(Screen screen) => screen.CompulsionApprovedAt is { } at ? words["screening.entered-by", screen.CompulsionApprovedBy ?? "–", Told(at)] : null;

    /// <summary>The account and the instant; of a confirmation older than the note of them, the day.</summary>
    string? Confirmed(ScreenSheet sheet) => sheet.Screen switch
    {
        { ConfirmedAt: { } at } => words["screening.entered-by", sheet.ConfirmedBy ?? words["screening.entered-shell"], Told(at)],
        { ConfirmedOn: { } on } => $"{on}",
        _ => null,
    };

    string Told(DateTime at) => clock.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    string? Collector(Screen screen) => screen.Collector is null ? null
        : screen.CollectorSex is { } sex ? words["screening.collector-of", screen.Collector, words.Code("sex", sex.ToString())] : screen.Collector;
}

using Homeward.Domain.Screening;
using Homeward.Web.Components;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Screening;

/// <summary>How a screen is told in one line, and in which tone.</summary>
public static class ScreenWords
{
    /// <summary>The result where it was held, otherwise what came of the appointment.</summary>
    public static string Finding(Screen screen, Words words) => screen.Outcome == ScreenOutcome.Done && screen.Result is { } result
        ? words.Code("screenResult", result.ToString()) : Outcome(screen.Outcome, screen.EvasionReason, words);

    /// <summary>What came of the appointment; of an evasion by the sample that it was one.</summary>
    public static string Outcome(ScreenOutcome outcome, EvasionReason? reason, Words words) => (outcome, reason) switch
    {
        (ScreenOutcome.EvadedUnconfirmed, EvasionReason.Tampered) => words["screening.tampered-unconfirmed"],
        (ScreenOutcome.EvadedConfirmed, EvasionReason.Tampered) => words["screening.tampered-confirmed"],
        _ => words.Code("screenOutcome", outcome.ToString()),
    };

    /// <summary>What comes next of a screen that is not settled.</summary>
    public static string Next(ScreenNext next, Words words) => next switch
    {
        { Kind: ScreenNextKind.Tell } => words["screening.next-tell"],
        { Kind: ScreenNextKind.Confirm, From: { } from } => words["screening.next-confirm", from],
        { Kind: ScreenNextKind.Dispute, Step: { } step } => words["screening.dispute-next", words.Code("disputeStep", step.ToString()), next.By!],
        { Kind: ScreenNextKind.Close, From: { } from } => words["screening.next-close-from", from],
        { Kind: ScreenNextKind.Close } => words["screening.next-close"],
        _ => words["screening.next-evasion"],
    };

    public static string Title(Screen screen, Words words) => words[screen.IsAnnulled ? "screening.title-annulled" : "screening.title",
        words.Code("screenKind", screen.Kind.ToString()), words.Code("specimen", screen.Specimen.ToString()), Finding(screen, words)];

    /// <summary>What the laboratory found, by which report and when; what it was before the first report, that it goes on or how it ended.</summary>
    public static string OutcomeOf(ScreenDispute dispute, Words words) => dispute.Entries.LastOrDefault(entry => entry.IsPositive is not null) is { } report
        ? words[report.IsPositive == true ? "screening.dispute-bore-out" : "screening.dispute-overturned", report.DocumentNumber ?? "–", report.On]
        : words[dispute.ClosedOn is null ? "screening.dispute-open-fact" : "screening.dispute-without-report", dispute.Entries[0].On];

    /// <summary>The lines of the kit are those of the preliminary test on the spot, where a laboratory spoke after it.</summary>
    public static string LinesTitle(Screen screen, Words words) => words[screen.OverturnedOn is null && screen.Result is not (ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed) ? "screening.lines" : "screening.lines-on-the-spot"];

    /// <summary>What the lines of the kit showed, and where; what a laboratory overturned is said to have been the kit's.</summary>
    public static string? Line(Screen screen, Words words)
    {
        var lines = screen.Readings.GroupBy(reading => reading.Value).OrderByDescending(group => group.Key == Reading.Positive)
            .Select(group => words["screening.readings", words.Code("reading", group.Key.ToString()), string.Join(words["ui.list-comma"], group.Select(reading => words.Code("analyte", reading.Key)))]);
        var text = string.Join(" · ", lines.Select(line => screen.OverturnedOn is null ? line : words["screening.line-overturned", line]).Append(screen.Place).Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }

    public static Tone Tone(Screen screen) => screen switch
    {
        { IsAnnulled: true } => Components.Tone.Neutral,
        { Result: ScreenResult.Negative } => Components.Tone.Good,
        { Result: ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed } => Components.Tone.Bad,
        { Outcome: ScreenOutcome.Refused or ScreenOutcome.EvadedConfirmed } => Components.Tone.Bad,
        { Outcome: ScreenOutcome.EvadedUnconfirmed } => Components.Tone.Warn,
        _ => Components.Tone.Neutral,
    };
}

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

    /// <summary>What the lines of the kit showed, and where.</summary>
    public static string? Line(Screen screen, Words words)
    {
        var lines = screen.Readings.GroupBy(reading => reading.Value).OrderByDescending(group => group.Key == Reading.Positive)
            .Select(group => words["screening.readings", words.Code("reading", group.Key.ToString()), string.Join(words["ui.list-comma"], group.Select(reading => words.Code("analyte", reading.Key)))]);
        var text = string.Join(" · ", lines.Append(screen.Place).Where(part => !string.IsNullOrEmpty(part)));
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

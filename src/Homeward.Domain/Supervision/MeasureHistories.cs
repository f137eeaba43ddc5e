using Homeward.Domain.People;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Turns the records of a measure into the history that the statutory clock reads.</summary>
public static class MeasureHistories
{
    /// <summary>The history as it is known now.</summary>
    public static MeasureHistory History(this Measure measure, Sex? sex, IEnumerable<Screen> screens) => new()
    {
        Kind = measure.Kind,
        TermYears = measure.TermYears,
        OrderedOn = measure.OrderedOn,
        ServedOn = measure.ServedOn,
        FamilyServedOn = measure.FamilyServedOn,
        OfficeToldOn = measure.OfficeToldOn,
        ReportedOn = measure.ReportedOn,
        AgreementSignedOn = measure.AgreementSignedOn,
        ServedIsolationDays = measure.ServedIsolationDays,
        Sex = sex,
        Events = [.. measure.Events(act => !act.IsAnnulled, measure.ReportedOn), .. screens.Where(screen => !screen.IsAnnulled).Select(ScreenEvents.Of).OfType<MeasureEvent>()],
    };

    /// <summary>The screens that count for the measure: its own and those without a measure, of the days on which it was in force (rules R1.33).</summary>
    public static IEnumerable<Screen> Own(this Measure measure, IEnumerable<Screen> screens) => screens.Where(screen => measure.Owns(screen.MeasureId, screen.On));

    /// <summary>The same as the office knew it on a day: an end that it did not know of had ended nothing.</summary>
    public static IEnumerable<Screen> OwnAsKnownOn(this Measure measure, IEnumerable<Screen> screens, DateOnly knownOn)
    {
        var ended = measure.EndedAsKnownOn(knownOn);
        return screens.Where(screen => Owns(measure.Id, measure.OrderedOn, ended, screen.MeasureId, screen.On));
    }

    /// <summary>Whether what was made under a measure, or under none, on a day counts for this one.</summary>
    public static bool Owns(this Measure measure, Guid? under, DateOnly on) => Owns(measure.Id, measure.OrderedOn, measure.EndedOn, under, on);

    static bool Owns(Guid measureId, DateOnly? orderedOn, DateOnly? endedOn, Guid? under, DateOnly on) =>
        (under == measureId || (under is null && on >= orderedOn)) && !(on > endedOn);

    /// <summary>The measure that was in force on a day, one in the community first: what was made on that day is its own, whatever has begun since.</summary>
    public static Measure? InForce(this IEnumerable<Measure> measures, DateOnly on) => measures
        .Where(measure => (measure.OrderedOn ?? measure.ServedOn ?? measure.ReportedOn) <= on && !(measure.EndedOn < on))
        .OrderByDescending(measure => measure.Kind.IsInTheCommunity()).ThenByDescending(measure => measure.OrderedOn).FirstOrDefault();

    /// <summary>The history as the office knew it at the end of a day; null where it did not know of the measure. Acts and superseded papers must be loaded.</summary>
    /// <param name="measure">The measure with acts and superseded papers.</param>
    /// <param name="sex">The client's sex.</param>
    /// <param name="screens">The measure's screens, annulled ones too.</param>
    /// <param name="knownOn">The day whose knowledge is asked for.</param>
    /// <param name="dayOf">The day in Shanghai of an instant.</param>
    public static MeasureHistory? HistoryAsKnownOn(this Measure measure, Sex? sex, IEnumerable<Screen> screens, DateOnly knownOn, Func<DateTime, DateOnly> dayOf)
    {
        if (measure.KnownOn > knownOn)
        {
            return null;
        }
        var now = measure.History(sex, []);
        var papers = measure.Superseded.Where(papers => papers.KnownUntil > knownOn).OrderBy(papers => papers.KnownUntil).FirstOrDefault();
        return (papers is null ? now : now with
        {
            TermYears = papers.TermYears,
            OrderedOn = papers.OrderedOn,
            ServedOn = papers.ServedOn,
            FamilyServedOn = papers.FamilyServedOn,
            OfficeToldOn = papers.OfficeToldOn,
            ReportedOn = papers.ReportedOn,
            AgreementSignedOn = papers.AgreementSignedOn,
            ServedIsolationDays = papers.ServedIsolationDays,
        }) with
        {
            Events = [.. measure.Events(act => act.WasKnownOn(knownOn), papers is null ? measure.ReportedOn : papers.ReportedOn), .. screens.Select(screen => ScreenEvents.AsKnownOn(screen, knownOn, dayOf)).OfType<MeasureEvent>()],
        };
    }

    static IEnumerable<MeasureEvent> Events(this Measure measure, Func<MeasureAct, bool> counts, DateOnly? reportedOn)
    {
        var acts = measure.Acts.Where(counts).ToList();
        var answers = acts.Where(act => act.AboutId is not null).ToLookup(act => act.AboutId!.Value);
        var custodies = acts.Where(act => act.Kind == MeasureActKind.Suspended).Select(act => act.On).ToList();
        List<DateOnly> reports = [.. acts.Where(act => act.Kind == MeasureActKind.ReportedAnew).Select(act => act.On), .. reportedOn is { } on ? [on] : Array.Empty<DateOnly>()];
        return acts.Select(act => ActEvents.Of(act, answers, custodies, reports)).OfType<MeasureEvent>();
    }
}

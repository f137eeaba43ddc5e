using CsCheck;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>An event that a figure does not name could as well never have been: without it the figure is the same day.</summary>
public class FiguresNameTheirEventsTests
{
    static readonly Gen<Life> isolations =
        from began in Gen.Int[0, 300].Select(offset => new DateOnly(2023, 6, 1).AddDays(offset))
        from happened in Gen.OneOf(
            Gen.Select(Lives.Aimed(began), Gen.Int[-1, 60], (gone, length) => (MeasureEvent)new EscapeEvent(gone, length < 0 ? null : gone.AddDays(length - 1))),
            Gen.Select(Lives.Aimed(began), Gen.Int[-30, 500], (day, more) => (MeasureEvent)new ExtensionEvent(day, day.AddDays(more))),
            Gen.Select(Lives.Aimed(began), Gen.Int[0, 90], (day, more) => (MeasureEvent)new EarlyReleaseEvent(day, day.AddDays(more))),
            Lives.Events(began)).Array[0, 9]
        from asOf in Lives.Aimed(began)
        select new Life(new Reading(), new MeasureHistory { Kind = MeasureKind.Cid, OrderedOn = began, Events = happened }, asOf);

    [Fact]
    public void Without_an_event_that_is_not_named_a_figure_in_the_community_stays() => Lives.InTheCommunity(Lives.Readings).Sample(AssertNamed, iter: 6_000);

    [Fact]
    public void Without_an_event_that_is_not_named_the_last_day_of_isolation_stays() => isolations.Sample(AssertNamed, iter: 4_000);

    static void AssertNamed(Life bare)
    {
        var life = bare with { History = bare.History with { Events = [.. bare.History.Events.Select(happened => happened with { RecordId = Guid.CreateVersion7() })] } };
        var figures = Figures(life);
        foreach (var removed in life.History.Events)
        {
            var without = Figures(life with { History = life.History with { Events = [.. life.History.Events.Where(other => other != removed)] } }).ToDictionary(figure => figure.What, figure => (DateOnly?)figure.On);
            foreach (var figure in figures.Where(figure => Asks(figure, removed) && !figure.MadeBy.Any(part => part.RecordIds.Contains(removed.RecordId!.Value))))
            {
                Assert.True(without.GetValueOrDefault(figure.What) == figure.On, $"{figure.What} {figure.On:O} rests on {removed}");
            }
        }
    }

    /// <summary>
    /// An end that was taken back would end the measure again and leave nothing to be met, and without its end what stopped the clock would stop it on;
    /// a report at a new place answers a suspicion that would else wait.
    /// </summary>
    static bool Asks(MeasureFigure figure, MeasureEvent removed) => figure.What is FigureKind.ReportBy
        || (figure.What is FigureKind.EndsOn && removed is not (ReopenedEvent or TerminationEvent or ReleaseEvent))
        || (figure.What is not FigureKind.EndsOn && removed is not ReopenedEvent && !(figure.What == FigureKind.HandOver && removed is TransferEvent));

    static IReadOnlyList<MeasureFigure> Figures(Life life) => FigureRules.Of(life.History, life.Reading.Pack, life.State(), life.AsOf);
}

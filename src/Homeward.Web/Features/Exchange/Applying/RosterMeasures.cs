using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>
/// The measure that a roster row means: the open one of its kind, else one with its order number, else a new one.
/// Where the row names another kind, what is open ends with the roster as its reason.
/// </summary>
public sealed class RosterMeasures(SaveMeasure save, ShanghaiClock clock)
{
    const string AsTheRosterSays = "roster";

    public IEnumerable<Broken> WhyNot(Client? client, RosterRow row, IReadOnlyCollection<Measure> measures)
    {
        if (row.Measure is not { } kind || (client is not null && IsPast(Find(measures, kind, row))))
        {
            return [];
        }
        var known = Find(measures, kind, row);
        var facts = FactsOf(row, known?.Facts());
        return Measure.WhyNotCorrect(facts, row.BirthDate, clock.Today).Concat(known?.WhyNotMove(facts) ?? []);
    }

    /// <summary>Applies the row and returns the measures that changed, a new one among them.</summary>
    public IReadOnlyList<Measure> Apply(Client client, RosterRow row, IReadOnlyCollection<Measure> measures)
    {
        if (row.Measure is not { } kind)
        {
            return End(measures.Where(measure => measure.IsOpen), clock.Today);
        }
        var measure = Find(measures, kind, row);
        if (measure is null)
        {
            var ended = End(measures.Where(other => other.IsOpen), Before(row));
            var opened = new Measure(client, kind, FactsOf(row, null), measures, clock.Today);
            opened.CommitCallUps(save.NewSeed(opened.Id));
            return [.. ended, opened];
        }
        var facts = FactsOf(row, measure.Facts());
        if (IsPast(measure) || facts == measure.Facts())
        {
            return [];
        }
        measure.Correct(facts, client.BirthDate, clock.Today);
        return [measure];
    }

    /// <summary>What has ended stays as it was, however often an old list comes again.</summary>
    static bool IsPast(Measure? measure) => measure is { IsOpen: false };

    static Measure? Find(IReadOnlyCollection<Measure> measures, MeasureKind kind, RosterRow row) =>
        measures.FirstOrDefault(measure => measure.IsOpen && measure.Kind == kind)
        ?? measures.FirstOrDefault(measure => measure.Kind == kind && row.OrderNumber is { } number && measure.OrderNumber == number)
        ?? measures.FirstOrDefault(measure => measure.Kind == kind && row.OrderNumber is null && row.Days.OrderedOn is { } on && measure.OrderedOn == on);

    List<Measure> End(IEnumerable<Measure> open, DateOnly on)
    {
        var ended = open.ToList();
        foreach (var measure in ended)
        {
            var day = on < measure.OrderedOn ? clock.Today : on;
            measure.Record(MeasureActKind.Terminated, new ActFacts(day) { Reason = AsTheRosterSays }, null, new EntryNote(Ids.New(), null, clock.Now, clock.Today, IsHistory: true));
        }
        return ended;
    }

    /// <summary>The day before the new measure was ordered, else today.</summary>
    DateOnly Before(RosterRow row) => (row.Days.OrderedOn ?? row.Days.ServedOn ?? row.Days.ReportedOn)?.AddDays(-1) is { } day && day < clock.Today ? day : clock.Today;

    static MeasureFacts FactsOf(RosterRow row, MeasureFacts? known)
    {
        var facts = known ?? new MeasureFacts { PlaceOfExecutionId = row.Measure?.IsInTheCommunity() == true ? row.StreetId : null };
        return facts with
        {
            OrderNumber = row.OrderNumber ?? facts.OrderNumber,
            IssuedBy = row.OrderedBy ?? facts.IssuedBy,
            OrderedOn = row.Days.OrderedOn ?? facts.OrderedOn,
            ServedOn = row.Days.ServedOn ?? facts.ServedOn,
            ReportedOn = row.Days.ReportedOn ?? facts.ReportedOn,
            AgreementSignedOn = row.Days.AgreementSignedOn ?? facts.AgreementSignedOn,
            TermYears = row.TermYears ?? facts.TermYears,
        };
    }
}

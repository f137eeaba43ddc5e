using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Lives through one measure by its own verbs: order, service, report, agreement, leave, detention, end.</summary>
sealed class MeasureLife(Scene scene, Dice dice, ClientFile file)
{
    /// <summary>Only a measure that still runs after two years may have a term of two.</summary>
    const int ShortTermDays = 680;

    DateOnly Today => scene.AsOf;

    Client Client => file.Client;

    public Measure Open(MeasureKind kind, DateOnly orderedOn)
    {
        var facts = new MeasureFacts
        {
            OrderNumber = OrderNumber(kind, orderedOn),
            IssuedBy = kind is MeasureKind.Cdt or MeasureKind.Crh or MeasureKind.Cid ? Issuer() : null,
            OrderedOn = orderedOn,
            TermYears = kind == MeasureKind.Crh && orderedOn > Today.AddDays(-ShortTermDays) && dice.Chance(0.2) ? 2 : null,
            PlaceOfExecutionId = scene.Worker.Post.Street.Id,
        };
        var served = kind == MeasureKind.Cdt ? Measure.IsolationToDeduct(facts, file.Measures) : 0;
        var measure = new Measure(Client, kind, facts with { ServedIsolationDays = served }, file.Measures, Today, Earlier(orderedOn, Today));
        var seed = dice.Bytes(32);
        measure.CommitCallUps(new CallUpSeed { Commitment = CallUpSeed.CommitmentOf(seed), Seed = scene.Keys.Seal(seed, SealedColumn.CallUpSeed, measure.Id) });
        file.Measures.Add(measure);
        return measure;
    }

    public void Serve(Measure measure)
    {
        var on = Earlier(measure.OrderedOn!.Value.AddDays(dice.Between(0, 2)), Today);
        measure.Serve(on, Client.BirthDate, Today);
        if (measure.Kind.IsInTheCommunity())
        {
            // By the day of service: it takes no throw of the dice, so that worlds drawn before stay what they were.
            measure.Correct(measure.Facts() with { FamilyServedOn = Earlier(on.AddDays(on.DayNumber % 2), Today), OfficeToldOn = Earlier(on.AddDays(1), Today) }, Client.BirthDate, Today);
        }
    }

    public void Report(Measure measure)
    {
        var from = measure.ServedOn ?? measure.OrderedOn!.Value;
        var on = Earlier(from.AddDays(dice.Chance(0.04) ? dice.Between(16, 22) : dice.Between(1, 11)), Today);
        measure.Report(on, Client.BirthDate, Today);
        if (on.AddDays(2) <= Today && on.AddDays(dice.Between(0, 2)) is var signed && measure.Kind.IsInTheCommunity())
        {
            measure.SignAgreement(signed, Client.BirthDate, Today);
        }
    }

    public DateOnly? EndsOn(Measure measure) => MeasureTerm.EndsOn(measure.History(Client.Sex, []), scene.Pack, Today);

    /// <summary>Detained for some days while the measure ran; now and then to this day.</summary>
    public void Detain(Measure measure)
    {
        var start = measure.ReportedOn!.Value.AddDays(20);
        if (dice.Chance(0.01) && start < Today.AddDays(-40))
        {
            Note(measure, MeasureActKind.Suspended, new ActFacts(Today.AddDays(-dice.Between(3, 38))) { Reason = dice.Chance(0.5) ? "arrested" : "detained" });
        }
        else if (dice.Chance(0.05) && Today.DayNumber - start.DayNumber > 160)
        {
            var from = start.AddDays(dice.Between(0, Today.DayNumber - start.DayNumber - 150));
            var isArrest = dice.Chance(0.3);
            Note(measure, MeasureActKind.Suspended, new ActFacts(from) { Reason = isArrest ? "arrested" : "detained" });
            Note(measure, MeasureActKind.Resumed, new ActFacts(from.AddDays(isArrest ? dice.Between(60, 120) : dice.Between(4, 14))));
        }
    }

    public void TakeLeaves(Measure measure)
    {
        var start = measure.ReportedOn!.Value.AddDays(30);
        if (dice.Chance(0.16) && Today.DayNumber - start.DayNumber > 60)
        {
            var from = start.AddDays(dice.Between(0, Today.DayNumber - start.DayNumber - 40));
            var to = from.AddDays(dice.Between(3, 12));
            var back = to.AddDays(dice.Chance(0.08) ? dice.Between(1, 4) : 0);
            if (!IsHeld(measure, from, back))
            {
                Note(measure, MeasureActKind.Leave, new ActFacts(from) { To = to, ReportedInWriting = dice.Chance(0.94) });
                Note(measure, MeasureActKind.Returned, new ActFacts(back));
            }
        }
        if (dice.Chance(0.015) && start < Today.AddDays(-10) && !IsHeld(measure, Today.AddDays(-5), Today))
        {
            Note(measure, MeasureActKind.Leave, new ActFacts(Today.AddDays(-dice.Between(0, 4))) { To = Today.AddDays(dice.Between(2, 10)), ReportedInWriting = true });
        }
    }

    /// <summary>In custody on one of the days.</summary>
    bool IsHeld(Measure measure, DateOnly from, DateOnly to) => MeasureTerm.Suspensions(measure.History(null, []), Today).Any(held => held.Overlaps(new DateRange(from, to)));

    /// <summary>The notice of a screen was served some days before it, in its window; what is inside custody is served on the day itself. Only in the community are notices served.</summary>
    public void Notify(Measure measure, DateOnly screenOn)
    {
        const int DaysBefore = 3;
        if (!measure.Kind.IsInTheCommunity())
        {
            return;
        }
        var before = screenOn.AddDays(-DaysBefore);
        var on = before < measure.ReportedOn || IsHeld(measure, before, before) ? screenOn : before;
        var window = MeasureClock.Windows(measure.History(Client.Sex, []), scene.Pack, Today).FirstOrDefault(window => window.Opens <= screenOn && screenOn <= window.Closes);
        Note(measure, MeasureActKind.NoticeServed, new ActFacts(on) { Year = window?.Year, Index = window?.Index });
    }

    /// <summary>Released by notice some days after the last day.</summary>
    public DateOnly Release(Measure measure)
    {
        var on = Earlier(EndsOn(measure)!.Value.AddDays(dice.Between(0, 4)), Today);
        Note(measure, MeasureActKind.Released, new ActFacts(on) { DocumentNumber = NumberOf("R", on) });
        return on;
    }

    /// <summary>The number of a paper by its day: it takes no throw of the dice, so that worlds drawn before stay what they were.</summary>
    public static string NumberOf(string letter, DateOnly on) => $"{letter}{on.Year}-{1_000 + (on.DayNumber % 9_000)}";

    /// <summary>Writes down an act on the day on which it happened.</summary>
    public void Note(Measure measure, MeasureActKind kind, ActFacts facts)
    {
        var known = Earlier(facts.On, Today);
        measure.Record(kind, facts with { KnownOn = known }, null, new EntryNote(Ids.New(), scene.Worker.AccountId, scene.Entered(known, dice), Today, IsHistory: true));
    }

    string OrderNumber(MeasureKind kind, DateOnly on)
    {
        var words = scene.Stock.Organisation;
        var form = words.OrderNumbers.GetValueOrDefault(kind.Code()) ?? words.OrderNumbers["other"];
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, form, scene.Worker.Post.District.Name[..1], on.Year, dice.Between(1_000, 9_999));
    }

    string Issuer() => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, scene.Stock.Organisation.Issuer, OrganisationWords.Short(scene.Worker.Post.District.Name, scene.Stock.Organisation.DistrictSuffixes));

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

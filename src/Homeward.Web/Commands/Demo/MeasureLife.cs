using Homeward.Data.Sealing;
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
        var measure = new Measure(Client, kind, new MeasureFacts
        {
            OrderNumber = OrderNumber(kind, orderedOn),
            IssuedBy = kind is MeasureKind.Cdt or MeasureKind.Crh or MeasureKind.Cid ? Issuer() : null,
            OrderedOn = orderedOn,
            TermYears = kind == MeasureKind.Crh && orderedOn > Today.AddDays(-ShortTermDays) && dice.Chance(0.2) ? 2 : null,
            PlaceOfExecutionId = scene.Worker.Post.Street.Id,
        }, file.Measures, Today);
        var seed = dice.Bytes(32);
        measure.CommitCallUps(new CallUpSeed { Commitment = CallUpSeed.CommitmentOf(seed), Seed = scene.Keys.Seal(seed, SealedColumn.CallUpSeed, measure.Id) });
        file.Measures.Add(measure);
        return measure;
    }

    public void Serve(Measure measure)
    {
        var on = Earlier(measure.OrderedOn!.Value.AddDays(dice.Between(0, 2)), Today);
        measure.Serve(on, Client.BirthDate, Today);
    }

    public void Report(Measure measure)
    {
        var from = measure.ServedOn ?? measure.OrderedOn!.Value;
        var on = Earlier(from.AddDays(dice.Chance(0.04) ? dice.Between(16, 22) : dice.Between(1, 11)), Today);
        measure.Report(on, Client.BirthDate, Today);
        if (on.AddDays(2) <= Today)
        {
            measure.SignAgreement(on.AddDays(dice.Between(0, 2)), Client.BirthDate, Today);
        }
    }

    public DateOnly? EndsOn(Measure measure) => MeasureTerm.EndsOn(measure.History(Client.Sex, []), scene.Pack, Today);

    /// <summary>Detained for some days while the measure ran; now and then to this day.</summary>
    public void Detain(Measure measure)
    {
        var start = measure.ReportedOn!.Value.AddDays(20);
        if (dice.Chance(0.01) && start < Today.AddDays(-40))
        {
            measure.Suspend(Today.AddDays(-dice.Between(3, 38)), dice.Chance(0.5) ? "arrested" : "detained", Today);
        }
        else if (dice.Chance(0.05) && Today.DayNumber - start.DayNumber > 160)
        {
            var from = start.AddDays(dice.Between(0, Today.DayNumber - start.DayNumber - 150));
            var isArrest = dice.Chance(0.3);
            measure.Suspend(from, isArrest ? "arrested" : "detained", Today);
            measure.Resume(from.AddDays(isArrest ? dice.Between(60, 120) : dice.Between(4, 14)), Today);
        }
    }

    public void TakeLeaves(Measure measure)
    {
        var start = measure.ReportedOn!.Value.AddDays(30);
        if (dice.Chance(0.16) && Today.DayNumber - start.DayNumber > 60)
        {
            var from = start.AddDays(dice.Between(0, Today.DayNumber - start.DayNumber - 40));
            var to = from.AddDays(dice.Between(3, 12));
            measure.TakeLeave(from, to, dice.Chance(0.94), Today);
            measure.ReturnFromLeave(to.AddDays(dice.Chance(0.08) ? dice.Between(1, 4) : 0), Today);
        }
        if (dice.Chance(0.015) && start < Today.AddDays(-10))
        {
            measure.TakeLeave(Today.AddDays(-dice.Between(0, 4)), Today.AddDays(dice.Between(2, 10)), true, Today);
        }
    }

    /// <summary>Released by notice some days after the last day.</summary>
    public DateOnly Release(Measure measure)
    {
        var on = Earlier(EndsOn(measure)!.Value.AddDays(dice.Between(0, 4)), Today);
        measure.Release(on, Today);
        return on;
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

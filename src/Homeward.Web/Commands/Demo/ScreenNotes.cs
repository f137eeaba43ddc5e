using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Writes down the screens of one client as a worker would.</summary>
sealed class ScreenNotes(Scene scene, Dice dice, ClientFile file, MeasureLife measures, DateOnly knownFrom)
{
    static readonly Dictionary<string, Reading> clean = new() { ["morphine"] = Reading.Negative, ["methamphetamine"] = Reading.Negative, ["ketamine"] = Reading.Negative };

    readonly HashSet<(DateOnly, ScreenKind)> taken = [];

    /// <summary>An appointment that was kept, refused, evaded or excused.</summary>
    public void Held(Measure measure, DateOnly on, bool isTroubled)
    {
        // Who lives a fixed life keeps every appointment that its scene does not tell.
        var chance = scene.Exemplar is null ? dice.Share() : 1;
        var refusal = isTroubled ? 0.08 : 0.005;
        if (chance < refusal)
        {
            Refused(measure, on);
        }
        else if (chance < refusal * 2 && measure.IsOpen)
        {
            Evaded(measure, on);
        }
        else if (chance < (refusal * 2) + 0.012)
        {
            Excused(measure, on);
        }
        else
        {
            Negative(measure, on, ScreenKind.Scheduled);
        }
    }

    public void Refused(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.Refused), 2);

    /// <summary>Nobody may start with a confirmed evasion: a notice was served, the absence is recorded, and it is confirmed after inquiry (rules R2.19).</summary>
    public void Evaded(Measure measure, DateOnly on)
    {
        measures.Notify(measure, on);
        Add(measure, Plain(measure, on, ScreenOutcome.EvadedUnconfirmed), 3)?.ConfirmEvasion(isNotified: true, scene.Confirms(on.AddDays(3) < scene.AsOf ? on.AddDays(3) : scene.AsOf));
    }

    public void NotHeld(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.NotHeld), null);

    /// <summary>Made by the police elsewhere during the leave of its day (rules R1.27).</summary>
    public void Elsewhere(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.Done) with
    {
        Result = ScreenResult.Negative,
        Place = scene.Stock.Organisation.Elsewhere,
        Remote = new RemoteReport(scene.Stock.Organisation.ElsewherePolice, $"N{on:yyyyMM}-{dice.Between(100, 999)}", measure.LeaveOn(on)!.Id),
    }, null);

    /// <summary>Told by the clinic of the maintenance treatment (rules R2.14).</summary>
    public void AtClinic(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.Done) with
    {
        Kind = ScreenKind.Clinic,
        Result = ScreenResult.Negative,
        Place = scene.Stock.Organisation.Clinic,
    }, null);

    /// <summary>A negative or useless one of another kind, or of another specimen.</summary>
    public void Other(Measure measure, DateOnly on, ScreenKind kind, Specimen specimen, ScreenResult result = ScreenResult.Negative) =>
        Add(measure, Tested(measure, on, kind, result) with { Specimen = specimen }, null);

    public void Excused(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.Excused), dice.Between(0, 1));

    public void Absent(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.EvadedUnconfirmed), 3);

    /// <summary>Came to a check without notice with a sample of somebody else; nobody has confirmed it yet (rules R2.20).</summary>
    public void Tampered(Measure measure, DateOnly on) => Add(measure, Plain(measure, on, ScreenOutcome.EvadedUnconfirmed) with { Kind = ScreenKind.Spot, EvasionReason = EvasionReason.Tampered }, 5);

    public void Surprise(Measure measure, DateOnly on) => Negative(measure, on, ScreenKind.Spot);

    public void Positive(Measure measure, DateOnly on)
    {
        var screen = Preliminary(measure, on);
        if (on < scene.AsOf.AddDays(-9) && dice.Chance(0.8))
        {
            Confirm(screen, on.AddDays(5));
        }
    }

    /// <summary>On this day, or on the first one on which the client cannot ask for a laboratory any more; one that has not come yet leaves it preliminary.</summary>
    public void Confirm(Screen? screen, DateOnly on)
    {
        var limit = DisputeLimits.Of(scene.Pack);
        if (screen is null || limit(DisputeStep.Requested, screen.On).AddDays(1) is var first && (first > on ? first : on) is var day && day > scene.AsOf)
        {
            return;
        }
        screen.Confirm(null, limit, scene.Confirms(day));
    }

    /// <summary>A positive on the spot, with both samples kept; it counts nowhere before it is confirmed.</summary>
    public Screen? Preliminary(Measure measure, DateOnly on)
    {
        var analyte = (file.Client.Substances is [var main, ..] ? main : null) switch { "heroin" or "morphine" or "opium" => "morphine", "ketamine" => "ketamine", _ => "methamphetamine" };
        var number = dice.Between(10_000, 99_999);
        return Add(measure, Tested(measure, on, ScreenKind.Scheduled, ScreenResult.PositivePreliminary) with
        {
            Readings = new Dictionary<string, Reading>(clean) { [analyte] = Reading.Positive },
            Witnesses = scene.Stock.Organisation.LawyerWitness,
            SampleA = $"A{on:yyMM}{number}",
            SampleB = $"B{on:yyMM}{number}",
            KeepSamplesUntil = Screen.SamplesKeptUntil(on, scene.Pack.Number(PolicyKeys.SampleRetentionMonths)),
            // What is taken in a hurry is written down later: the newest positives still lack their seal.
            Spot = on > scene.AsOf.AddDays(-3) ? null : new SpotNotes
            {
                SealedOn = on,
                SealSigned = number % 7 != 0,
                KeptAt = scene.Stock.Organisation.SampleStore,
                ToldOnSpot = true,
                TestersSigned = true,
                ReportSigned = number % 7 != 0,
            },
        }, dice.Chance(0.4) ? 4 : null);
    }

    /// <summary>Refused at first, and tested by compulsion the day after with an approval (rules R2.6).</summary>
    public void Compelled(Measure measure, DateOnly on)
    {
        Refused(measure, on);
        Add(measure, Tested(measure, on.AddDays(1), ScreenKind.Spot, ScreenResult.Negative) with
        {
            Compulsion = new Compulsion(scene.Stock.Organisation.CountyPolice, scene.Entered(on, dice), on, $"Q{on:yyyyMM}-{dice.Between(100, 999)}"),
        }, null);
    }

    void Negative(Measure measure, DateOnly on, ScreenKind kind)
    {
        if (dice.Chance(0.004) && Add(measure, Tested(measure, on, kind, ScreenResult.Negative), null) is { } wrong)
        {
            wrong.Annul(scene.Keys.Seal(dice.Of(scene.Stock.Cases.AnnulReasons), SealedColumn.ScreenAnnulReason, wrong.Id), on);
            taken.Remove((on, kind));
        }
        Add(measure, Tested(measure, on, kind, ScreenResult.Negative), null);
    }

    ScreenRecord Plain(Measure measure, DateOnly on, ScreenOutcome outcome) => new()
    {
        On = on,
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = outcome,
        Place = scene.Worker.Post.Point.Name,
        MeasureOrderedOn = measure.OrderedOn,
    };

    ScreenRecord Tested(Measure measure, DateOnly on, ScreenKind kind, ScreenResult result)
    {
        var first = scene.Worker.Staff;
        var second = dice.Of(scene.Worker.Team);
        second = second.Id == first.Id || second.Name == first.Name ? scene.Worker.Team.First(other => other.Id != first.Id && other.Name != first.Name) : second;
        var collector = file.Client.Sex == Sex.Female ? scene.Worker.Woman : first;
        return Plain(measure, on, ScreenOutcome.Done) with
        {
            Kind = kind,
            Result = result,
            Readings = clean,
            KitBrand = dice.Of(scene.Stock.Organisation.Kits),
            KitLot = $"{on.AddMonths(-4):yyyyMM}{dice.Between(10, 39)}",
            KitExpiresOn = new DateOnly(on.Year + 1, on.Month, 1),
            FirstTester = first.Name,
            SecondTester = second.Name,
            Collector = collector.Name,
            CollectorSex = collector.Sex,
        };
    }

    Screen? Add(Measure measure, ScreenRecord record, int? remark)
    {
        if (!taken.Add((record.On, record.Kind)))
        {
            return null;
        }
        var entered = record.On < knownFrom ? knownFrom : dice.Chance(0.2) && record.On < scene.AsOf ? record.On.AddDays(1) : record.On;
        var id = dice.Id(entered);
        var screen = new Screen(file.Client, measure.Id, record with
        {
            Remarks = remark is { } place ? scene.Keys.Seal(scene.Stock.Cases.ScreenRemarks[place], SealedColumn.ScreenRemarks, id) : null,
            Spot = record.Spot is { ReportSigned: false } unsigned ? unsigned with { RefusalNote = scene.Keys.Seal(scene.Stock.Cases.SignatureRefusal, SealedColumn.ScreenRefusalNote, id) } : record.Spot,
        }, new EntryNote(id, scene.Worker.AccountId, scene.Entered(entered, dice), entered, IsHistory: record.On < knownFrom));
        file.Screens.Add(screen);
        return screen;
    }
}

using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Papers.Making;

namespace Homeward.Web.Commands.Demo;

/// <summary>A paper that somebody made on a day; its number comes when all papers of the unit are known.</summary>
sealed record MadePaper(Guid Id, Measure Measure, PaperKind Kind, DateOnly On, DateTime At, PaperOrigin Origin, PaperInput Input, DateOnly? ServedOn)
{
    /// <summary>Why it was declared void a day later; null where it stands.</summary>
    public string? VoidReason { get; init; }
}

/// <summary>The papers of a client's measures: most were made, some were forgotten, as often as PROPOSED here.</summary>
sealed class PaperLife(Scene scene, Dice dice, ClientFile file, PaperStock stock)
{
    static readonly Dictionary<MeasureActKind, PaperKind> ofActs = new()
    {
        [MeasureActKind.Leave] = PaperKind.LeaveReport,
        [MeasureActKind.LeaveExtended] = PaperKind.LeaveReport,
        [MeasureActKind.Warning] = PaperKind.Warning,
        [MeasureActKind.OverdueConfirmed] = PaperKind.OverdueCertificate,
        [MeasureActKind.BreachConfirmed] = PaperKind.BreachCertificate,
        [MeasureActKind.Transferred] = PaperKind.TransferLetter,
        [MeasureActKind.Suspended] = PaperKind.Suspension,
        [MeasureActKind.Resumed] = PaperKind.Resumption,
        [MeasureActKind.Terminated] = PaperKind.Termination,
        [MeasureActKind.Released] = PaperKind.ReleaseNotice,
    };

    public void Tell()
    {
        foreach (var measure in file.Measures.Where(measure => measure.Kind.IsInTheCommunity() && measure.OrderedOn is not null))
        {
            Make(measure, PaperKind.OrderReceipt, measure.ServedOn ?? measure.OrderedOn!.Value, 0.93);
            if (measure.ReportedOn is { } reported)
            {
                OfReport(measure, reported);
                Notices(measure);
            }
            OfActs(measure);
        }
    }

    /// <summary>The case as it was summed up or assessed on a day (rules R2.12).</summary>
    public void Assess(Measure measure, DateOnly on) => Make(measure, PaperKind.Assessment, on, 1);

    void OfReport(Measure measure, DateOnly reported)
    {
        Make(measure, PaperKind.RightsNotice, reported, 0.93);
        if (measure.AgreementSignedOn is { } signed)
        {
            Make(measure, PaperKind.Agreement, signed, 0.95);
        }
        Make(measure, PaperKind.HandbookReceipt, reported, 0.9);
        Make(measure, PaperKind.HelpPlan, reported.AddDays(dice.Between(0, 20)), 0.8);
        Make(measure, PaperKind.Assessment, reported.AddDays(dice.Between(60, 100)), 0.7);
    }

    void OfActs(Measure measure)
    {
        foreach (var act in measure.Acts.Where(act => !act.IsAnnulled).OrderBy(act => act.On).ToList())
        {
            if (ofActs.TryGetValue(act.Kind, out var kind))
            {
                Make(measure, kind, act.On, 0.85, act);
            }
            if (act.Kind == MeasureActKind.OverdueConfirmed)
            {
                Make(measure, PaperKind.Warning, act.On, 0.8, act);
            }
            if (act.Kind is MeasureActKind.BreachConfirmed or MeasureActKind.OverdueConfirmed)
            {
                Make(measure, PaperKind.HandOverReceipt, act.On, 0.7, act);
            }
            if (act.Kind == MeasureActKind.Released)
            {
                Make(measure, PaperKind.Assessment, act.On.AddDays(-dice.Between(5, 20)), 0.8);
                Make(measure, PaperKind.ReleaseApproval, act.On, 0.85);
            }
        }
    }

    /// <summary>The notices of the last windows; most were served.</summary>
    void Notices(Measure measure)
    {
        const int Windows = 2;
        foreach (var due in file.Obligations.Where(due => due.Kind == ObligationKind.Screen && due.MeasureId == measure.Id && due.Opens <= scene.AsOf).OrderByDescending(due => due.Opens).Take(Windows).Reverse())
        {
            var on = due.Opens.AddDays(-dice.Between(1, 4)) is var before && before < measure.ReportedOn ? measure.ReportedOn.Value : before;
            Make(measure, PaperKind.TestNotice, on, 0.75, null, due);
        }
    }

    void Make(Measure measure, PaperKind kind, DateOnly on, double share, MeasureAct? act = null, Obligation? due = null)
    {
        var isMade = dice.Chance(scene.Exemplar is null ? share : 1);
        if (!isMade || on > scene.AsOf)
        {
            return;
        }
        DateOnly? day = kind switch { PaperKind.TestNotice => due!.Opens, PaperKind.Assessment => on, _ => null };
        var served = kind == PaperKind.TestNotice && dice.Chance(0.8) && on < scene.AsOf ? on.AddDays(1) : (DateOnly?)null;
        var origin = new PaperOrigin(measure, act) { ObligationId = due?.Id, ForDay = day };
        file.Papers.Add(new MadePaper(dice.Id(on), measure, kind, on, scene.Entered(on, dice), origin, Written(kind, day, act), served));
    }

    PaperInput Written(PaperKind kind, DateOnly? day, MeasureAct? act) => new()
    {
        Day = day,
        Hour = dice.Of(stock.Hour),
        Place = scene.Worker.Post.Point.Name,
        Person = scene.Worker.Staff.Name,
        Plan = dice.Of(stock.Plans),
        Facts = dice.Of(act?.Kind == MeasureActKind.OverdueConfirmed ? OfNoShow(kind) : kind switch { PaperKind.Warning or PaperKind.BreachCertificate => stock.Breaches, PaperKind.HandOverReceipt or PaperKind.TransferLetter => stock.Materials, _ => stock.Facts }),
        Opinion = dice.Of(kind switch { PaperKind.Warning => act?.Kind == MeasureActKind.OverdueConfirmed ? stock.Calls : stock.Demands, PaperKind.LeaveReport or PaperKind.Suspension or PaperKind.Resumption or PaperKind.Termination => stock.Agreed, _ => stock.Opinions }),
    };

    IReadOnlyList<string> OfNoShow(PaperKind kind) => kind == PaperKind.HandOverReceipt ? stock.NoShowMaterials : stock.NoShows;
}

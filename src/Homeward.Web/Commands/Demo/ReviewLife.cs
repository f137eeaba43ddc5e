using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>
/// The half-yearly summaries and yearly assessments of a client's measures, and what they settled (rules R2.12): most were written in time, some late or
/// not at all, as often as PROPOSED here.
/// </summary>
sealed class ReviewLife(Scene scene, Dice dice, ClientFile file, DateOnly knownFrom)
{
    const double Written = 0.9;
    const int LateAtMost = 6;

    public static bool Makes(ObligationKind kind) => kind is ObligationKind.HalfYearSummary or ObligationKind.YearlyAssessment;

    /// <param name="whole">All that was written since the client is known; else only what lies in the last weeks, and what was before is excused.</param>
    public void Tell(bool whole)
    {
        using var ids = Ids.DrawFrom(() => dice.Id(scene.Order.RecordsFrom));
        foreach (var measure in file.Measures.Where(measure => measure.Kind.IsInTheCommunity() && measure is { OrderedOn: not null, ReportedOn: not null }))
        {
            if (!whole)
            {
                Draw(measure);
                Forgive();
            }
            Write(measure, whole ? knownFrom : Later(knownFrom, scene.AsOf.AddDays(-ClientLife.ForgivenAfterDays)));
            Draw(measure);
        }
        Forgive();
    }

    void Write(Measure measure, DateOnly since)
    {
        var papers = new PaperLife(scene, dice, file, PaperStock.Read);
        var quietFrom = scene.Exemplar?.QuietFor is { } days ? scene.AsOf.AddDays(-days) : DateOnly.MaxValue;
        foreach (var due in Plan(measure).Obligations.Where(due => due.Closes >= since && !due.Suspended))
        {
            var on = due.Opens.AddDays(dice.Between(0, due.Closes.DayNumber - due.Opens.DayNumber + LateAtMost));
            if (on >= since && on <= scene.AsOf && on < quietFrom && !(on >= measure.EndedOn) && dice.Chance(Written))
            {
                papers.Assess(measure, on);
            }
        }
    }

    void Draw(Measure measure)
    {
        var drawn = file.Obligations.Where(due => due.MeasureId == measure.Id && Makes(due.Kind)).ToList();
        file.Obligations.AddRange(PlanObligations.Drawn(file.Client, measure, new LedgerFacts(Plan(measure), scene.AsOf) { KnownSince = knownFrom }, drawn, []));
    }

    ObligationPlan Plan(Measure measure)
    {
        var plan = PlanObligations.Planned(file.Client, measure, file.Risks, [.. file.Records], scene.Pack, scene.AsOf);
        return plan with { Obligations = [.. plan.Obligations.Where(planned => Makes(planned.Kind))] };
    }

    void Forgive()
    {
        foreach (var forgotten in file.Obligations.Where(due => Makes(due.Kind) && due.Settlement is null && due.Closes < scene.AsOf.AddDays(-ClientLife.ForgivenAfterDays)))
        {
            forgotten.Excuse(dice.Of(ClientLife.Excuses), forgotten.Closes.AddDays(dice.Between(1, 20)));
        }
    }

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

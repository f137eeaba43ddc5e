using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>Tells one client's life and keeps the records that the product would have of it. Every record goes through the domain's own verbs and rules.</summary>
sealed class ClientLife
{
    /// <summary>Nothing stays open longer than some weeks: what nobody did is excused in the end.</summary>
    public const int ForgivenAfterDays = 50;

    /// <summary>Why what nobody did is excused.</summary>
    public static readonly string[] Excuses = ["ill", "hospital", "onLeave", "force"];

    readonly Scene scene;
    readonly Dice dice;
    readonly LifePath path;
    readonly PathDays days;
    readonly ClientFile file;
    readonly MeasureLife measures;
    readonly LawLife law;
    readonly RiskLife risks;
    readonly ReleaseLife releases;
    readonly ReviewLife reviews;
    readonly DateOnly knownFrom;

    ClientLife(Scene scene, Dice dice, int index)
    {
        this.scene = scene;
        this.dice = dice;
        path = LifePaths.Draw(dice);
        days = scene.Exemplar?.Days(scene.AsOf) ?? LifePaths.Days(path, scene.AsOf, dice);
        knownFrom = days.First > scene.Order.RecordsFrom ? days.First : scene.Order.RecordsFrom;
        file = new Admission(scene, dice, knownFrom).Admit(index, days.First);
        measures = new MeasureLife(scene, dice, file);
        law = new LawLife(scene, dice, file, measures);
        risks = new RiskLife(scene, dice, file);
        releases = new ReleaseLife(scene, Dice.For(scene.Order.Seed, "release", index), file, measures);
        reviews = new ReviewLife(scene, Dice.For(scene.Order.Seed, "review", index), file, knownFrom);
    }

    public static ClientFile Tell(Scene scene, int index)
    {
        var dice = Dice.For(scene.Order.Seed, "client", index);
        using var ids = Ids.DrawFrom(() => dice.Id(scene.Order.RecordsFrom));
        var life = new ClientLife(scene, dice, index);
        life.LiveThroughMeasures();
        life.AssessAndAnnounce();
        life.Work();
        life.releases.Work();
        if (index < DemoPapers.MostClients)
        {
            new PaperLife(scene, dice, life.file, PaperStock.Read).Tell();
        }
        life.reviews.Tell(whole: index < DemoPapers.MostClients);
        scene.Exemplar?.Closing(life.Told);
        return life.file;
    }

    void LiveThroughMeasures()
    {
        var orderedOn = days.OrderedOn;
        if (days.Before is { } before)
        {
            orderedOn = Past(before);
        }
        var now = measures.Open(days.Now, orderedOn);
        if (scene.Exemplar is { } exemplar)
        {
            exemplar.Live(Told);
            return;
        }
        if (path is LifePath.DaysMissing)
        {
            return;
        }
        if (now.Kind != MeasureKind.AtLarge)
        {
            measures.Serve(now);
        }
        if (path is LifePath.Awaited)
        {
            law.Await(now);
        }
        if (path is LifePath.Awaited || now.Kind is MeasureKind.Cid or MeasureKind.AtLarge)
        {
            FinishIfClean(now);
            return;
        }
        measures.Report(now);
        if (now.Kind.IsInTheCommunity() && path != LifePath.Expired)
        {
            measures.Detain(now);
            measures.TakeLeaves(now);
            law.Run(now);
        }
    }

    /// <summary>A measure that has ended; answers with the day on which the next one begins.</summary>
    DateOnly Past(MeasureKind kind)
    {
        var measure = measures.Open(kind, days.BeforeFrom);
        measures.Serve(measure);
        if (days.Now == MeasureKind.Cid)
        {
            measures.Report(measure);
            measures.Note(measure, MeasureActKind.Terminated, new ActFacts(days.OrderedOn) { Reason = "isolation" });
            return days.OrderedOn;
        }
        if (kind == MeasureKind.Cid)
        {
            measures.Note(measure, MeasureActKind.ReleaseAnnounced, new ActFacts(days.OrderedOn.AddDays(-ReleaseLife.AnnouncedBefore)) { Issuer = IssuingBody.IsolationCentre });
            measures.Note(measure, MeasureActKind.Released, new ActFacts(days.OrderedOn) { Issuer = IssuingBody.IsolationCentre });
            return days.OrderedOn;
        }
        measures.Report(measure);
        var released = measures.Release(measure);
        law.After(measure);
        return released;
    }

    void FinishIfClean(Measure measure)
    {
        if (path == LifePath.Clean)
        {
            file.Client.NoteThreeYearsClean(measures.EndsOn(measure));
            measures.Release(measure);
        }
    }

    void AssessAndAnnounce()
    {
        (scene.Exemplar?.Risks ?? (_ => risks.Tell(knownFrom)))(Told);
        (scene.Exemplar?.Releases ?? (_ => releases.Tell()))(Told);
    }

    /// <summary>What a fixed life is told with.</summary>
    Told Told => new(scene, dice, file) { KnownFrom = knownFrom, Measures = measures, Law = law, Risk = risks, Releases = releases };

    /// <summary>The work that was done for what the measures made due, and what it settled.</summary>
    void Work()
    {
        scene.Exemplar?.Screens(Told);
        var work = new WorkLife(scene, dice, file, measures, knownFrom);
        var plans = file.Measures.ToDictionary(measure => measure, measure => Plan(measure, []));
        foreach (var (measure, plan) in plans)
        {
            work.Do(measure, plan);
        }
        work.Besides();
        var records = file.Records.ToList();
        risks.FollowUp(records);
        foreach (var measure in file.Measures)
        {
            // Planned again: what was refused or evaded makes warnings due.
            file.Obligations.AddRange(PlanObligations.Drawn(file.Client, measure, new LedgerFacts(Plan(measure, records), scene.AsOf) { KnownSince = knownFrom }, [], records));
        }
        foreach (var forgotten in file.Obligations.Where(obligation => obligation.Settlement is null && obligation.Closes < scene.AsOf.AddDays(-ForgivenAfterDays)))
        {
            forgotten.Excuse(dice.Of(Excuses), forgotten.Closes.AddDays(dice.Between(1, 20)));
        }
        file.Obligations.AddRange(new SampleLife(scene, dice, file).Tell());
    }

    /// <summary>Summaries and assessments are told apart, when the papers are known.</summary>
    ObligationPlan Plan(Measure measure, IReadOnlyCollection<WorkRecord> records)
    {
        var plan = PlanObligations.Planned(file.Client, measure, file.Risks, records, scene.Pack, scene.AsOf);
        return plan with { Obligations = [.. plan.Obligations.Where(planned => !ReviewLife.Makes(planned.Kind))] };
    }
}

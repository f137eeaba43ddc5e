using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>Tells one client's life and keeps the records that the product would have of it. Every record goes through the domain's own verbs and rules.</summary>
sealed class ClientLife
{
    /// <summary>Nothing stays open longer than some weeks: what nobody did is excused in the end.</summary>
    const int ForgivenAfterDays = 50;

    static readonly string[] excuses = ["ill", "hospital", "onLeave", "force"];

    readonly Scene scene;
    readonly Dice dice;
    readonly LifePath path;
    readonly PathDays days;
    readonly ClientFile file;
    readonly MeasureLife measures;
    readonly LawLife law;
    readonly DateOnly knownFrom;

    ClientLife(Scene scene, Dice dice, int index)
    {
        this.scene = scene;
        this.dice = dice;
        path = LifePaths.Draw(dice);
        days = LifePaths.Days(path, scene.AsOf, dice);
        knownFrom = days.First > scene.Order.RecordsFrom ? days.First : scene.Order.RecordsFrom;
        file = Admit(index);
        measures = new MeasureLife(scene, dice, file);
        law = new LawLife(scene, dice, file, measures);
    }

    public static ClientFile Tell(Scene scene, int index)
    {
        var dice = Dice.For(scene.Order.Seed, "client", index);
        using var ids = Ids.DrawFrom(() => dice.Id(scene.Order.RecordsFrom));
        var life = new ClientLife(scene, dice, index);
        life.LiveThroughMeasures();
        new RiskLife(scene, dice, life.file).Tell(life.knownFrom);
        var releases = new ReleaseLife(scene, Dice.For(scene.Order.Seed, "release", index), life.file, life.measures);
        releases.Tell();
        life.Work();
        releases.Work();
        if (index < DemoPapers.MostClients)
        {
            new PaperLife(scene, dice, life.file, PaperStock.Read).Tell();
        }
        return life.file;
    }

    ClientFile Admit(int index)
    {
        var input = Person.Draw(scene, dice, index, days.First);
        RulesBrokenException.ThrowIfAny(ClientSealing.WhyNot(input, scene.AsOf, out var number));
        var id = dice.Id(knownFrom);
        var opened = scene.Entered(knownFrom, dice);
        var client = new Client(id, scene.Worker.Post.Point.Id, scene.Keys.Seal(id, input, number), ClientSealing.Completed(input.Details, number), opened);
        var admitted = new ClientFile { Client = client };
        Assign(admitted, opened);
        for (var relatives = dice.Between(0, 2); relatives > 0; relatives--)
        {
            admitted.Persons.Add(Person.Relative(scene, dice, client, input.Name));
        }
        return admitted;
    }

    /// <summary>Most clients stay with one worker; some were handed over.</summary>
    void Assign(ClientFile admitted, DateTime opened)
    {
        var client = admitted.Client;
        var handedOn = knownFrom.AddDays(dice.Between(30, 900));
        var before = scene.Worker.Team[dice.Between(0, scene.Worker.Team.Count - 1)];
        if (handedOn < scene.AsOf.AddDays(-2) && before.Id != scene.Worker.Staff.Id && dice.Chance(0.12))
        {
            client.AssignTo(client.UnitId, before.Id, opened);
            var stretch = new ClientAssignment(client, knownFrom, "opened");
            stretch.End(handedOn.AddDays(-1));
            client.AssignTo(client.UnitId, scene.Worker.Staff.Id, scene.Entered(handedOn, dice));
            admitted.Assignments.AddRange([stretch, new ClientAssignment(client, handedOn, dice.Chance(0.6) ? "balance" : "request")]);
            return;
        }
        client.AssignTo(client.UnitId, scene.Worker.Staff.Id, opened);
        admitted.Assignments.Add(new ClientAssignment(client, knownFrom, "opened"));
    }

    void LiveThroughMeasures()
    {
        var orderedOn = days.OrderedOn;
        if (days.Before is { } before)
        {
            orderedOn = Past(before);
        }
        var now = measures.Open(days.Now, orderedOn);
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

    /// <summary>The work that was done for what the measures made due, and what it settled.</summary>
    void Work()
    {
        var work = new WorkLife(scene, dice, file, knownFrom);
        var plans = file.Measures.ToDictionary(measure => measure, measure => Plan(measure, []));
        foreach (var (measure, plan) in plans)
        {
            work.Do(measure, plan);
        }
        work.Besides();
        var records = file.Records.ToList();
        new RiskLife(scene, dice, file).FollowUp(records);
        foreach (var measure in file.Measures)
        {
            // Planned again: what was refused or evaded makes warnings due.
            file.Obligations.AddRange(PlanObligations.Drawn(file.Client, measure, new LedgerFacts(Plan(measure, records), scene.AsOf) { KnownSince = knownFrom }, [], records));
        }
        foreach (var forgotten in file.Obligations.Where(obligation => obligation.Settlement is null && obligation.Closes < scene.AsOf.AddDays(-ForgivenAfterDays)))
        {
            forgotten.Excuse(dice.Of(excuses), forgotten.Closes.AddDays(dice.Between(1, 20)));
        }
    }

    ObligationPlan Plan(Measure measure, IReadOnlyCollection<WorkRecord> records) =>
        PlanObligations.Planned(file.Client, measure, file.Risks, records, scene.Pack, scene.AsOf);
}

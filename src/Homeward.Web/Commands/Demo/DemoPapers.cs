using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Papers;
using Homeward.Web.Features.Papers.Making;

namespace Homeward.Web.Commands.Demo;

/// <summary>Makes the papers of a demo world, in the order of their days, so that each unit's numbers run without a gap.</summary>
sealed class DemoPapers(Keyring keys)
{
    /// <summary>Only the first clients of a large world have all their papers, the others the assessments of the last weeks: a city's would be millions.</summary>
    public const int MostClients = 400;

    readonly Dictionary<(Guid UnitId, int Year), PaperCounter> counters = [];

    public IReadOnlyCollection<PaperCounter> Counters => counters.Values;

    public List<Paper> Make(IEnumerable<(ClientFile File, Scene Scene)> files) =>
    [
        .. files.SelectMany(one => one.File.Papers.Select(paper => (one.File, one.Scene, Paper: paper)))
            .OrderBy(one => one.Paper.On).ThenBy(one => one.Paper.At).ThenBy(one => one.Paper.Id)
            .Select(one => Make(one.File, one.Scene, one.Paper)),
    ];

    Paper Make(ClientFile file, Scene scene, MadePaper made)
    {
        var client = file.Client;
        var number = NumberOf(scene.Worker.Post, made.On.Year);
        var history = made.Measure.History(client.Sex, made.Measure.Own(file.Screens));
        var post = scene.Worker.Post;
        var facts = new PaperFacts
        {
            Client = client,
            Kind = made.Kind,
            Origin = made.Origin,
            Places = new PaperPlaces(post.Point.Name, post.Station.Name, "", post.Street.Name, post.District.Name, post.Street.Name, scene.Posts.FirstOrDefault(other => other.Street.Id == made.Origin.Act?.PlaceId)?.Street.Name ?? ""),
            MadeOn = made.On,
            MadeBy = scene.Worker.Staff.Name,
            Responsible = scene.Worker.Staff.Name,
            State = MeasureClock.StateOf(history, scene.Pack, made.On),
            TermYears = MeasureTerm.Years(history, scene.Pack),
            Screens = [.. made.Measure.Own(file.Screens).Where(screen => screen.On <= made.On)],
            Day = PaperRules.Of(made.Kind).Fields.Contains(WrittenField.Day) ? made.Input.Day : null,
            Written = made.Input.Written(made.Kind),
        };
        var paper = MakePaper.Make(made.Id, facts, number, new TemplateMark(null, PaperTemplates.Newest(made.Kind)), keys, new EntryNote(made.Id, scene.Worker.AccountId, made.At, made.On));
        if (made.ServedOn is { } served)
        {
            paper.Serve(served, new ServiceProof("inPerson", null, null).Seal(keys, paper.Id), scene.AsOf);
        }
        if (made.VoidReason is { } reason)
        {
            paper.Void(keys.Seal(reason, SealedColumn.PaperVoidReason, paper.Id), made.On.AddDays(1));
        }
        return paper;
    }

    PaperNumber NumberOf(Post post, int year)
    {
        if (!counters.TryGetValue((post.Point.Id, year), out var counter))
        {
            counter = counters[(post.Point.Id, year)] = new PaperCounter(post.Point.Id, year);
        }
        return counter.Next(post.Point.Code);
    }
}

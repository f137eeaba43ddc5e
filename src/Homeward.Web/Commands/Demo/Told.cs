using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>What a fixed life is told with: the day of the world, the client's file, and the verbs.</summary>
sealed class Told(Scene scene, Dice dice, ClientFile file)
{
    public required DateOnly KnownFrom { get; init; }
    public required MeasureLife Measures { get; init; }
    public required LawLife Law { get; init; }
    public required RiskLife Risk { get; init; }
    public required ReleaseLife Releases { get; init; }

    public Scene Scene => scene;

    public ClientFile File => file;

    public Measure Measure => file.Measures[^1];

    public DateOnly Today => scene.AsOf;

    public DateOnly Ago(int days) => scene.AsOf.AddDays(-days);

    public string Paper(string letter) => $"{letter}{Today.Year}-{dice.Between(1_000, 9_999)}";

    public Guid NewId(DateOnly on) => dice.Id(on);

    public EntryNote Entry(Guid id, DateOnly on) => new(id, scene.Worker.AccountId, scene.Entered(on, dice), Today, IsHistory: true);

    public string NewName(Domain.People.Sex sex) => scene.Names.OfClient(dice, sex, dice.Between(1_960, 1_998));

    public string NewPhone() => Person.Phone(scene.Stock.People, dice);

    public Sealed Seal(string text, SealedColumn column, Guid id) => scene.Keys.Seal(text, column, id);

    public void Act(MeasureActKind kind, int ago, string? reason = null, string? paper = null, int? to = null) =>
        Measures.Note(Measure, kind, new ActFacts(Ago(ago)) { To = to is { } last ? Ago(last) : null, Reason = reason, DocumentNumber = paper is null ? null : Paper(paper) });

    public ScreenNotes Screens => field ??= new ScreenNotes(scene, dice, file, Measures, KnownFrom);
}

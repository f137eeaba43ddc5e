using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Measures of a case and short ways to record what happens to them.</summary>
static class Cases
{
    static readonly PolicyPack pack = TestPacks.National();

    public static Measure Ordered() => New(new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05") });

    public static Measure Reported(Guid? place = null) =>
        New(new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05"), ReportedOn = Day("2024-01-15"), AgreementSignedOn = Day("2024-01-15"), PlaceOfExecutionId = place });

    public static Measure New(MeasureFacts facts) => Of(MeasureKind.Cdt, facts);

    public static Measure Of(MeasureKind kind, MeasureFacts facts) => new(Somebody(), kind, facts, [], Day("2024-01-20"));

    /// <summary>In isolation by a decision of 2 January 2024: two years end on 1 January 2026.</summary>
    public static Measure Isolated() => Of(MeasureKind.Cid, new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-02") });

    public static Client Somebody() =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), new ClientIdentity { Name = new Sealed([1]) }, new ClientDetails(), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Somebody at the shell confirms on a day.</summary>
    public static SecondStep Step(DateOnly on) => new(on, null, on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    public static MeasureState StateOn(Measure measure, string day) => MeasureClock.StateOf(measure.History(null, []), pack, Day(day));

    public static void Record(Measure measure, MeasureActKind kind, string on, Func<ActFacts, ActFacts>? more = null, string? today = null)
    {
        var (facts, entry, state) = Attempt(kind, measure, on, more, today);
        measure.Record(kind, facts, state, entry);
    }

    public static string Refused(Measure measure, MeasureActKind kind, string on) => Assert.Single(AllRefused(measure, kind, on));

    public static List<string> AllRefused(Measure measure, MeasureActKind kind, string on, Func<ActFacts, ActFacts>? more = null, string? today = null)
    {
        var (facts, entry, state) = Attempt(kind, measure, on, more, today);
        return [.. measure.WhyNotRecord(kind, facts, state, entry).Select(broken => broken.Code)];
    }

    /// <summary>A whole form: every paper and reason is there unless a test takes it away.</summary>
    static (ActFacts Facts, EntryNote Entry, MeasureState State) Attempt(MeasureActKind kind, Measure measure, string on, Func<ActFacts, ActFacts>? more, string? today)
    {
        var reason = kind == MeasureActKind.Released ? null : ActReasons.Of(kind, measure.Kind) is [var first, ..] ? first : null;
        var facts = new ActFacts(Day(on)) { Reason = reason, DocumentNumber = "2024-7", To = null };
        facts = more is null ? facts : more(facts);
        var happened = kind == MeasureActKind.Absence ? facts.To ?? facts.On : facts.On;
        var day = Day(today ?? on) > happened ? Day(today ?? on) : happened;
        return (facts, new EntryNote(Guid.CreateVersion7(), null, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day), MeasureClock.StateOf(measure.History(null, []), pack, day));
    }
}

using CsCheck;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>A ledger under one policy follows another: over random records and excuses, what is done keeps its window and what is open follows.</summary>
public class PolicyChangeTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000003");
    static readonly DateOnly reported = new(2024, 1, 10);
    static readonly DateOnly today = reported.AddDays(500);

    static readonly PolicyPack monthly = TestPacks.National();

    /// <summary>Screens and interviews by the half-month, and no second kind of warning.</summary>
    static readonly PolicyPack often = new(
        new PolicyLayer
        {
            Name = "often",
            Version = "1",
            Level = PolicyLevel.National,
            EffectiveFrom = new(2008, 6, 1),
            Parent = "national",
            Contacts = [new ContactRhythm(MeasureKind.Cdt, ContactActivity.Interview, new(1, Foundation.RhythmUnit.HalfMonth), "R2.30", Evidence.Proposed) { Year = 1 }, new ContactRhythm(MeasureKind.Cdt, ContactActivity.HomeVisit, new(12, Foundation.RhythmUnit.Month), "R2.30", Evidence.Proposed) { Year = 1 }],
        },
        TestPacks.Cdt28);

    static readonly Gen<(WorkRecord[] Records, int[] Excused)> works = Gen.Select(
        Gen.Select(Gen.Int[0, 499], Gen.Int[0, 2], Gen.Int[0, 2]).Array[0, 25].Select(all => all.Select((one, place) => Work(one.Item1, one.Item2, one.Item3, place)).ToArray()),
        Gen.Int[0, 60].Array[0, 3]);

    [Fact]
    public void What_is_done_keeps_its_window_and_what_is_open_follows() => works.Sample(
        work =>
        {
            var (book, done) = Worked(work.Records, work.Excused);
            var after = Draw(book, often, work.Records);

            Assert.Equal(done.Select(one => one.Line), done.Select(one => Line(one.Obligation)));
            var plan = Plan(often).Obligations.ToDictionary(planned => planned.NaturalKey);
            Assert.All(after.Where(one => one.Settlement is null), one => Assert.Equal((plan[one.NaturalKey].Opens, plan[one.NaturalKey].Closes, often.Version), (one.Opens, one.Closes, one.PolicyVersion)));
        },
        iter: 1_000);

    [Fact]
    public void Following_again_changes_nothing_also_where_a_record_was_annulled() => works.Sample(
        work =>
        {
            var book = Draw(Worked(work.Records, work.Excused).Book, often, work.Records);
            var lines = book.Select(Line).ToList();
            Assert.Equal(lines, Draw(book, often, work.Records).Select(Line));

            var fewer = work.Records[(work.Records.Length / 2)..];
            var annulled = Draw(book, often, fewer);
            Assert.Equal(annulled.Select(Line).ToList(), Draw(annulled, often, fewer).Select(Line));
            var plan = Plan(often).Obligations.ToDictionary(planned => planned.NaturalKey);
            Assert.All(annulled.Where(one => one.Settlement is null), one => Assert.Equal(plan[one.NaturalKey].Closes, one.Closes));
        },
        iter: 1_000);

    static (List<Obligation> Book, List<(Obligation Obligation, string Line)> Done) Worked(WorkRecord[] records, int[] excused)
    {
        var book = Draw([], monthly, records);
        foreach (var place in excused.Where(place => place < book.Count && book[place].Settlement is null).Distinct())
        {
            book[place].Excuse("illness", today);
        }
        return (book, [.. book.Where(one => one.Settlement is Settlement.Fulfilled or Settlement.Excused or Settlement.Refused).Select(one => (one, Line(one)))]);
    }

    static WorkRecord Work(int day, int kind, int settlement, int place)
    {
        ObligationKind[] kinds = [ObligationKind.Interview, ObligationKind.HomeVisit, ObligationKind.Screen];
        Settlement[] settlements = kinds[kind] == ObligationKind.Screen ? [Settlement.Fulfilled, Settlement.Excused, Settlement.Refused] : [Settlement.Fulfilled];
        return new WorkRecord(new Guid(place + 1, 0, 0, new byte[8]), reported.AddDays(day), kinds[kind], settlements[settlement % settlements.Length], true);
    }

    static ObligationPlan Plan(PolicyPack pack) => ObligationPlan.For(
        new ObligationFacts(measure, new MeasureHistory { Kind = MeasureKind.Cdt, TermYears = 3, OrderedOn = reported.AddDays(-9), ServedOn = reported.AddDays(-5), ReportedOn = reported, AgreementSignedOn = reported, Events = [] }), pack, today);

    static List<Obligation> Draw(List<Obligation> book, PolicyPack pack, IEnumerable<WorkRecord> records)
    {
        var facts = new LedgerFacts(Plan(pack), today) { ReportedOn = reported, AgreementSignedOn = reported, KnownSince = reported };
        return [.. book, .. ObligationLedger.Follow(Cases.Somebody(), measure, facts, book, records)];
    }

    /// <summary>All but the name of the policy: one that gives the same days may take over what is done.</summary>
    static string Line(Obligation one) => $"{one.NaturalKey} {one.Opens:O} {one.Closes:O} {one.Settlement} {one.SettledOn:O} {one.SettledById} {one.Reason}";
}

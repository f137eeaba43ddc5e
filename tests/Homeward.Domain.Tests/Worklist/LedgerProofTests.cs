using CsCheck;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Tests.Supervision.Proofs;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>Plan and ledger over random lives, risks and records: drawing again changes nothing, and the short way ends where the long way does.</summary>
public class LedgerProofTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000002");

    static readonly Gen<WorkRecord[]> works = Gen.Select(
        Gen.Int[-900, 0], Gen.OneOf(Gen.Const(ObligationKind.Interview), Gen.Const(ObligationKind.HomeVisit), Gen.Const(ObligationKind.Screen)), Gen.Int[0, 4], Gen.Bool,
        (day, kind, settlement, fills) => (day, kind, settlement, fills)).Array[0, 25].Select(all => all.Select((one, place) => Work(one.day, one.kind, one.settlement, one.fills, place)).ToArray());

    static readonly Gen<Scene> scenes =
        from life in Gen.Frequency((4, Lives.InTheCommunity(Lives.Readings)), (1, Lives.Elsewhere))
        from risks in Gen.Select(Gen.Int[0, 900], Gen.Enum<RiskLevel>()).Array[0, 4]
        from work in works
        from earlier in Gen.Int[0, 400]
        from known in Gen.Int[0, 900]
        from excused in Gen.Int[0, 60].Array[0, 3]
        select new Scene(life, risks, [.. work.Select(record => record with { On = life.AsOf.AddDays(record.On.DayNumber - origin.DayNumber) })], earlier, life.AsOf.AddDays(-known), excused);

    static readonly DateOnly origin = new(2024, 1, 1);

    [Fact]
    public void The_same_facts_give_the_same_plan_and_no_key_twice() => scenes.Sample(
        scene =>
        {
            var (plan, again) = (scene.Plan(), scene.Plan());
            Assert.Equal(plan.Obligations, again.Obligations);
            Assert.Distinct(plan.Obligations.Select(obligation => obligation.NaturalKey));
            Assert.All(plan.Obligations, obligation => Assert.True(obligation.Opens <= obligation.Closes));
        },
        iter: 3_000);

    [Fact]
    public void Drawing_the_ledger_again_changes_nothing() => scenes.Sample(
        scene =>
        {
            var client = Cases.Somebody();
            var book = scene.Draw(client, [], scene.Works, scene.Earlier);
            foreach (var place in scene.Excused.Where(place => place < book.Count && book[place].Settlement is null).Distinct())
            {
                book[place].Excuse("illness", scene.Life.AsOf.AddDays(-scene.Earlier));
            }
            book = scene.Draw(client, book, scene.Works);
            var (drawn, days) = (Lines(book), book.Where(one => one.IsByHand).Select(one => one.Reason).ToList());

            var again = scene.Draw(client, book, scene.Works);

            Assert.Equal(book.Count, again.Count);
            Assert.Equal(drawn, Lines(again));
            Assert.All(days, reason => Assert.Equal("illness", reason));
        },
        iter: 3_000);

    /// <summary>A ledger that was kept for long shows what one drawn today for the first time shows, also where days have moved since.</summary>
    [Fact]
    public void A_ledger_that_was_kept_shows_what_a_new_one_shows() => scenes.Sample(
        scene =>
        {
            var client = Cases.Somebody();
            var kept = scene.Draw(client, scene.Draw(client, [], scene.Works, scene.Earlier), scene.Works);
            var planned = scene.Plan().Obligations.ToDictionary(one => one.NaturalKey);
            var drawn = scene.Draw(Cases.Somebody(), [], scene.Works);

            Assert.All(kept.Where(one => planned.ContainsKey(one.NaturalKey)), one =>
                Assert.Equal((planned[one.NaturalKey].Opens, planned[one.NaturalKey].Closes), (one.Opens, one.Closes)));
            Assert.Equal(Lines(drawn), Lines(kept.Where(one => drawn.Any(other => other.NaturalKey == one.NaturalKey))));
        },
        iter: 1_500);

    [Fact]
    public void The_order_in_which_records_are_read_changes_nothing() => scenes.Sample(
        scene => Assert.Equal(
            Lines(scene.Draw(Cases.Somebody(), [], scene.Works)), Lines(scene.Draw(Cases.Somebody(), [], scene.Works.Reverse()))),
        iter: 1_500);

    /// <summary>The short way takes records as they come in, of whatever day; the long way reads them all in the order of their days.</summary>
    [Fact]
    public void The_short_way_ends_where_the_long_way_does() => scenes.Sample(
        scene =>
        {
            var client = Cases.Somebody();
            var book = scene.Draw(client, [], scene.Works[..(scene.Works.Length / 2)]);
            foreach (var record in scene.Works[(scene.Works.Length / 2)..])
            {
                ObligationLedger.TakeOne(record, book);
            }

            Assert.Equal(Lines(scene.Draw(Cases.Somebody(), [], scene.Works)), Lines(book));
        },
        iter: 3_000);

    static WorkRecord Work(int day, ObligationKind kind, int settlement, bool fills, int place)
    {
        Settlement[] settlements = kind == ObligationKind.Screen ? [Settlement.Fulfilled, Settlement.Fulfilled, Settlement.Refused, Settlement.Evaded, Settlement.Excused] : [Settlement.Fulfilled];
        return new WorkRecord(new Guid(place + 1, 0, 0, new byte[8]), origin.AddDays(day), kind, settlements[settlement % settlements.Length], kind != ObligationKind.Screen || fills);
    }

    static List<string> Lines(IEnumerable<Obligation> book) =>
    [
        .. book.OrderBy(one => one.NaturalKey, StringComparer.Ordinal)
            .Select(one => $"{one.NaturalKey} {one.Opens:O} {one.Closes:O} {one.PolicyVersion} {one.Settlement} {one.SettledOn:O} {one.SettledById} {one.Reason}"),
    ];

    sealed record Scene(Life Life, (int Back, RiskLevel Level)[] Risks, WorkRecord[] Works, int Earlier, DateOnly KnownSince, int[] Excused)
    {
        public ObligationPlan Plan(int earlier = 0) => ObligationPlan.For(
            new ObligationFacts(measure, Life.History) { Risks = [.. Risks.Select(risk => new RiskStep(Life.AsOf.AddDays(-risk.Back), risk.Level)).OrderBy(risk => risk.On)] },
            Life.Reading.Pack,
            Life.AsOf.AddDays(-earlier));

        /// <summary>The whole book after the ledger was drawn on the day asked about, or some days earlier.</summary>
        public List<Obligation> Draw(Client client, List<Obligation> book, IEnumerable<WorkRecord> records, int earlier = 0)
        {
            var today = Life.AsOf.AddDays(-earlier);
            var known = Life.History.AsOf(today);
            var ended = known.Events.Where(happened => happened is TerminationEvent or ReleaseEvent).Min(happened => (DateOnly?)happened.Day);
            var facts = new LedgerFacts(Plan(earlier), today)
            {
                ReportedOn = known.ReportedOn,
                AgreementSignedOn = known.AgreementSignedOn,
                EndedOn = ended,
                ReleasedOn = known.Events.OfType<ReleaseEvent>().Min(release => (DateOnly?)release.On),
                RiskAssessedOn = Risks.Select(risk => (DateOnly?)Life.AsOf.AddDays(-risk.Back)).Where(day => day <= today).Max(),
                KnownSince = KnownSince < today ? KnownSince : today,
            };
            return [.. book, .. ObligationLedger.Follow(client, measure, facts, book, records.Where(record => record.On <= today))];
        }
    }
}

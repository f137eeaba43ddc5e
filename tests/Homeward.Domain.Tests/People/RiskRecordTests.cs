using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.People;

/// <summary>An assessment suggests, a person decides, and a second person confirms what the policy wants confirmed.</summary>
public class RiskRecordTests
{
    static readonly DateOnly today = new(2026, 11, 23);
    static readonly RiskBasis basis = new("试行办法 (1)", null, new RiskScale([new RiskFactor("a", "甲", "A", 10), new RiskFactor("b", "乙", "B", 20)], 10, 30));
    static readonly RiskPolicy policy = new(LoweringWaits: true, RaisingWaits: false, new Dictionary<RiskLevel, int> { [RiskLevel.Low] = 12, [RiskLevel.Medium] = 6, [RiskLevel.High] = 3 });
    static readonly Guid worker = Guid.CreateVersion7(), leader = Guid.CreateVersion7();

    [Fact]
    public void A_lower_level_waits_and_the_one_before_stays_until_it_is_confirmed()
    {
        var client = At(RiskLevel.High, today.AddDays(-30));

        var lowered = Assess(client, RiskLevel.Low, today, "b");

        Assert.Equal((RiskState.Waiting, RiskLevel.High), (lowered.State, client.Risk!.Value));
        Assert.Equal(today.AddMonths(3), lowered.NextReviewOn);
        lowered.Confirm(client, policy, new RiskAnswer(leader, null, today.AddDays(2)));
        Assert.Equal((RiskState.InForce, RiskLevel.Low, today), (lowered.State, client.Risk!.Value, client.RiskAssessedOn!.Value));
        Assert.Equal(today.AddMonths(12), lowered.NextReviewOn);
        Assert.Equal([new RiskStep(today, RiskLevel.High), new RiskStep(today.AddDays(2), RiskLevel.Low, true)], lowered.Steps());
    }

    [Fact]
    public void A_higher_level_is_in_force_at_once()
    {
        var client = At(RiskLevel.Low, today.AddDays(-30));

        Assert.Equal(RiskState.InForce, Assess(client, RiskLevel.High, today, "a").State);
        Assert.Equal(RiskLevel.High, client.Risk);
    }

    [Fact]
    public void A_first_level_below_the_suggestion_holds_only_when_a_second_person_confirms_it()
    {
        var client = Cases.Somebody();
        var first = Assess(client, RiskLevel.Low, today, "b");

        Assert.Equal((RiskState.Waiting, null, null, null), (first.State, client.Risk, client.RiskAssessedOn, first.NextReviewOn));
        Assert.Empty(first.Steps());
        first.Confirm(client, policy, new RiskAnswer(leader, null, today.AddDays(2)));
        Assert.Equal((RiskLevel.Low, today, today.AddMonths(12)), (client.Risk!.Value, client.RiskAssessedOn!.Value, first.NextReviewOn!.Value));
        Assert.Equal([new RiskStep(today.AddDays(2), RiskLevel.Low, true)], first.Steps());
        Assert.Equal(RiskState.InForce, Assess(Cases.Somebody(), RiskLevel.Medium, today, "b").State);
        Assert.Equal(RiskState.InForce, Assess(Cases.Somebody(), RiskLevel.High, today, "b").State);
    }

    [Fact]
    public void Where_the_policy_wants_it_raising_waits_too()
    {
        var client = At(RiskLevel.Low, today.AddDays(-30));

        var raised = new RiskRecord(client, Finding(RiskLevel.High, today, "a"), basis, policy with { RaisingWaits = true }, Entry(worker, today));

        Assert.Equal((RiskState.Waiting, RiskLevel.Low), (raised.State, client.Risk!.Value));
    }

    [Fact]
    public void Whoever_decided_or_entered_it_does_not_confirm_it()
    {
        var client = At(RiskLevel.High, today.AddDays(-30));
        var staff = Guid.CreateVersion7();
        var lowered = new RiskRecord(client, Finding(RiskLevel.Low, today) with { DecidedById = staff }, basis, policy, Entry(worker, today));

        Assert.Equal("people.risk-own-change", Assert.Single(lowered.WhyNotAnswer(new RiskAnswer(worker, null, today))).Code);
        Assert.Equal("people.risk-own-change", Assert.Single(lowered.WhyNotAnswer(new RiskAnswer(leader, staff, today))).Code);
        Assert.Throws<RulesBrokenException>(() => lowered.Confirm(client, policy, new RiskAnswer(worker, null, today)));
        Assert.Equal(RiskLevel.High, client.Risk);
    }

    [Fact]
    public void A_refusal_needs_its_reason_and_leaves_the_level()
    {
        var client = At(RiskLevel.High, today.AddDays(-30));
        var lowered = Assess(client, RiskLevel.Low, today);
        var answer = new RiskAnswer(leader, null, today);

        Assert.Throws<RulesBrokenException>(() => lowered.Refuse(null, answer));
        lowered.Refuse(new Sealed([1]), answer);

        Assert.Equal((RiskState.Refused, RiskLevel.High), (lowered.State, client.Risk!.Value));
        Assert.Equal("people.risk-not-waiting", Assert.Single(lowered.WhyNotAnswer(answer)).Code);
    }

    [Theory]
    [InlineData(RiskLevel.Medium, RiskLevel.Medium, "a", null)]
    [InlineData(RiskLevel.Medium, RiskLevel.High, "a b", "people.risk-note-missing")]
    [InlineData(RiskLevel.Medium, RiskLevel.Medium, "a b", "people.risk-note-missing")]
    [InlineData(null, RiskLevel.High, "a b", null)]
    [InlineData(null, RiskLevel.Low, "a b", "people.risk-note-missing")]
    [InlineData(null, RiskLevel.Low, "c", "people.risk-factor-unknown")]
    public void A_level_that_changes_or_departs_from_the_suggestion_needs_reasons_in_words(RiskLevel? before, RiskLevel level, string factors, string? code)
    {
        var client = before is { } known ? At(known, today.AddDays(-30)) : Cases.Somebody();
        var finding = Finding(level, today, factors.Split(' ')) with { Note = null };

        Assert.Equal(code, RiskRecord.WhyNotAssess(client, finding, basis, Entry(worker, today)).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData(1, "people.risk-in-future")]
    [InlineData(0, null)]
    [InlineData(-30, null)]
    [InlineData(-31, "people.risk-before-last")]
    public void The_day_lies_between_the_last_assessment_and_today(int days, string? code) =>
        Assert.Equal(code, RiskRecord.WhyNotAssess(At(RiskLevel.Low, today.AddDays(-30)), Finding(RiskLevel.Low, today.AddDays(days)), basis, Entry(worker, today)).SingleOrDefault()?.Code);

    /// <summary>Against a day-by-day book kept apart: the level on each day, and that it never falls but by a second person's answer.</summary>
    [Fact]
    public void The_level_in_force_agrees_with_a_book_kept_by_hand_and_falls_only_by_a_second_person() =>
        Gen.Select(Gen.Int[0, 3], Gen.Enum<RiskLevel>(), Gen.Int[0, 9]).Array[1, 20].Sample(
            turns =>
            {
                var client = Cases.Somebody();
                var records = new List<RiskRecord>();
                var book = new Dictionary<DateOnly, RiskLevel>();
                (RiskLevel? level, RiskLevel? waits, var day) = ((RiskLevel?)null, (RiskLevel?)null, today);
                foreach (var (act, found, days) in turns)
                {
                    day = day.AddDays(days);
                    switch (act)
                    {
                        case 0 or 1:
                            records.LastOrDefault()?.Overtake();
                            records.Add(Assess(client, found, day));
                            waits = level is { } before && found < before ? found : null;
                            level = waits is null ? found : level;
                            break;
                        case 2 when waits is not null:
                            records[^1].Confirm(client, policy, new RiskAnswer(leader, null, day));
                            (level, waits) = (waits, null);
                            break;
                        case 3 when waits is not null:
                            records[^1].Refuse(new Sealed([1]), new RiskAnswer(leader, null, day));
                            waits = null;
                            break;
                    }
                    if (level is { } now)
                    {
                        book[day] = now;
                    }
                }
                var facts = new ObligationFacts(Guid.Empty, Histories.Cdt()) { Risks = [.. records.SelectMany(record => record.Steps())] };
                Assert.Equal(level, client.Risk);
                Assert.All(book, line => Assert.Equal(line.Value, facts.RiskOn(line.Key)));
                RiskLevel? last = null;
                foreach (var step in facts.Risks)
                {
                    Assert.True(step.IsAnswer || last is null || step.Level >= last);
                    last = step.Level;
                }
            },
            iter: 5_000);

    static Client At(RiskLevel level, DateOnly on)
    {
        var client = Cases.Somebody();
        _ = new RiskRecord(client, Finding(level, on), basis, policy, Entry(worker, on));
        return client;
    }

    static RiskRecord Assess(Client client, RiskLevel level, DateOnly on, params string[] factors) => new(client, Finding(level, on, factors), basis, policy, Entry(worker, on));

    static RiskFinding Finding(RiskLevel level, DateOnly on, params string[] factors) => new(level, on, "periodic") { Factors = factors, Note = new Sealed([1]) };

    static EntryNote Entry(Guid account, DateOnly on) => new(Guid.CreateVersion7(), account, on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), on);
}

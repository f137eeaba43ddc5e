using Homeward.Data.RiskTemplates;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>The assessments of a client's risk, about every half-year, the last now and then overdue; a lower level is confirmed by the station's head, and some wait.</summary>
sealed class RiskLife(Scene scene, Dice dice, ClientFile file)
{
    static readonly (RiskLevel Choice, int Weight)[] first = [(RiskLevel.High, 9), (RiskLevel.Medium, 53), (RiskLevel.Low, 38)];
    static readonly Dictionary<RiskLevel, string[]> grounds = new()
    {
        [RiskLevel.High] = ["selfHarm", "seriousBreach", "notAdmitted"],
        [RiskLevel.Medium] = ["underMeasure", "underThreeYears"],
        [RiskLevel.Low] = [],
    };
    static readonly string[] burdens = ["positive", "warned", "history", "mind", "motivation", "family", "work", "company"];

    readonly RiskPolicy policy = RiskPolicies.Of(scene.Pack);

    public void Tell(DateOnly from)
    {
        var level = dice.Weighed(first);
        // An assessment within the month before a measure's next one is due settles it, so they keep ahead of the half-year.
        for (var on = from.AddDays(dice.Between(0, 6)); on <= scene.AsOf; on = on.AddDays(dice.Chance(0.06) ? dice.Between(184, 205) : dice.Between(158, 179)))
        {
            Assess(level, on);
            level = Next(file.Client.Risk ?? level);
        }
    }

    /// <summary>Most refusals, evasions and confirmed positives since the last assessment are followed by one within days; the level stays.</summary>
    public void FollowUp(IEnumerable<WorkRecord> records)
    {
        foreach (var screen in records.Select(WorkRecord.EventOf).OfType<ScreenEvent>().OrderBy(screen => screen.ConfirmedOn ?? screen.On))
        {
            var known = screen.ConfirmedOn ?? screen.On;
            var on = known.AddDays(dice.Between(0, 5));
            if (file.Client is { Risk: { } level, RiskAssessedOn: { } last } && last < known && on <= scene.AsOf && file.Risks[^1].State != RiskState.Waiting && dice.Chance(0.8))
            {
                Assess(level, on, screen.Finding == ScreenFinding.PositiveConfirmed ? "positive" : "missed");
            }
        }
    }

    void Assess(RiskLevel level, DateOnly on, string? reason = null)
    {
        var record = Record(level, on, reason);
        if (record.State == RiskState.Waiting && on.AddDays(dice.Between(1, 20)) is var answered && answered <= scene.AsOf)
        {
            Answer(record, new RiskAnswer(scene.HeadId, null, answered));
        }
    }

    /// <summary>One assessment as it was entered; a lower level waits for the station's head.</summary>
    public RiskRecord Record(RiskLevel level, DateOnly on, string? reason = null)
    {
        var id = Ids.New();
        var finding = new RiskFinding(level, on, reason ?? Reason(level))
        {
            Factors = FactorsOf(level),
            Note = scene.Keys.Seal(dice.Of(scene.Stock.Cases.RiskNotes[$"{level}"]), SealedColumn.RiskNote, id),
            DecidedById = scene.Worker.Staff.Id,
        };
        // Where nobody can confirm, the level is told as it came to be in force.
        var record = new RiskRecord(file.Client, finding, StartingRiskTemplate.Basis, policy, new EntryNote(id, scene.Worker.AccountId, scene.Entered(on, dice), scene.AsOf, IsHistory: scene.HeadId is null));
        file.Risks.Add(record);
        return record;
    }

    void Answer(RiskRecord record, RiskAnswer answer)
    {
        if (dice.Chance(0.05))
        {
            Refuse(record, answer.On);
            return;
        }
        record.Confirm(file.Client, policy, answer);
    }

    public void Refuse(RiskRecord record, DateOnly on) =>
        record.Refuse(scene.Keys.Seal(dice.Of(scene.Stock.Cases.RiskRefusals), SealedColumn.RiskRefusal, record.Id), new RiskAnswer(scene.HeadId, null, on));

    /// <summary>A ground of the level, and what weighs besides; now and then the worker departs from what they suggest.</summary>
    List<string> FactorsOf(RiskLevel level)
    {
        var ground = grounds[dice.Chance(0.92) ? level : RiskLevel.Medium];
        return [.. (ground.Length == 0 ? [] : new[] { dice.Of(ground) }).Concat(burdens.Where(_ => dice.Chance(0.15 * (1 + (int)level)))).Distinct()];
    }

    RiskLevel Next(RiskLevel level) => level switch
    {
        RiskLevel.High => dice.Chance(0.7) ? RiskLevel.Medium : RiskLevel.High,
        RiskLevel.Medium => dice.Chance(0.14) ? RiskLevel.Low : dice.Chance(0.09) ? RiskLevel.High : RiskLevel.Medium,
        _ => dice.Chance(0.14) ? RiskLevel.Medium : RiskLevel.Low,
    };

    string Reason(RiskLevel level) => file.Client.Risk is not { } before ? "periodic" : level < before ? "improved" : level > before ? dice.Of(["jobLoss", "missed", "bereavement", "positive"]) : "periodic";
}

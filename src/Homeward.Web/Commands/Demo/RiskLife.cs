using Homeward.Domain.People;

namespace Homeward.Web.Commands.Demo;

/// <summary>The assessments of a client's risk, about every half-year, the last now and then overdue.</summary>
sealed class RiskLife(Scene scene, Dice dice, ClientFile file)
{
    static readonly (RiskLevel Choice, int Weight)[] first = [(RiskLevel.High, 9), (RiskLevel.Medium, 53), (RiskLevel.Low, 38)];

    public void Tell(DateOnly from)
    {
        var level = dice.Weighed(first);
        // An assessment within the month before a measure's next one is due settles it, so they keep ahead of the half-year.
        for (var on = from.AddDays(dice.Between(0, 6)); on <= scene.AsOf; on = on.AddDays(dice.Chance(0.06) ? dice.Between(184, 205) : dice.Between(158, 179)))
        {
            file.Risks.Add(new RiskRecord(file.Client, level, on, file.Risks.Count == 0 ? "periodic" : Reason(level), scene.Worker.AccountId));
            level = Next(level);
        }
    }

    RiskLevel Next(RiskLevel level) => level switch
    {
        RiskLevel.High => dice.Chance(0.7) ? RiskLevel.Medium : RiskLevel.High,
        RiskLevel.Medium => dice.Chance(0.14) ? RiskLevel.Low : dice.Chance(0.09) ? RiskLevel.High : RiskLevel.Medium,
        _ => dice.Chance(0.14) ? RiskLevel.Medium : RiskLevel.Low,
    };

    string Reason(RiskLevel level) => level < file.Risks[^1].Level ? "improved" : level > file.Risks[^1].Level ? dice.Of(["jobLoss", "missed", "bereavement", "positive"]) : "periodic";
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>One step of a dispute as it was taken.</summary>
public sealed record DisputeEntry(DisputeStep Step, DateOnly On, string? Laboratory, string? DocumentNumber, bool? IsPositive)
{
    /// <summary>Who was told of it: the client of a decision and of a result (table 2.2), and whoever else.</summary>
    public IReadOnlyList<ToldParty> ToldTo { get; init; } = [];

    /// <summary>The day on which they were told, and the hour where it is known.</summary>
    public DateOnly? ToldOn { get; init; }
    public TimeOnly? ToldAt { get; init; }
}

/// <summary>Who is told of a step of a dispute.</summary>
public enum ToldParty
{
    Person,
    Family,
    StreetOffice,
    Police,
}

/// <summary>Who is told of a step, and when (table 2.2): a step that tells the client does so on its own day; of a decision the client is told as well, no later than it is due.</summary>
static class DisputeTelling
{
    public static readonly Broken PersonUntold = new("screening.person-untold", "ToldTo") { Rule = "R2.2" };
    public static readonly Broken NobodyTold = new("screening.nobody-told", "ToldTo") { Rule = "R2.2" };
    public static readonly Broken TellsNobody = new("screening.tells-nobody", "ToldTo") { Rule = "R2.2" };
    public static readonly Broken TellsOnItsDay = new("screening.tells-on-its-day", "ToldOn") { Rule = "R2.2" };
    public static readonly Broken ToldEarly = new("screening.told-early", "ToldOn") { Rule = "R2.2" };
    public static readonly Broken ToldInFuture = new("screening.told-in-future", "ToldOn") { Rule = "R2.2" };

    public static IEnumerable<Broken> WhyNot(DisputeEntry step, DateOnly today)
    {
        var rule = DisputeRules.Of(step.Step);
        var isSaid = step.ToldOn is not null || step.ToldAt is not null;
        if (!rule.Tells && (isSaid || step.ToldTo.Count > 0))
        {
            yield return TellsNobody;
            yield break;
        }
        if (rule.IsTold && step.ToldTo.Count > 0 && !step.ToldTo.Contains(ToldParty.Person))
        {
            yield return PersonUntold;
        }
        if (!rule.IsTold && isSaid && step.ToldTo.Count == 0)
        {
            yield return NobodyTold;
        }
        if (rule.IsTold && step.ToldOn is { } told && told != step.On)
        {
            yield return TellsOnItsDay.With(told, step.On);
            yield break;
        }
        if (step.ToldOn < step.On)
        {
            yield return ToldEarly.With(step.ToldOn!, step.On);
        }
        if (step.ToldOn > today)
        {
            yield return ToldInFuture.With(step.ToldOn!);
        }
    }

    /// <summary>What a step says by itself: that tells the client names the client, and who is told is told on its day where no other is named.</summary>
    public static DisputeEntry Whole(DisputeEntry step)
    {
        var told = DisputeRules.Of(step.Step).IsTold && step.ToldTo.Count == 0 ? [ToldParty.Person] : step.ToldTo;
        return told.Count == 0 ? step : step with { ToldTo = [.. told.Distinct()], ToldOn = step.ToldOn ?? step.On };
    }
}

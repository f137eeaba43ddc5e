using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>
/// One version of the factors by which a city or an organisation looks at risk, in force from a day until the next version is. A version is
/// never changed: what was judged by it stays explained by it. It names the local paper that it follows (rules R2.35, R2.37).
/// </summary>
public sealed class RiskTemplate : IAudited
{
    public static readonly Broken InPast = new("people.template-in-past", "EffectiveFrom");
    public static readonly Broken BeforeLast = new("people.template-before-last", "EffectiveFrom");
    public static readonly Broken AnnexMissing = new("people.template-annex-missing", "Annex");
    public static readonly Broken NoChange = new("people.template-no-change");

    RiskTemplate()
    {
    }

    /// <param name="unitId">The city or organisation that it is for.</param>
    /// <param name="last">The version before, where there is one.</param>
    /// <param name="text">What the version says.</param>
    /// <param name="entry">Who enters it, and when.</param>
    public RiskTemplate(Guid unitId, RiskTemplate? last, RiskTemplateText text, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotPublish(last, text, entry.Today));
        Id = entry.RecordId;
        UnitId = unitId;
        Number = (last?.Number ?? 0) + 1;
        Annex = text.Annex.Trim();
        EffectiveFrom = text.EffectiveFrom;
        Scale = text.Scale;
        EnteredById = entry.EnteredById;
        EnteredAt = entry.At;
    }

    public Guid Id { get; private set; }

    /// <summary>The city or organisation whose clients are judged by it: read by all who work there.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Counts the versions of a unit from one.</summary>
    public int Number { get; private set; }
    public string Annex { get; private set; } = "";
    public DateOnly EffectiveFrom { get; private set; }
    public RiskScale Scale { get; private set; } = null!;
    public Guid? EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }

    public static IEnumerable<Broken> WhyNotPublish(RiskTemplate? last, RiskTemplateText text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text.Annex))
        {
            yield return AnnexMissing;
        }
        if (text.EffectiveFrom < today)
        {
            yield return InPast.With(text.EffectiveFrom);
        }
        if (text.EffectiveFrom < last?.EffectiveFrom)
        {
            yield return BeforeLast.With(last.EffectiveFrom);
        }
        if (last is not null && last.Annex == text.Annex.Trim() && IsSame(last.Scale, text.Scale))
        {
            yield return NoChange.With(last.Number);
        }
        foreach (var broken in text.Scale.WhyNot())
        {
            yield return broken;
        }
    }

    static bool IsSame(RiskScale left, RiskScale right) =>
        left.MediumFrom == right.MediumFrom && left.HighFrom == right.HighFrom && left.Factors.SequenceEqual(right.Factors);
}

/// <summary>What a version says: the paper it follows, its first day, its factors and bands.</summary>
public sealed record RiskTemplateText(string Annex, DateOnly EffectiveFrom, RiskScale Scale);

/// <summary>What an assessment is judged by: the name and number of the version, and its scale.</summary>
public sealed record RiskBasis(string Name, Guid? TemplateId, RiskScale Scale);

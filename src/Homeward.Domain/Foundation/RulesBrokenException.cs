namespace Homeward.Domain.Foundation;

/// <summary>An act was refused because it would break rules; all of them are listed.</summary>
public sealed class RulesBrokenException : Exception
{
    public RulesBrokenException(IReadOnlyList<Broken> rules) : base(string.Join(", ", rules.Select(rule => rule.Code))) => Rules = rules;

    public IReadOnlyList<Broken> Rules { get; }

    public static void ThrowIfAny(IEnumerable<Broken> broken)
    {
        var rules = broken.ToList();
        if (rules.Count > 0)
        {
            throw new RulesBrokenException(rules);
        }
    }
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

public sealed partial class Screen
{
    /// <summary>Samples are taken where a screen was held, or where what was given is the evidence (rules R2.20), and the two bear numbers of their own (rules R2.5).</summary>
    static IEnumerable<Broken> WhyNotSamples(ScreenRecord record)
    {
        if (record.Outcome != ScreenOutcome.Done && record.EvasionReason != Screening.EvasionReason.Tampered && (record.SampleA is not null || record.SampleB is not null))
        {
            yield return SamplesWithoutScreen;
        }
        else if (record.SampleA is not null && Alike.Is(record.SampleA, record.SampleB))
        {
            yield return SamplesAlike;
        }
    }

    /// <param name="a">The number of sample A.</param>
    /// <param name="b">The number of sample B.</param>
    /// <param name="isSent">One of them went to a laboratory: its report bears the number.</param>
    public IEnumerable<Broken> WhyNotRenumber(string? a, string? b, bool isSent)
    {
        if (IsAnnulled)
        {
            yield return AlreadyAnnulled.With(AnnulledOn!);
        }
        else if (SampleA is null || SamplesDisposedOn is not null)
        {
            yield return NoSamples;
        }
        else if (isSent)
        {
            yield return SampleSent;
        }
        if (string.IsNullOrWhiteSpace(a) || string.IsNullOrWhiteSpace(b))
        {
            yield return SamplesMissing;
        }
        else if (Alike.Is(a, b))
        {
            yield return SamplesAlike;
        }
    }

    /// <summary>The last day on which the samples of a positive are kept (rules R2.5): the same day so many months on or, in a shorter month, its last.</summary>
    public static DateOnly SamplesKeptUntil(DateOnly on, int months) => on.AddMonths(months);

    public IEnumerable<Broken> WhyNotDispose(DateOnly on, string? by, string? witness, bool inDispute, DateOnly today)
    {
        if (SampleA is null || SamplesDisposedOn is not null)
        {
            yield return NoSamples;
        }
        if (inDispute)
        {
            yield return SamplesInDispute;
        }
        if (on <= KeepSamplesUntil)
        {
            yield return SamplesToKeep.With(KeepSamplesUntil);
        }
        if (on > today)
        {
            yield return InFuture.With(on);
        }
        if (string.IsNullOrWhiteSpace(by) || string.IsNullOrWhiteSpace(witness) || Alike.Is(by, witness))
        {
            yield return TwoDispose;
        }
    }
}

using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision;

/// <summary>What may be recorded of a measure; the API's <c>POST /measures/{id}/{verb}</c> uses the same words in lower case.</summary>
public enum MeasureVerb
{
    Serve,
    Report,
    Sign,
    Suspend,
    Resume,
    Terminate,
    Release,
    Leave,
    Return,
}

/// <summary>The days and the reason of a verb.</summary>
public sealed record MeasureVerbInput
{
    public required DateOnly On { get; init; }

    /// <summary>Last day of a leave.</summary>
    public DateOnly? To { get; init; }
    public bool ReportedInWriting { get; init; }

    /// <summary>Code of the list <c>actReason</c>.</summary>
    public string? Reason { get; init; }
}

public static class MeasureVerbs
{
    public static readonly Broken ReasonMissing = new("supervision.reason-missing", "Reason");

    public static void Apply(this MeasureVerb verb, Measure measure, Client client, MeasureVerbInput input, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(verb is MeasureVerb.Suspend or MeasureVerb.Terminate && string.IsNullOrWhiteSpace(input.Reason) ? [ReasonMissing] : []);
        switch (verb)
        {
            case MeasureVerb.Serve: measure.Serve(input.On, client.BirthDate, today); break;
            case MeasureVerb.Report: measure.Report(input.On, client.BirthDate, today); break;
            case MeasureVerb.Sign: measure.SignAgreement(input.On, client.BirthDate, today); break;
            case MeasureVerb.Suspend: measure.Suspend(input.On, input.Reason!, today); break;
            case MeasureVerb.Resume: measure.Resume(input.On, today); break;
            case MeasureVerb.Terminate: measure.Terminate(input.On, input.Reason!, today); break;
            case MeasureVerb.Release: measure.Release(input.On, today); break;
            case MeasureVerb.Leave: measure.TakeLeave(input.On, input.To ?? input.On, input.ReportedInWriting, today); break;
            case MeasureVerb.Return: measure.ReturnFromLeave(input.On, today); break;
            default: throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such verb.");
        }
    }
}

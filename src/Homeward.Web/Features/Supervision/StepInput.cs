using Homeward.Domain.Foundation;

namespace Homeward.Web.Features.Supervision;

/// <summary>Service, report and signing are days of the papers: what else is said with them has no place, and is refused rather than dropped.</summary>
static class StepInput
{
    public static readonly Broken NotOfStep = new("supervision.not-of-step");

    /// <summary>What does not belong to a step that stands on the papers themselves.</summary>
    public static IEnumerable<Broken> WhyNot(MeasureVerb verb, MeasureVerbInput input)
    {
        (string Field, bool IsSaid)[] others =
        [
            (nameof(input.To), input.To is not null),
            (nameof(input.KnownOn), input.KnownOn is not null),
            (nameof(input.Reason), IsSaid(input.Reason)),
            (nameof(input.DocumentNumber), IsSaid(input.DocumentNumber)),
            (nameof(input.Issuer), input.Issuer is not null),
            (nameof(input.IssuedBy), IsSaid(input.IssuedBy)),
            (nameof(input.PlaceId), input.PlaceId is not null),
            (nameof(input.Year), input.Year is not null),
            (nameof(input.Index), input.Index is not null),
            (nameof(input.ReportedInWriting), input.ReportedInWriting),
            (nameof(input.RemoteScreen), input.RemoteScreen),
            (nameof(ActDetails.Destination), IsSaid(input.Details?.Destination)),
            (nameof(ActDetails.Contact), IsSaid(input.Details?.Contact)),
            (nameof(ActDetails.Companion), IsSaid(input.Details?.Companion)),
            (nameof(ActDetails.Reviewer), IsSaid(input.Details?.Reviewer)),
            (nameof(ActDetails.Note), IsSaid(input.Details?.Note)),
            (nameof(input.ClientWord), verb != MeasureVerb.Sign && IsSaid(input.ClientWord)),
        ];
        return others.Where(other => other.IsSaid).Select(other => NotOfStep with { Field = other.Field });
    }

    static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);
}

using Homeward.Domain.Worklist;

namespace Homeward.Web.Features.Worklist;

/// <summary>Where a line of the worklist is recorded: one tap from the list to the form.</summary>
public static class WorklistLinks
{
    /// <summary>A legal step that the worker alone cannot take (rules R1.16, R1.29).</summary>
    public static bool IsForConfirmers(ObligationKind kind) => kind is ObligationKind.ConfirmBreach or ObligationKind.HandOver;

    public static string Record(ObligationKind kind, Guid clientId) => kind switch
    {
        ObligationKind.Screen => $"/screening/record?client={clientId}",
        ObligationKind.Interview => $"/contacts/record?client={clientId}&mode=Interview",
        ObligationKind.HomeVisit => $"/contacts/record?client={clientId}&mode=HomeVisit",
        ObligationKind.RemoteScreen => $"/screening/record?client={clientId}&remote=yes",
        ObligationKind.DisputeStep => $"/people/{clientId}?tab=screens",
        ObligationKind.DisposeSamples => "/screening/samples?due=yes",
        ObligationKind.RiskReassessment => $"/people/{clientId}/risk",
        ObligationKind.HalfYearSummary or ObligationKind.YearlyAssessment => $"/people/{clientId}/papers/new?kind=Assessment",
        ObligationKind.FirstInterview => $"/contacts/record?client={clientId}&mode=Interview",
        ObligationKind.PreReleaseVisit or ObligationKind.Collection or ObligationKind.ReleasePapers or ObligationKind.ArrivalCheck => $"/releases?client={clientId}",
        _ => $"/people/{clientId}?tab=measures",
    };
}

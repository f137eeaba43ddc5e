using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Supervision;

/// <summary><c>/people/{id}/three-years-clean</c>: since when it counts, and the certification (rules R1.56, R7.1).</summary>
static class CertificationApi
{
    const string Path = "/people/{id:guid}/three-years-clean";

    public static void MapCertification(this RouteGroupBuilder api)
    {
        api.MapGet(Path, async (Guid id, CertifyClean certify, CancellationToken ct) => Answer(await certify.ReadAsync(id, ct))).Access(Permission.ConfirmMeasures, "certification")
            .WithSummary("The starting day with its ground, what stands in the way, and how far the certification has come.");
        api.MapPost($"{Path}/apply", async (Guid id, ApiCertificationStep body, CertifyClean certify, CancellationToken ct) =>
        {
            await certify.ApplyAsync(id, body.ToNote(), Ids.New(), ct);
            return Answer(await certify.ReadAsync(id, ct));
        }).Access(Permission.ConfirmMeasures, "certification").WithSummary("Applies, where the three years are full.");
        api.MapPost($"{Path}/next", async (Guid id, ApiCertificationStep body, CertifyClean certify, HttpContext http, CancellationToken ct) =>
        {
            await certify.StepAsync(id, http.RequireIfMatch(), body.ToNote(), ct);
            return Answer(await certify.ReadAsync(id, ct));
        }).Access(Permission.ConfirmMeasures, "certification").WithSummary("Takes the next step: the series checked, confirmed by the police, certified. Needs If-Match.");
        api.MapPost($"{Path}/refuse", async (Guid id, ApiCertificationStep body, CertifyClean certify, HttpContext http, CancellationToken ct) =>
        {
            await certify.RefuseAsync(id, http.RequireIfMatch(), body.ToNote(), body.Reason, ct);
            return Answer(await certify.ReadAsync(id, ct));
        }).Access(Permission.ConfirmMeasures, "certification").WithSummary("Refuses with a reason. Needs If-Match.");
    }

    static ApiAnswer Answer(CleanLook look) => new(StatusCodes.Status200OK, ApiClean.Of(look), version: look.Certification?.Version);
}

/// <summary>Three years without relapse as the API shows them.</summary>
public sealed record ApiClean(
    Guid PersonId, CleanBasis? Basis, DateOnly? CountsFrom, DateOnly? FullOn, IReadOnlyList<CleanObstacle> Obstacles, DateOnly? NoDrivingUntil, int ScreensFound, int WindowsMissed, CertificationStep? Step, int? Version)
{
    public static ApiClean Of(CleanLook look) => new(
        look.Client.Id, look.State?.Basis, look.State?.CountsFrom, look.State?.FullOn, look.State?.Obstacles ?? [], look.NoDrivingUntil, look.ScreensFound, look.WindowsMissed,
        look.Certification?.Step, look.Certification?.Version);
}

/// <summary>A step of the certification.</summary>
public sealed record ApiCertificationStep : IApiBody
{
    public required DateOnly On { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }
    [StringLength(100)]
    public string? IssuedBy { get; init; }

    /// <summary>Needed to refuse.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }

    public CertificationNote ToNote() => new(On, DocumentNumber, IssuedBy);
}

using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>The dossiers of a client's measures as the API shows them.</summary>
public sealed record ApiDossier(Guid PersonId, Guid MeasureId, MeasureKind Kind, int Required, int Complete, int? Rate, IReadOnlyList<DossierSlot> Gaps, IReadOnlyList<ApiSlot> Slots)
{
    const int Most = 20;

    public static async Task<Ok<IReadOnlyList<ApiDossier>>> ReadAsync(Guid id, Db db, DossierReader reader, Looks looks, CancellationToken ct)
    {
        var found = await reader.ReadAsync(db.Measures.Where(measure => measure.ClientId == id && (measure.Kind == MeasureKind.Cdt || measure.Kind == MeasureKind.Crh)), Most, ct);
        if (found.Count == 0)
        {
            await db.Clients.RequireAsync(id, ct);
        }
        await looks.TellAsync(db, "dossier.read", "client", id);
        return TypedResults.Ok<IReadOnlyList<ApiDossier>>([.. found.Select(Of)]);
    }

    static ApiDossier Of(DossierLook look) => new(
        look.Brief.Client.Id, look.Measure.Id, look.Measure.Kind, look.Dossier.Required, look.Dossier.Complete, look.Dossier.Rate,
        [.. look.Dossier.Gaps.Select(line => line.Slot)],
        [.. look.Dossier.Lines.Select(line => new ApiSlot((int)line.Slot, line.Slot, line.State, line.Rule, line.Since, line.DueOn, line.Needed, line.Fillings.Sum(filling => filling.Times)))]);
}

/// <summary>One slot: number and name, how it stands, how many it asks for and how many lie in it.</summary>
public sealed record ApiSlot(int Number, DossierSlot Slot, SlotState State, string Rule, DateOnly? Since, DateOnly? DueOn, int Needed, int Lies);

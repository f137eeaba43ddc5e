using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary><c>/contacts</c>: interviews, visits, calls, reports.</summary>
static class CaseworkApi
{
    public static void MapContacts(this RouteGroupBuilder api)
    {
        api.MapPost("/contacts", RecordAsync).Access(Permission.RecordContacts, "contact").WithSummary("Records a contact; it settles the obligations its purposes fulfil.");
        api.MapGet("/contacts/{id:guid}", ReadAsync).Access(Permission.ReadClients, "contact").WithSummary("One contact with its purposes and the services given in it; what was said stays sealed.");
        api.MapPost("/contacts/{id:guid}/annul", AnnulAsync).Access(Permission.RecordContacts, "contact").WithSummary("Annuls a wrong record with a reason; it stays visible, and what it fulfilled is open again.");
    }

    static async Task<ApiAnswer> RecordAsync(ApiNewContact body, RecordContact record, CancellationToken ct)
    {
        var contact = await record.RunAsync(body.Id ?? Ids.New(), body.PersonId, body.ToRecord(), new ContactText(body.Content, body.Observations, body.NextStep), ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiContact.Of(contact), version: contact.Version);
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, Db db, Looks looks, CancellationToken ct)
    {
        var contact = await db.Contacts.AsNoTracking().RequireAsync(id, ct);
        await looks.TellAsync(db, "contact.read", nameof(Contact), contact.ClientId, id);
        return new ApiAnswer(StatusCodes.Status200OK, ApiContact.Of(contact), version: contact.Version);
    }

    static async Task<ApiAnswer> AnnulAsync(Guid id, ApiAnnulment body, Db db, RecordContact record, HttpContext http, CancellationToken ct)
    {
        var contact = await record.AnnulAsync(id, await http.VersionAsync(db.Contacts, id, ct), body.Reason, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiContact.Of(contact), version: contact.Version);
    }
}

/// <summary>A contact as the API shows one; its content stays sealed.</summary>
public sealed record ApiContact(Guid Id, Guid PersonId, DateOnly On, ContactMode Mode, IReadOnlyList<string> Purposes, IReadOnlyList<string> Services, IReadOnlyList<string> LifeEvents, int? DurationMinutes, Guid? StaffId, DateOnly? AnnulledOn, DateTime EnteredAt, int Version)
{
    public static ApiContact Of(Contact contact) => new(
        contact.Id, contact.ClientId, contact.On, contact.Mode, contact.Purposes, contact.Services, contact.LifeEvents, contact.DurationMinutes, contact.StaffId, contact.AnnulledOn, contact.EnteredAt, contact.Version);
}

/// <summary>What is written down about a contact.</summary>
public sealed record ApiNewContact : IApiBody
{
    /// <summary>An id of the caller's choice: the same one again is the same contact.</summary>
    public Guid? Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly On { get; init; }
    public required ContactMode Mode { get; init; }
    public TimeOnly? StartedAt { get; init; }
    public int? DurationMinutes { get; init; }
    public Guid? StaffId { get; init; }
    [MaxLength(12), CodeOf("contactPurpose")]
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Codes of the list <c>service</c>: the measures of the team that were given (rules R1.24).</summary>
    [MaxLength(12), CodeOf("service")]
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Codes of the list <c>lifeEvent</c>: what makes a new assessment of risk due (rules R2.38).</summary>
    [MaxLength(12), CodeOf("lifeEvent")]
    public IReadOnlyList<string> LifeEvents { get; init; } = [];
    [StringLength(4000)]
    public string? Content { get; init; }
    [StringLength(2000)]
    public string? Observations { get; init; }
    [StringLength(500)]
    public string? NextStep { get; init; }
    public DateOnly? NextStepOn { get; init; }

    public ContactRecord ToRecord() => new()
    {
        On = On,
        Mode = Mode,
        StaffId = StaffId,
        StartedAt = StartedAt,
        DurationMinutes = DurationMinutes,
        Purposes = Purposes,
        Services = Services,
        LifeEvents = LifeEvents,
        NextStepOn = NextStepOn,
    };
}

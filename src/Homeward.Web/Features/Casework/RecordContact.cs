using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>Records one contact, once for all its purposes, and settles what it fulfils.</summary>
public sealed class RecordContact(Db db, Keyring keys, Actor actor, ShanghaiClock clock, SettleByContact settle, PlanObligations plan, FollowRelease release)
{
    public static readonly Broken StaffUnknown = new("casework.staff-unknown", "StaffId");
    public static readonly Broken RecordedOtherwise = new("casework.recorded-otherwise");
    public static readonly Broken ReasonMissing = new("casework.reason-missing", "Reason");

    public async Task<Contact> RunAsync(Guid recordId, Guid clientId, ContactRecord record, ContactText text, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        record = record with { StaffId = record.StaffId ?? actor.StaffId, Purposes = record.Purposes.Count > 0 ? record.Purposes : ContactPurposes.UsualFor(record.Mode) };
        if (await db.Contacts.SingleOrDefaultAsync(contact => contact.Id == recordId, ct) is { } same)
        {
            return same.ClientId == clientId ? AsSaid(same, record, text) : throw new NotFoundException();
        }
        await RefuseUnknownAsync(client, record.StaffId, ct);
        var entry = new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
        var contact = new Contact(client, record with
        {
            Content = keys.SealOrNull(text.Content, SealedColumn.ContactContent, recordId),
            Observations = keys.SealOrNull(text.Observations, SealedColumn.ContactObservations, recordId),
            NextStep = keys.SealOrNull(text.NextStep, SealedColumn.ContactNextStep, recordId),
        }, entry, await KnownSince.OfAsync(db, clientId, ct), await KnownSince.DeathAsync(db, clientId, record.On, ct));
        db.Contacts.Add(contact);
        // What somebody's life brought moves the plan; all else only settles.
        await (contact.LifeEvents.Count > 0 ? plan.RunAsync(client, ct) : settle.RunAsync(db, contact, ct));
        await release.TakeAsync(contact, ct);
        db.Trail = db.Trail with { Act = "contact.record" };
        return await SavedAsync(contact, record, text, ct);
    }

    /// <summary>Sent twice it is the same contact; what was changed in between is not dropped without a word.</summary>
    Contact AsSaid(Contact same, ContactRecord record, ContactText text)
    {
        var texts = new[] { (same.Content, SealedColumn.ContactContent, text.Content), (same.Observations, SealedColumn.ContactObservations, text.Observations), (same.NextStep, SealedColumn.ContactNextStep, text.NextStep) };
        var isSame = same.IsAsIn(record) && texts.All(one => (keys.OpenOrNull(one.Item1, one.Item2, same.Id) ?? "").Trim() == (one.Item3 ?? "").Trim());
        RulesBrokenException.ThrowIfAny(isSame ? [] : [RecordedOtherwise.With(same.On)]);
        return same;
    }

    /// <summary>Whoever made the contact works where the caller or the client belongs.</summary>
    async Task RefuseUnknownAsync(Client client, Guid? staffId, CancellationToken ct)
    {
        if (staffId is not { } id || id == actor.StaffId)
        {
            return;
        }
        var unit = await db.Staff.Where(staff => staff.Id == id).Select(staff => (Guid?)staff.UnitId).SingleOrDefaultAsync(ct);
        var known = unit is { } place && (place == client.UnitId || db.Scope.Holds(place) || actor.Grants.Any(grant => grant.UnitId == place));
        RulesBrokenException.ThrowIfAny(known ? [] : [StaffUnknown]);
    }

    /// <summary>Two submits at the same instant: the database lets one through, and the other is answered with it.</summary>
    async Task<Contact> SavedAsync(Contact contact, ContactRecord record, ContactText text, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return contact;
        }
        catch (LostRaceException fault)
        {
            db.ChangeTracker.Clear();
            var same = await db.Contacts.SingleOrDefaultAsync(found => found.Id == contact.Id && found.ClientId == contact.ClientId, ct);
            // An id that stands elsewhere is answered like one that is not there.
            return same is not null ? AsSaid(same, record, text) : throw (fault is KeyTakenException ? new NotFoundException() : fault);
        }
    }

    public async Task<Contact> AnnulAsync(Guid contactId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var contact = await db.Contacts.RequireAsync(contactId, version, ct);
        await using var transaction = await db.InTransactionAsync(ct);
        contact.Annul(keys.Seal(reason!.Trim(), SealedColumn.ContactAnnulReason, contact.Id), clock.Today);
        db.Trail = db.Trail with { Act = "contact.annul" };
        await db.SaveChangesAsync(ct);
        var client = await db.Clients.RequireAsync(contact.ClientId, ct);
        foreach (var measure in await db.Measures.Include(found => found.Acts).Where(found => found.ClientId == client.Id && found.EndedOn == null).ToListAsync(ct))
        {
            await plan.RunAsync(client, measure, ct);
        }
        await release.TakeBackAsync(contact, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return contact;
    }
}

/// <summary>What is told of a contact, in clear on its way to the seal.</summary>
public sealed record ContactText(string? Content, string? Observations, string? NextStep);

using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>Hears of what is recorded elsewhere and is a step of a release too: the first interview, and the report under the measure that follows.</summary>
public sealed class FollowRelease(Db db, ReleaseObligations obligations)
{
    const int Most = 50;

    /// <summary>Takes a new contact; the caller saves.</summary>
    public async Task TakeAsync(Contact contact, CancellationToken ct)
    {
        if (!contact.Purposes.Contains(ContactPurposes.Interview))
        {
            return;
        }
        foreach (var release in await db.CentreReleases.Where(found => found.ClientId == contact.ClientId && found.ReceivedOn <= contact.On && found.State == ReleaseState.Received && (found.InterviewedOn == null || found.InterviewedOn > contact.On)).ToListAsync(ct))
        {
            release.NoteInterview(contact.Id, contact.On);
            await obligations.RunAsync(release, ct);
        }
    }

    /// <summary>A contact was annulled: the next interview after the release stands in for it; the caller saves.</summary>
    public async Task TakeBackAsync(Contact contact, CancellationToken ct)
    {
        // A centre may have announced the same person twice: then one interview was the first after both.
        foreach (var release in await db.CentreReleases.Where(found => found.InterviewId == contact.Id).ToListAsync(ct))
        {
            release.ForgetInterview();
            await CatchUpAsync(release, ct);
            await obligations.RunAsync(release, ct);
        }
    }

    /// <summary>Takes what was recorded before the receipt was, or came from a sheet; the caller saves.</summary>
    public async Task CatchUpAsync(CentreRelease release, CancellationToken ct)
    {
        if (release is not { ReceivedOn: { } received, InterviewedOn: null })
        {
            return;
        }
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.ClientId == release.ClientId && contact.On >= received && contact.AnnulledOn == null)
            .OrderBy(contact => contact.On).Take(Most).Select(contact => new { contact.Id, contact.On, contact.Purposes }).ToListAsync(ct);
        if (contacts.FirstOrDefault(contact => contact.Purposes.Contains(ContactPurposes.Interview)) is { } first)
        {
            release.NoteInterview(first.Id, first.On);
        }
    }

    /// <summary>The measure that follows isolation has been reported, or its report was corrected; the caller saves.</summary>
    public async Task TakeAsync(Measure measure, CancellationToken ct)
    {
        if (!measure.IsOpen || !measure.Kind.IsInTheCommunity())
        {
            return;
        }
        foreach (var release in await db.CentreReleases.Where(found => found.ClientId == measure.ClientId && found.ReceivedOn != null).ToListAsync(ct))
        {
            if (measure.ReportedOn is null || measure.ReportedOn >= release.ReceivedOn)
            {
                release.NoteReport(measure.ReportedOn);
                await obligations.RunAsync(release, ct);
            }
        }
    }
}

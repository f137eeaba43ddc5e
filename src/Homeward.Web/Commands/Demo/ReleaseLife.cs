using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Supervision.Releases;

namespace Homeward.Web.Commands.Demo;

/// <summary>Hand-overs from isolation centres: clients who come out early, who came out lately, and persons who are announced and not known yet. The shares are PROPOSED.</summary>
sealed class ReleaseLife(Scene scene, Dice dice, ClientFile file, MeasureLife measures)
{
    /// <summary>An early release is possible after a year (rules 1.2).</summary>
    const int YearAndMore = 370;

    /// <summary>Releases that lie longer ago were before the records of hand-overs began.</summary>
    const int DaysBack = 240;

    /// <summary>How long before the end of an isolation that is over its centre told the office.</summary>
    public const int AnnouncedBefore = 16;

    static readonly string[] needs = ["housing", "work", "relief", "medicalCare", "family", "documents", "maintenance", "mentalHealth"];

    DateOnly Today => scene.AsOf;

    /// <summary>Comes before the work is told: what ends at the gate is owed no more.</summary>
    public void Tell()
    {
        if (file.Measures.FirstOrDefault(measure => measure is { Kind: MeasureKind.Cid, IsOpen: true }) is { OrderedOn: { } isolated } running)
        {
            if (isolated.AddDays(YearAndMore) < Today && dice.Chance(0.6))
            {
                var isOut = dice.Chance(0.35);
                ComeOut(running, isOut ? Today.AddDays(-dice.Between(1, 8)) : Today.AddDays(dice.Between(0, 20)), isOut);
            }
        }
        else if (file.Measures.FirstOrDefault(measure => measure is { Kind: MeasureKind.Cid, EndedOn: not null } && measure.EndedOn > Today.AddDays(-DaysBack)) is { EndedOn: { } released })
        {
            Receive(Expected(released, released.AddDays(-AnnouncedBefore)), released);
        }
    }

    /// <summary>Comes after the work: the interview and the report are known, and what the release makes due is settled by them.</summary>
    public void Work()
    {
        foreach (var release in file.Releases)
        {
            if (release.ReceivedOn is { } received)
            {
                var interview = file.Contacts.Where(contact => contact.On >= received && contact.AnnulledOn is null && contact.Purposes.Contains(ContactPurposes.Interview)).OrderBy(contact => contact.On).FirstOrDefault();
                if (interview is not null)
                {
                    release.NoteInterview(interview.Id, interview.On);
                }
                release.NoteReport(file.Measures.FirstOrDefault(measure => measure.Kind.IsInTheCommunity() && measure.ReportedOn >= received)?.ReportedOn);
            }
            file.Obligations.AddRange(ObligationLedger.Follow(
                file.Client, null, new LedgerFacts(ReleasePlan.For(release, scene.Pack), Today) { KnownSince = release.AnnouncedOn }, [], []));
        }
    }

    /// <summary>Announced for one of the coming weeks, or out some days ago with papers on their way.</summary>
    public void ComeOut(Measure isolation, DateOnly day, bool isOut)
    {
        var release = Expected(day, Earlier(day.AddDays(-dice.Between(8, 20)), Today.AddDays(-1)));
        if (day < measures.EndsOn(isolation))
        {
            measures.Note(isolation, MeasureActKind.EarlyReleaseDecided, new ActFacts(release.AnnouncedOn) { To = day, DocumentNumber = $"T{day.Year}-{dice.Between(100, 999)}" });
        }
        measures.Note(isolation, MeasureActKind.ReleaseAnnounced, new ActFacts(release.AnnouncedOn) { Issuer = IssuingBody.IsolationCentre });
        if (dice.Chance(0.7))
        {
            var on = Earlier(release.AnsweredOn!.Value.AddDays(dice.Between(0, 3)), Earlier(day, Today));
            var id = Ids.New();
            file.Visits.Add(release.Visit(on, scene.Worker.Staff.Id, scene.Keys.Seal(scene.Stock.Cases.Interview.Draw(dice), SealedColumn.ReleaseVisitNotes, id), Entry(id, on)));
            release.Prepare([dice.Of(needs), "documents"], "grassRoots", Collector(release), (FamilyStance)(day.DayNumber % 3));
        }
        if (isOut)
        {
            measures.Note(isolation, MeasureActKind.Released, new ActFacts(day) { Issuer = IssuingBody.IsolationCentre, DocumentNumber = $"C{day.Year}-{dice.Between(100, 999)}" });
            Receive(release, day);
        }
    }

    void Receive(CentreRelease release, DateOnly on)
    {
        var told = new ReceiptDetails(scene.Centres[0].Name, null, scene.Worker.Staff.Name);
        release.Receive(new ReleaseReceipt(on, new TimeOnly(9, 30), "grassRoots", Collector(release), told.Seal(scene.Keys, release.Id)), Today);
        if (on < Today)
        {
            release.Arrive(new ReleaseArrival(on, new TimeOnly(11, 0), Name(release, SealedColumn.ReleaseTakenOverBy)), Today);
        }
        if (on.AddDays(2) is var come && come <= Today)
        {
            release.TakePapers(dice.Chance(0.85) || on < Today.AddDays(-20) ? ReleaseRules.LegalPapers : ["releaseCertificate"], come, Today);
        }
    }

    CentreRelease Expected(DateOnly day, DateOnly announcedOn)
    {
        var client = file.Client;
        var id = dice.Id(announcedOn);
        var release = new CentreRelease(
            Notice(scene, dice, id, scene.Keys.Open(client.Name, SealedColumn.ClientName, client.Id), scene.Keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id), day, announcedOn),
            scene.Pack, Entry(id, announcedOn));
        release.Accept(announcedOn, Today);
        release.Link(client);
        file.Releases.Add(release);
        return release;
    }

    Sealed Collector(CentreRelease release) => Name(release, SealedColumn.ReleaseCollector);

    Sealed Name(CentreRelease release, SealedColumn column) => scene.Keys.Seal(scene.Worker.Staff.Name, column, release.Id);

    EntryNote Entry(Guid id, DateOnly on) => new(id, scene.Worker.AccountId, scene.Entered(on, dice), Today, IsHistory: true);

    /// <summary>Four persons at the first points whom nobody here knows: one waits, one was told late, one is not theirs, one stays inside.</summary>
    public static IReadOnlyList<CentreRelease> OfStrangers(IEnumerable<Scene> scenes)
    {
        const int Posts = 6;
        return [.. scenes.Take(Posts).SelectMany((scene, place) => Enumerable.Range(0, 4).Select(nth => Stranger(scene, Dice.For(scene.Order.Seed, "stranger", (place * 4) + nth), nth)))];
    }

    static CentreRelease Stranger(Scene scene, Dice dice, int nth)
    {
        var today = scene.AsOf;
        var told = today.AddDays(-dice.Between(0, 2));
        var day = nth == 1 ? today.AddDays(dice.Between(1, 4)) : today.AddDays(dice.Between(12, 24));
        var id = dice.Id(told);
        var sex = dice.Chance(0.2) ? Sex.Female : Sex.Male;
        var release = new CentreRelease(
            Notice(scene, dice, id, scene.Names.OfClient(dice, sex, 1985), null, day, told), scene.Pack, new EntryNote(id, null, scene.Entered(told, dice), today));
        if (nth == 2)
        {
            release.Decline(today, scene.Keys.Seal(scene.Stock.Cases.ReleaseRefusal, SealedColumn.ReleaseReason, id), today);
        }
        if (nth == 3)
        {
            release.Withdraw(today, scene.Keys.Seal(scene.Stock.Cases.ReleaseWithdrawal, SealedColumn.ReleaseReason, id));
        }
        return release;
    }

    static ReleaseNotice Notice(Scene scene, Dice dice, Guid id, string name, string? number, DateOnly day, DateOnly announcedOn) => new()
    {
        CentreId = scene.Centres[dice.Chance(0.75) ? 0 : 1].Id,
        PlaceId = scene.Worker.Post.Street.Id,
        UnitId = scene.Worker.Post.Point.Id,
        Name = scene.Keys.Seal(name, SealedColumn.ReleaseName, id),
        IdentityNumber = scene.Keys.SealOrNull(number, SealedColumn.ReleaseIdentityNumber, id),
        IdentityNumberIndex = number is null ? null : scene.Keys.Index(number, SealedColumn.ReleaseIdentityNumber),
        ExpectedOn = day,
        AnnouncedOn = announcedOn,
        DocumentNumber = $"Q{announcedOn.Year}-{dice.Between(1_000, 9_999)}",
        Needs = dice.Chance(0.7) ? [dice.Of(needs)] : [],
    };

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

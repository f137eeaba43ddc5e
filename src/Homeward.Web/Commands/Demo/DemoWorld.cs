using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Bulk;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands.Demo;

/// <summary>
/// Fills an empty database with a world, in one transaction: all of it or nothing. The bulk path leaves no audit row for each record;
/// one row <c>demo.build</c> tells that the whole was made.
/// </summary>
public sealed class DemoWorld(Db db, Keyring keys, PolicyPacks packs)
{
    const int BatchSize = 400;

    /// <summary>Why the database cannot be filled, or null; a new one is brought up to this version, any other is left as it is.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        var isNew = !(await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        if (!isNew && (await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            return "The database is older than this version, so it is not new: run homeward migrate, or name an empty database.";
        }
        if (isNew)
        {
            await db.BringUpToDateAsync(ct);
        }
        return await IsEmptyAsync(ct) ? null : "The database is not empty: a demo world is only made in an empty one. Nothing was changed.";
    }

    /// <summary>Whether nothing lies in the database: no unit, no account, no person.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        !await db.Units.AnyAsync(ct) && !await db.Accounts.AnyAsync(ct) && !await db.Staff.AnyAsync(ct) && !await db.Clients.AnyAsync(ct) && !await db.ImportRuns.AnyAsync(ct);

    public async Task<DemoSummary> FillAsync(DemoOrder order, Action<int, int> progress, CancellationToken ct)
    {
        var cast = DemoCast.Draw(order);
        var (units, staff, users) = (cast.Units, cast.Staff, cast.Users);
        var summary = new DemoSummary(order) { Units = units.All.Count, Points = units.Posts.Count, Staff = staff.All.Count, Accounts = users.Accounts.Count };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.InsertAsync(units.All, audited: false, ct);
        await db.InsertAsync(staff.All, audited: false, ct);
        await db.InsertAsync(users.Accounts, audited: false, ct);
        await db.InsertAsync(users.Grants, audited: false, ct);
        var scenes = cast.Scenes(order, keys, packs);
        var first = units.Posts[0].Station;
        var campaigns = new DemoCampaigns(order, cast.Stock, keys, first, users.HeadOf(first, units)!.Value);
        var points = units.Posts.Where(post => post.Station.Id == first.Id).Select(post => post.Point.Id).ToHashSet();
        await FillFilesAsync(order, scenes, files => campaigns.Look(files, points), summary, progress, ct);
        var strangers = ReleaseLife.OfStrangers(scenes.DistinctBy(scene => scene.Worker.Post));
        await db.InsertAsync(strangers, audited: false, ct);
        summary.Count(strangers);
        await campaigns.WriteAsync(db, ct);
        await db.InsertAsync([DemoTemplates.Of(order, units, users.Accounts.Single(account => account.UserName == "office").Id)], audited: false, ct);
        db.Audit("demo.build", null, null, null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return summary;
    }

    /// <summary>While one batch is written the next one is made.</summary>
    async Task FillFilesAsync(DemoOrder order, List<Scene> scenes, Action<ClientFile[]> look, DemoSummary summary, Action<int, int> progress, CancellationToken ct)
    {
        var papers = new DemoPapers(keys);
        var next = Task.Run(() => Tell(scenes, 0), ct);
        for (var first = 0; first < scenes.Count; first += BatchSize)
        {
            var files = await next;
            var following = first + BatchSize;
            next = following < scenes.Count ? Task.Run(() => Tell(scenes, following), ct) : Task.FromResult(Array.Empty<ClientFile>());
            await WriteAsync(files, ct);
            await db.InsertAsync(papers.Make(files.Select((file, place) => (file, scenes[first + place]))), audited: false, ct);
            look(files);
            summary.Count(files);
            progress(Math.Min(following, scenes.Count), order.Clients);
        }
        await db.InsertAsync(papers.Counters, audited: false, ct);
    }

    static ClientFile[] Tell(List<Scene> scenes, int first)
    {
        var files = new ClientFile[Math.Min(BatchSize, scenes.Count - first)];
        Parallel.For(0, files.Length, place => files[place] = ClientLife.Tell(scenes[first + place], first + place));
        return files;
    }

    async Task WriteAsync(ClientFile[] files, CancellationToken ct)
    {
        await db.InsertAsync(files.Select(file => file.Client), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Persons), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Assignments), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Risks), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Measures), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Measures).SelectMany(measure => measure.Acts), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Team), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Transfers), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Former), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Certifications), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Screens), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Disputes), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Scans), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Contacts), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Releases), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Visits), audited: false, ct);
        await db.InsertAsync(files.SelectMany(file => file.Obligations), audited: false, ct);
    }
}

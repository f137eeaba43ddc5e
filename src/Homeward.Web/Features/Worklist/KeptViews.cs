using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Filters that somebody keeps under a name.</summary>
public sealed class KeptViews(Db db, Keyring keys, Actor actor)
{
    public static readonly Broken TooMany = new("worklist.view-limit");
    public static readonly Broken Unfit = new("worklist.view-unfit");
    const int Most = 20;
    const int LongestName = 40;
    const int LongestQuery = 900;

    public async Task<IReadOnlyList<KeptView>> ListAsync(string page, CancellationToken ct)
    {
        var views = await db.SavedViews.AsNoTracking().Where(view => view.AccountId == actor.AccountId && view.Page == page).OrderBy(view => view.Id).Take(Most).ToListAsync(ct);
        return [.. views.Select(view => new KeptView(view.Id, NameOf(view), view.Query)).OrderBy(view => view.Name, StringComparer.Ordinal)];
    }

    /// <summary>Keeps the query under the name; the same name again replaces it. Answers what was in the way.</summary>
    public async Task<Broken?> SaveAsync(string page, string name, string query, CancellationToken ct)
    {
        var tidy = name.Trim();
        if (tidy.Length is 0 or > LongestName || tidy.Any(char.IsControl) || query.Length > LongestQuery || !query.StartsWith('?') || query.Any(char.IsControl) || page != "worklist")
        {
            return Unfit;
        }
        var kept = await db.SavedViews.Where(view => view.AccountId == actor.AccountId && view.Page == page).ToListAsync(ct);
        if (kept.Count >= Most && kept.All(view => NameOf(view) != tidy))
        {
            return TooMany;
        }
        if (kept.FirstOrDefault(view => NameOf(view) == tidy) is { } same)
        {
            same.Query = query;
        }
        else
        {
            var id = Ids.New();
            db.SavedViews.Add(new SavedView { Id = id, AccountId = actor.AccountId, Page = page, Name = keys.Seal(tidy, SealedColumn.SavedViewName, id), Query = query });
        }
        await db.SaveChangesAsync(ct);
        return null;
    }

    public Task RemoveAsync(Guid id, CancellationToken ct) => db.SavedViews.Where(view => view.Id == id && view.AccountId == actor.AccountId).ExecuteDeleteAsync(ct);

    string NameOf(SavedView view) => keys.Open(view.Name, SealedColumn.SavedViewName, view.Id);
}

/// <summary>A kept filter under its name.</summary>
public sealed record KeptView(Guid Id, string Name, string Query);

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Components.Forms;

/// <summary>
/// What somebody typed into forms and has not saved: kept sealed for the account and the form, while typing, when a submit fails and when the
/// session has run out; shown again when the form opens next, gone when it is saved.
/// </summary>
public sealed partial class FormDrafts(IServiceScopeFactory scopes, Db db, Keyring keys, CurrentActor current, ShanghaiClock clock)
{
    public const string KeyName = "_draft";
    const int Largest = 64 * 1024;
    const int Most = 40;
    const int LongestPath = 120;
    static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Values of the address that do not belong to the form: it is the same form wherever it was opened from.</summary>
    static readonly string[] Passing = ["returnUrl", "after", "sort", "tab"];

    readonly List<(string Key, FormDraft Draft)> read = [];

    /// <summary>Names a form: path and name, and where it stands for one of several, a hash of what tells them apart.</summary>
    public static string? KeyOf(HttpRequest request, string form, string? apart)
    {
        var path = request.Path.ToString();
        var more = string.Join('&', request.Query.Where(pair => !Passing.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}").Append(apart ?? ""));
        var key = more.Length == 0 ? $"{path}#{form}" : $"{path}#{form}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(more)))[..16]}";
        return path.Length <= LongestPath && Shape().IsMatch(key) ? key : null;
    }

    /// <summary>Reads what is kept for the forms of a page, before it is drawn; one statement, and none where the account has no drafts.</summary>
    public async Task ReadAsync(string path, CancellationToken ct)
    {
        if (!current.Actor.HasDrafts)
        {
            return;
        }
        var (account, start, oldest) = (current.Actor.AccountId, path + "#", clock.Now - Longest);
        var rows = await db.Drafts.AsNoTracking().Where(draft => draft.AccountId == account && draft.Form.StartsWith(start) && draft.UpdatedAt > oldest).Take(Most).ToListAsync(ct);
        read.AddRange(rows.Select(row => (row.Form, Opened(row))));
    }

    public FormDraft? Of(string? key) => read.Find(kept => kept.Key == key).Draft;

    /// <summary>Keeps what a form of the signed-in caller holds.</summary>
    public Task KeepAsync(IFormCollection typed) => KeepAsync(current.Actor.AccountId, typed);

    /// <summary>Keeps what a form holds, for an account. It works on a connection of its own: the caller's may hold a change that was refused.</summary>
    public async Task KeepAsync(Guid account, IFormCollection typed)
    {
        var form = typed[KeyName].ToString();
        var values = typed.Where(pair => IsKept(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        var content = JsonSerializer.SerializeToUtf8Bytes(values, JsonSerializerOptions.Default);
        if (account == Guid.Empty || !Shape().IsMatch(form) || content.Length > Largest || values.Count == 0)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<Db>();
        try
        {
            await WriteAsync(own, account, form, content);
        }
        catch (LostRaceException)
        {
            // Two came at the same instant; the one that was first stands, the next key pressed brings the rest.
        }
    }

    /// <summary>Takes back what is kept of a form: it was saved, or is not wanted.</summary>
    public Task RemoveAsync(string? form)
    {
        var account = current.Actor.AccountId;
        return db.Drafts.Where(draft => draft.AccountId == account && draft.Form == form).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Lets go of what the caller's connection has read: somebody else has changed it since.</summary>
    public void ReadAnew() => db.ChangeTracker.Clear();

    async Task WriteAsync(Db own, Guid account, string form, byte[] content)
    {
        var kept = await own.Drafts.Where(draft => draft.AccountId == account).OrderByDescending(draft => draft.UpdatedAt).Take(Most + 1).ToListAsync();
        var oldest = clock.Now - Longest;
        own.Drafts.RemoveRange(kept.Where((draft, at) => draft.Form != form && (at >= Most - 1 || draft.UpdatedAt <= oldest)));
        if (kept.Find(draft => draft.Form == form) is { } same)
        {
            same.Content = keys.Seal(content, SealedColumn.DraftContent, same.Id);
            same.UpdatedAt = clock.Now;
        }
        else
        {
            var id = Ids.New();
            own.Drafts.Add(new Draft { Id = id, AccountId = account, Form = form, Content = keys.Seal(content, SealedColumn.DraftContent, id), UpdatedAt = clock.Now });
        }
        await own.SaveChangesAsync();
    }

    FormDraft Opened(Draft row) => new(row.UpdatedAt, JsonSerializer.Deserialize<Dictionary<string, string?[]>>(keys.OpenBytes(row.Content, SealedColumn.DraftContent, row.Id)) ?? []);

    /// <summary>Tokens and passwords are never kept; the submission is, so that a form sent again after all makes no second record.</summary>
    static bool IsKept(string name) => name == Form.SubmissionName || (!name.StartsWith('_') && !name.Contains("password", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^/[a-zA-Z0-9/-]{0,120}#[a-z-]{1,40}(~[0-9a-f]{16})?$")]
    private static partial Regex Shape();
}

/// <summary>What is kept of one form, and since when.</summary>
public sealed record FormDraft(DateTime KeptAt, IReadOnlyDictionary<string, string?[]> Values)
{
    /// <summary>Null where the form had no such field then.</summary>
    public string? Text(string name) => Values.TryGetValue(name, out var values) ? values.FirstOrDefault() ?? "" : null;

    public bool Holds(string name, string value) => Values.TryGetValue(name, out var values) && values.Contains(value);
}

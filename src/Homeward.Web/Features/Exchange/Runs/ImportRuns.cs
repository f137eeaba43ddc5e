using System.Globalization;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>The imports of one account through the browser: a file is taken in and checked, then applied when its owner says so.</summary>
public sealed class ImportRuns(Db db, Keyring keys, Actor actor, ShanghaiClock clock, ImportQueue queue)
{
    public static readonly Broken FileMissing = new("exchange.file-missing", "File");
    public static readonly Broken MayNot = new("exchange.may-not", "Sheet");
    const int Listed = 30;

    /// <summary>Takes the file in, sealed, where its bytes are a table of the sheet; the second submit of one form is the same run.</summary>
    public async Task<Guid> TakeAsync(Guid id, ImportInput input, CancellationToken ct)
    {
        var sheet = Sheet.Find(input.Sheet ?? "");
        RulesBrokenException.ThrowIfAny([
            .. input.File is null ? [FileMissing] : Array.Empty<Broken>(),
            .. sheet is null || !actor.May(ImportPermissions.Of(sheet.Name)) ? [MayNot] : Array.Empty<Broken>(),
        ]);
        if (await db.ImportRuns.AnyAsync(run => run.Id == id, ct))
        {
            return id;
        }
        var content = await ReadAsync(input.File!, ct);
        RulesBrokenException.ThrowIfAny(WhyNot(content, input.File!.FileName, sheet!, input.Worksheet));
        db.ImportRuns.Add(new ImportRun
        {
            Id = id,
            AccountId = actor.AccountId,
            Sheet = sheet!.Name,
            Worksheet = string.IsNullOrWhiteSpace(input.Worksheet) ? null : input.Worksheet.Trim(),
            State = ImportStates.Checking,
            File = keys.Seal(content, SealedColumn.ImportFile, id),
            FileName = Path.GetFileName(input.File!.FileName) is { Length: > 0 } name ? keys.Seal(name[..Math.Min(name.Length, 150)], SealedColumn.ImportFileName, id) : null,
            CreatedAt = clock.Now,
        });
        db.Audit("import.take", sheet.Name, id, null);
        await db.SaveChangesAsync(ct);
        queue.Add(id);
        return id;
    }

    /// <summary>Applies what was checked; said twice it is done once.</summary>
    public async Task ApplyAsync(Guid id, CancellationToken ct)
    {
        var run = await Mine().RequireAsync(id, ct);
        if (run.State != ImportStates.Checked)
        {
            return;
        }
        run.State = ImportStates.Applying;
        run.Done = 0;
        db.Audit("import.apply", run.Sheet, id, null);
        await db.SaveChangesAsync(ct);
        queue.Add(id);
    }

    public Task<List<ImportRun>> ListAsync(CancellationToken ct) => Mine().AsNoTracking().OrderByDescending(run => run.CreatedAt).Take(Listed)
        .Select(run => new ImportRun { Id = run.Id, AccountId = run.AccountId, Sheet = run.Sheet, State = run.State, File = null!, FileName = run.FileName, Done = run.Done, Total = run.Total, CreatedAt = run.CreatedAt, FinishedAt = run.FinishedAt })
        .ToListAsync(ct);

    public async Task<(ImportRun Run, KeptResult? Result)> FindAsync(Guid id, CancellationToken ct)
    {
        var run = await Mine().AsNoTracking().RequireAsync(id, ct);
        return (run, run.Result is { } kept ? KeptResult.From(keys.OpenBytes(kept, SealedColumn.ImportResult, id)) : null);
    }

    /// <summary>How a run is called: by its file, or by its sheet where the file's name is not known.</summary>
    public string NameOf(ImportRun run) => run.FileName is { } name ? keys.Open(name, SealedColumn.ImportFileName, run.Id) : Sheet.Named(run.Sheet).TitleHere();

    IQueryable<ImportRun> Mine() => db.ImportRuns.Where(run => run.AccountId == actor.AccountId);

    static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > ReadingLimits.Default.FileBytes)
        {
            throw new RulesBrokenException([new Broken("exchange.too-large", "File").With(ReadingLimits.Default.FileBytes / 1024 / 1024)]);
        }
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    /// <summary>What the file is, its bytes say, never its name; where it fits nothing, the refusal says what it is.</summary>
    static Broken[] WhyNot(byte[] content, string name, Sheet sheet, string? worksheet)
    {
        try
        {
            using var file = TableFile.Open(new MemoryStream(content), name: name);
            Table.Find(file, sheet, string.IsNullOrWhiteSpace(worksheet) ? null : worksheet.Trim());
            return [];
        }
        catch (UnusableFileException unusable)
        {
            object[] values = [.. unusable.Values.Select(value => value is SheetColumn column ? column.Title(CultureInfo.CurrentUICulture) : value)];
            return [new Broken("exchange." + unusable.Code, "File").With(values)];
        }
    }
}

using System.CommandLine;
using Homeward.Web.Features.Exchange;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands;

/// <summary><c>import SHEET FILE</c>: exit 0 all taken, 1 some rejected, 2 unusable file.</summary>
static class ImportCommand
{
    static readonly Argument<string> Sheet = new Argument<string>("sheet") { Description = "roster, screens, contacts, staff or units" }.AcceptOnlyFromAmong([.. Features.Exchange.Sheets.Sheet.All.Select(sheet => sheet.Name)]);
    static readonly Argument<string> File = new("file") { Description = ".xlsx or .csv (UTF-8 or GB18030)" };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Checks everything and writes nothing" };
    static readonly Option<string> Errors = new("--errors") { Description = "Writes the rejected rows with their reasons to this .xlsx" };
    static readonly Option<string> As = new("--as") { Description = "Acts as this user, within that user's units" };
    static readonly Option<string> Worksheet = new("--worksheet") { Description = "Name of the worksheet; otherwise the one whose header fits" };
    static readonly Option<DateOnly?> AsOf = Days.Option("--as-of", "The day that counts as today");
    static readonly Option<string> Format = new Option<string>("--format") { DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");

    public static Command Create()
    {
        var command = new Command("import", "Imports a table; importing it again changes nothing.") { Sheet, File, DryRun, Errors, As, Worksheet, AsOf, Format };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var shell = Operator.Open(("Homeward:AsOf", parsed.GetValue(AsOf)?.ToString("yyyy-MM-dd", null)));
        var say = shell.Services.GetRequiredService<Words>().Say();
        try
        {
            using var file = TableFile.Open(parsed.GetValue(File)!);
            await shell.ReadyAsync(ct);
            if (parsed.GetValue(As) is { } user && await shell.ActAsAsync(user, ImportPermissions.Of(parsed.GetValue(Sheet)!), ct) is { } refused)
            {
                Console.Error.WriteLine(refused);
                return Shell.Unusable;
            }
            var summary = await ImportAsync(shell, file, parsed, ct);
            Console.Out.Write(parsed.GetValue(Format) == "json" ? summary.ToJson(say) + "\n" : summary.ToText(say));
            return summary.ExitCode;
        }
        catch (UnusableFileException unusable)
        {
            Console.Error.WriteLine(say.Sentence(unusable));
            return Shell.Unusable;
        }
    }

    static async Task<ImportSummary> ImportAsync(Operator shell, TableFile file, ParseResult parsed, CancellationToken ct)
    {
        await using var errors = parsed.GetValue(Errors) is { } path ? System.IO.File.Create(path) : null;
        return await shell.Services.GetRequiredService<ImportSheet>().RunAsync(file, new ImportOrder
        {
            Sheet = parsed.GetValue(Sheet)!,
            Worksheet = parsed.GetValue(Worksheet),
            DryRun = parsed.GetValue(DryRun),
            Errors = errors,
        }, ct);
    }
}

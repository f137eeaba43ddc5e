using System.CommandLine;
using System.Globalization;
using Homeward.Web.Features.Exchange.Exporting;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Commands;

/// <summary><c>export SHEET --to FILE</c>: what was exported imports again unchanged.</summary>
static class ExportCommand
{
    static readonly Argument<string> SheetName = new Argument<string>("sheet") { Description = "roster, screens, contacts, staff or units" }.AcceptOnlyFromAmong([.. Sheet.All.Select(sheet => sheet.Name)]);
    static readonly Option<string> To = new("--to") { Required = true, Description = "The file to write: .xlsx or .csv" };
    static readonly Option<string> Unit = new("--unit") { Description = "Code of a unit; it and all below it are exported" };
    static readonly Option<DateOnly?> From = Days.Option("--from", "First day of screens and contacts");
    static readonly Option<DateOnly?> Until = Days.Option("--until", "Last day of screens and contacts");
    static readonly Option<string> As = new("--as") { Description = "Acts as this user, within that user's units" };
    static readonly Option<string> Language = new Option<string>("--language") { DefaultValueFactory = _ => Words.Chinese, Description = "Language of titles and words" }.AcceptOnlyFromAmong(Words.Chinese, Words.English);
    static readonly Option<bool> Masked = new("--masked") { Description = "Hides numbers, phones and addresses; such a file does not import" };

    public static Command Create()
    {
        var command = new Command("export", "Exports a table.") { SheetName, To, Unit, From, Until, As, Language, Masked };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var shell = Operator.Open();
        if (parsed.GetValue(As) is { } user && await shell.ActAsAsync(user, Permission.Export, ct) is { } refused)
        {
            Console.Error.WriteLine(refused);
            return Shell.Unusable;
        }
        var code = parsed.GetValue(Unit);
        var unit = shell.Services.GetRequiredService<UnitTree>().All.FirstOrDefault(found => found.Code == code);
        if (code is not null && unit is null)
        {
            Console.Error.WriteLine($"There is no unit with the code {code}.");
            return Shell.Unusable;
        }
        var summary = await WriteAsync(shell, parsed, unit?.Id, ct);
        Console.WriteLine($"{summary.Written} rows written to {parsed.GetValue(To)}.");
        if (summary.LeftOut > 0)
        {
            Console.Error.WriteLine($"{summary.LeftOut} records have no place in this sheet and were left out.");
        }
        return 0;
    }

    static async Task<ExportSummary> WriteAsync(Operator shell, ParseResult parsed, Guid? unitId, CancellationToken ct)
    {
        var path = parsed.GetValue(To)!;
        await using var stream = File.Create(path);
        var order = new ExportOrder
        {
            Sheet = parsed.GetValue(SheetName)!,
            UnitId = unitId,
            From = parsed.GetValue(From),
            To = parsed.GetValue(Until),
            IsMasked = parsed.GetValue(Masked),
        };
        var asCsv = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return await shell.Services.GetRequiredService<ExportSheet>().RunAsync(stream, order, new CultureInfo(parsed.GetValue(Language)!), asCsv, ct);
    }
}

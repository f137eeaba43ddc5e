using System.CommandLine;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands;

/// <summary><c>health</c>: exit 0 when the database answers, its version fits and the key file opens it.</summary>
static class HealthCommand
{
    public static Command Create()
    {
        var command = new Command("health", "Says whether the database answers, fits this version, and opens with the key file.");
        command.SetAction(async (_, ct) =>
        {
            try
            {
                await using var shell = Operator.Open();
                if ((await shell.Db.Database.GetPendingMigrationsAsync(ct)).Any())
                {
                    Console.Error.WriteLine("The database is older than this version: run homeward migrate.");
                    return 1;
                }
                var keys = shell.Services.GetRequiredService<Keyring>();
                var sample = await shell.Db.Clients.AsNoTracking().OrderBy(client => client.CreatedAt).Select(client => new { client.Id, client.Name }).FirstOrDefaultAsync(ct);
                if (sample is not null)
                {
                    keys.Open(sample.Name, SealedColumn.ClientName, sample.Id);
                }
                if (await RowSecurity.IsPassedAsync(shell.Db, ct))
                {
                    Console.Error.WriteLine(RowSecurity.PassedWarning);
                }
                Console.WriteLine("healthy");
                return 0;
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or KeyFileException or SealBrokenException or InvalidOperationException)
            {
                Console.Error.WriteLine(fault.Message);
                return 1;
            }
        });
        return command;
    }
}

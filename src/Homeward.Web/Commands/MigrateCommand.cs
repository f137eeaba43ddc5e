using System.CommandLine;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands;

/// <summary><c>migrate</c>: brings the database to this version.</summary>
static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to this version; makes it where there is none.");
        command.SetAction(async (_, ct) =>
        {
            await using var shell = Operator.Open();
            var pending = (await shell.Db.Database.GetPendingMigrationsAsync(ct)).ToList();
            await shell.Db.BringUpToDateAsync(ct);
            Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"Applied {pending.Count}: {string.Join(", ", pending)}");
            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using System.Security.Cryptography;
using Homeward.Data.Accounts;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Trust;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands;

/// <summary><c>user add</c> and <c>user key</c>: accounts from the shell; a password or key is printed once.</summary>
static class UserCommand
{
    public static Command Create() => new("user", "Accounts.") { AddCommand(), KeyCommand() };

    static Command AddCommand()
    {
        var name = new Argument<string>("name");
        var role = new Option<Role>("--role") { Required = true };
        var unit = new Option<string>("--unit") { Required = true, Description = "Code of the unit" };
        var purpose = new Option<string>("--purpose") { DefaultValueFactory = _ => "casework" };
        var command = new Command("add", "Adds an account with a role in a unit; prints its first password once.") { name, role, unit, purpose };
        command.SetAction(async (parsed, ct) =>
        {
            await using var shell = Operator.Open();
            var code = parsed.GetValue(unit);
            var place = await shell.Db.Units.AsNoTracking().SingleOrDefaultAsync(found => found.Code == code, ct);
            if (place is null)
            {
                Console.Error.WriteLine($"There is no unit with the code {code}.");
                return 2;
            }
            var create = shell.Services.GetRequiredService<CreateAccount>();
            var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(15));
            try
            {
                await using var transaction = await shell.Db.Database.BeginTransactionAsync(ct);
                var account = await create.RunAsync(parsed.GetValue(name)!, parsed.GetValue(name)!, password, null);
                await create.GrantAsync(account, parsed.GetValue(role), place.Id, parsed.GetValue(purpose)!, shell.Services.GetRequiredService<ShanghaiClock>().Today);
                await transaction.CommitAsync(ct);
            }
            catch (RulesBrokenException broken)
            {
                Console.Error.WriteLine(string.Join("; ", broken.Rules.Select(rule => rule.Code)));
                return 1;
            }
            Console.WriteLine(password);
            return 0;
        });
        return command;
    }

    static Command KeyCommand()
    {
        var name = new Argument<string>("name");
        var command = new Command("key", "Makes an API key for an account; prints it once.") { name };
        command.SetAction(async (parsed, _) =>
        {
            await using var shell = Operator.Open();
            var account = await shell.Services.GetRequiredService<UserManager<Account>>().FindByNameAsync(parsed.GetValue(name)!);
            if (account is null)
            {
                Console.Error.WriteLine($"There is no account {parsed.GetValue(name)}.");
                return 2;
            }
            Console.WriteLine(await shell.Services.GetRequiredService<CreateAccount>().KeyAsync(account));
            return 0;
        });
        return command;
    }
}

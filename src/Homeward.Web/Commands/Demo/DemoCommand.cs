using System.CommandLine;
using System.Globalization;
using Homeward.Data.Policies;
using Homeward.Data.Sealing;
using Homeward.Web.Features.Trust;

namespace Homeward.Web.Commands.Demo;

/// <summary><c>demo</c>: fills an empty database with a believable world.</summary>
static class DemoCommand
{
    const int Refused = 2;

    public static Command Create()
    {
        var size = new Option<DemoSize>("--size") { Required = true, Description = "station (400 clients), district (6,000) or city (60,000)" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => DemoOrder.UsualSeed, Description = "The same seed gives the same world." };
        var asOf = new Option<DateOnly>("--as-of")
        {
            DefaultValueFactory = _ => DemoOrder.UsualDay,
            Description = $"The day on which the world stands, {DemoOrder.UsualDay:yyyy-MM-dd} unless told",
            CustomParser = result => DateOnly.ParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        asOf.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IsPossible(result.Tokens[0].Value))
            {
                result.AddError($"{result.Tokens[0].Value} is not a day between 2000-01-01 and 2100-01-01 written as yyyy-MM-dd.");
            }
        });
        var command = new Command("demo", "Fills an empty database with a believable world.") { size, seed, asOf };
        command.SetAction((parsed, ct) => RunAsync(DemoOrder.On(parsed.GetValue(asOf), parsed.GetValue(size), parsed.GetValue(seed)), ct));
        return command;
    }

    static bool IsPossible(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100;

    static async Task<int> RunAsync(DemoOrder order, CancellationToken ct)
    {
        await using var shell = Operator.Open();
        var world = new DemoWorld(shell.Db, shell.Services.GetRequiredService<Keyring>(), shell.Services.GetRequiredService<PolicyPacks>());
        if (await world.WhyNotAsync(ct) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return Refused;
        }
        var summary = await world.FillAsync(order, Progress, ct);
        Console.WriteLine(summary);
        Console.WriteLine($"sign in      {DemoOrder.FirstUser} / {DemoAccounts.Password} (Development only)");
        return 0;
    }

    static void Progress(int done, int all) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clients {done:N0} of {all:N0}"));
}

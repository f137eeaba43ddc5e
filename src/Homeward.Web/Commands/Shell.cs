using System.CommandLine;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Commands.Explain;
using Homeward.Web.Commands.Policy;

namespace Homeward.Web.Commands;

/// <summary>The commands of <c>homeward</c>; without a command it serves.</summary>
public static class Shell
{
    /// <summary>Exit code of an input that cannot be used, or of a database that cannot be reached.</summary>
    public const int Unusable = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not "--help" and not "--version"))
        {
            return await PlainlyAsync(() => Serve.RunAsync(args));
        }
        var root = new RootCommand("Homeward: social work with people who used drugs, recorded once.")
        {
            ServeCommand(),
            MigrateCommand.Create(),
            DemoCommand.Create(),
            UserCommand.Create(),
            HealthCommand.Create(),
            ExplainCommand.Create(),
            PolicyCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
        };
        var parsed = root.Parse(args);
        var code = await PlainlyAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        // A command that nobody understands ends like every unusable input.
        return parsed.Errors.Count > 0 ? Unusable : code;
    }

    /// <summary>A fault of the database or of a file is said in plain words, and not as a trace.</summary>
    static async Task<int> PlainlyAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (PlainFault.Sentence(fault) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return Unusable;
        }
    }

    static Command ServeCommand()
    {
        var rest = new Argument<string[]>("settings") { Description = "Settings of the host, such as --urls http://127.0.0.1:5080", Arity = ArgumentArity.ZeroOrMore };
        var serve = new Command("serve", "Starts the web application.") { rest };
        serve.TreatUnmatchedTokensAsErrors = false;
        serve.SetAction((parsed, _) => Serve.RunAsync([.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens]));
        return serve;
    }
}

using System.CommandLine;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Commands.Explain;
using Homeward.Web.Commands.Policy;

namespace Homeward.Web.Commands;

/// <summary>The commands of <c>homeward</c>; without a command it serves.</summary>
public static class Shell
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not "--help" and not "--version"))
        {
            return await Serve.RunAsync(args);
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
        };
        return await root.Parse(args).InvokeAsync();
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

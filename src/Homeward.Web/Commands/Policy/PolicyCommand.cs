using System.CommandLine;

namespace Homeward.Web.Commands.Policy;

/// <summary><c>homeward policy</c>: policy packs as files.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A policy file" };
        var check = new Command("check", "Tells whether a policy file can be used, else each line and reason.") { file };
        check.SetAction(parsed => PolicyCheck.Run(parsed.GetValue(file)!, Console.Out, Console.Error));
        return new Command("policy", "Policy packs.") { check };
    }
}

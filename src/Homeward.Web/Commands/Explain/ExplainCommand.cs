using System.CommandLine;

namespace Homeward.Web.Commands.Explain;

/// <summary><c>homeward explain</c>: the pure calculators, from a file and without a database.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A JSON file with one history or an array of them; - reads the standard input" };
        var measure = new Command("measure", "The statutory clock and the screening calendar of a history.") { file };
        measure.SetAction(parsed => ExplainMeasure.Run(parsed.GetValue(file)!, Console.In, Console.Out, Console.Error));
        return new Command("explain", "Shows how the rules judge a case, without a database.") { measure };
    }
}

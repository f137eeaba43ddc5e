using System.CommandLine;

namespace Homeward.Web.Commands.Explain;

/// <summary><c>homeward explain</c>: the pure calculators, from a file and without a database.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A JSON file with one history or an array of them; - reads the standard input" };
        var evidence = new Option<bool>("--evidence") { Description = "Adds the events behind each counter, the last confirmed use, the limits that later holidays may move, and what made each day" };
        var measure = new Command("measure", "The statutory clock and the screening calendar of a history.") { file, evidence };
        measure.SetAction(parsed => ExplainMeasure.Run(parsed.GetValue(file)!, Console.In, Console.Out, Console.Error, evidence: parsed.GetValue(evidence)));
        var opened = new Argument<string>("file") { Description = "A JSON file with commitment, seed, clientWord and windows; - reads the standard input" };
        var callUps = new Command("call-ups", "Whether an opened seed is the committed one, and the days it drew.") { opened };
        callUps.SetAction(parsed => ExplainCallUps.Run(parsed.GetValue(opened)!, Console.In, Console.Out, Console.Error));
        return new Command("explain", "Shows how the rules judge a case, without a database.") { measure, callUps };
    }
}

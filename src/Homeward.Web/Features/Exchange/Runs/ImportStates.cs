namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>Where an import through the browser stands.</summary>
public static class ImportStates
{
    public const string Checking = "checking";
    public const string Checked = "checked";
    public const string Applying = "applying";
    public const string Done = "done";
    public const string Failed = "failed";

    public static bool IsAtWork(string state) => state is Checking or Applying;
}

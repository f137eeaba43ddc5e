using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>What can be done with a release, as the buttons and addresses name it, the likeliest first; what else stands against it is told when it is tried.</summary>
public static class ReleaseVerbs
{
    public static readonly IReadOnlyList<string> Steps = ["accept", "decline", "prepare", "visit", "receive", "arrive", "papers"];

    public static readonly IReadOnlyList<string> Changes = ["change", "withdraw"];

    /// <param name="release">The release.</param>
    /// <param name="opensFiles">Whether the caller may open files: a sub-district office may not.</param>
    public static IEnumerable<string> Receiving(CentreRelease release, bool opensFiles) => release.State switch
    {
        ReleaseState.Announced => ["accept", "decline"],
        ReleaseState.Accepted when release.ClientId is null => opensFiles ? ["file", "prepare"] : ["prepare"],
        ReleaseState.Accepted => [.. release.VisitedOn is null ? (string[])["visit", "prepare", "receive"] : ["receive", "visit", "prepare"], .. opensFiles ? (string[])["measure", "unlink"] : []],
        ReleaseState.Received or ReleaseState.Completed => After(release, opensFiles),
        _ => [],
    };

    public static IEnumerable<string> Announcing(CentreRelease release) => release.WhyNotChange().Any() ? [] : Changes;

    static IEnumerable<string> After(CentreRelease release, bool opensFiles)
    {
        if (release.ArrivedOn is null)
        {
            yield return "arrive";
        }
        if (release.PapersReceivedOn is null)
        {
            yield return "papers";
        }
        if (release.InterviewedOn is null && opensFiles)
        {
            yield return "interview";
        }
        if (opensFiles)
        {
            yield return "measure";
        }
        if (release.PapersReceivedOn is not null && release.Papers.Count < Data.CodeLists.CodeList.Of("releasePaper").Count)
        {
            yield return "papers";
        }
        if (release.ArrivedOn is not null)
        {
            yield return "arrive";
        }
    }
}

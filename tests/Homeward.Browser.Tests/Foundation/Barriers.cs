using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>Accessibility as axe sees it: a page has no violations, in any look.</summary>
public static class Barriers
{
    public static async Task AssertNoneAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(Describe)));
    }

    static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Take(4).Select(node => $"   {node.Html}\n      {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}"));
}

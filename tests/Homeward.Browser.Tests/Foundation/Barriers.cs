using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>
/// Accessibility as axe sees it: a page has no violations, in any look. Axe runs inside the page and answers with the violations alone:
/// the package's own runner opens a second page for every look at one and carries every passed check over, which made it four times slower.
/// </summary>
public static class Barriers
{
    const string Run = """
        async () => (await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
        })).violations.map(found => `${found.id}: ${found.help}\n`
            + found.nodes.slice(0, 4).map(node => `   ${node.html}\n      ${[...node.any, ...node.all].map(check => check.message).join('; ')}`).join('\n'))
        """;

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task AssertNoneAsync(IPage page)
    {
        var found = await FindAsync(page);
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    public static async Task<string[]> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run);
    }
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>
/// Accessibility as axe sees it: a page has no violations, in any look. Axe runs inside the page and answers with the violations alone:
/// the package's own runner opens a second page for every look at one and carries every passed check over, which made it four times slower.
/// </summary>
public static partial class Barriers
{
    const string EveryRule = "wcag2a,wcag2aa,wcag21a,wcag21aa,wcag22aa,best-practice";
    const string RulesOfColour = "color-contrast,link-in-text-block";

    // A page that is still on its way, or a colour on its way from one state to the next, would be taken for what stays;
    // and what has been scrolled half under the bar at the top would be taken for a target that is too small.
    const string Run = """
        async (rules) => {
            while (document.documentElement.dataset.busy) { await new Promise(later => setTimeout(later, 20)); }
            document.getAnimations().forEach(moving => moving.cancel());
            scrollTo({ top: 0, behavior: 'instant' });
            return (await axe.run(document, { runOnly: rules.split(','), resultTypes: ['violations'] })).violations.map(found => `${found.id}: ${found.help}\n`
            + found.nodes.slice(0, 4).map(node => `   ${node.html}\n      ${[...node.any, ...node.all].map(check => check.message).join('; ')}`).join('\n'));
        }
        """;

    static readonly ConcurrentDictionary<string, bool> Seen = new();
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Lets every page that is loaded bring axe along, for a test that looks at many.</summary>
    public static Task ComeAlongAsync(IPage page) => page.AddInitScriptAsync(Axe);

    public static async Task AssertNoneAsync(IPage page) => AssertNone(await FindAsync(page));

    /// <summary>Looks at a page that many tests come through, a form of some kind or a record in some state, the first time that any of them does.</summary>
    public static Task AssertNoneOnceAsync(IPage page, string state = "") => Seen.TryAdd($"{Record().Replace(new Uri(page.Url).PathAndQuery, "{}")} {state}", true) ? AssertNoneAsync(page) : Task.CompletedTask;

    /// <summary>What another theme can break on a page that was free of barriers before it: a theme changes colours alone.</summary>
    public static async Task AssertNoneOfColourAsync(IPage page) => AssertNone(await FindAsync(page, RulesOfColour));

    static void AssertNone(string[] found)
    {
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    public static async Task<string[]> FindAsync(IPage page, string rules = EveryRule)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Axe);
        }
        return await page.EvaluateAsync<string[]>(Run, rules);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Record();
}

using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>How a reader sees a page.</summary>
public sealed record Look(bool Dark = false, bool Phone = false, bool English = false, bool Script = true)
{
    public static Look Plain { get; } = new();
    public static Look WithoutScript { get; } = new(Script: false);

    /// <summary>The looks in which every page must be free of barriers.</summary>
    public static TheoryData<Look> All => [new Look(), new Look(Dark: true), new Look(Phone: true), new Look(Dark: true, Phone: true), new Look(English: true)];

    /// <summary>The looks in which a page is loaded where each page is seen dark on the spot.</summary>
    public static TheoryData<Look> Loaded => [new Look(), new Look(Phone: true), new Look(English: true)];

    /// <summary>The page as it stands in the dark theme: the server tells a theme by this attribute alone.</summary>
    public async Task<Look> DarkenAsync(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'dark'");
        return this with { Dark = true };
    }

    /// <summary>Keeps a picture where the variable HOMEWARD_PICTURES names a folder.</summary>
    public async Task KeepPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HOMEWARD_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }
        var suffix = $"{(Phone ? "-phone" : "")}{(Dark ? "-dark" : "")}{(English ? "-en" : "")}{(Script ? "" : "-no-script")}";
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}{suffix}.png"), FullPage = true });
    }
}

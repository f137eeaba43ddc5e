using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Homeward.Browser.Tests.Foundation;

/// <summary>One host and one Chromium for all browser tests; each test takes a page with cookies of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Without the background switches Chromium tries to reach its maker's hosts.
    static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    readonly Lazy<Task<RunningHost>> forNewFiles = new(RunningHost.StartAsync);
    IPlaywright? playwright;
    IBrowser? browser;
    RunningHost? host;

    public RunningHost Host => host ?? throw new InvalidOperationException("The host is not running.");

    /// <summary>The host of the tests that open files of their own and look at those alone: they share it, and change nothing under the eyes of the others.</summary>
    public Task<RunningHost> ForNewFilesAsync() => forNewFiles.Value;

    public async ValueTask InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(executable))
        {
            throw new InvalidOperationException($"Browser tests need Chromium at {executable} (Debian: apt-get install chromium), or its path in CHROMIUM.");
        }
        host = await RunningHost.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Switches });
    }

    public Task<IPage> OpenAsync(Look look) => OpenAsync(look, Host.Address);

    /// <summary>A page of another host than the common one, for a test that changes much.</summary>
    public async Task<IPage> OpenAsync(Look look, Uri address)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = "zh-CN",
            JavaScriptEnabled = look.Script,
            IsMobile = look.Phone,
            HasTouch = look.Phone,
            ViewportSize = look.Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1366, Height = 900 },
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = "homeward-theme", Value = look.Dark ? "dark" : "light", Url = address.ToString() },
            new Cookie { Name = "homeward-culture", Value = look.English ? "c%3Den%7Cuic%3Den" : "c%3Dzh-CN%7Cuic%3Dzh-CN", Url = address.ToString() },
        ]);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
        if (forNewFiles.IsValueCreated)
        {
            await (await forNewFiles.Value).DisposeAsync();
        }
    }
}

using System.Globalization;

namespace Homeward.Benchmarks;

/// <summary>The product as an operator runs it: its Release build, Production, behind a proxy that ends TLS, on a day that the demo world knows.</summary>
static class Product
{
    public const string Day = "2026-11-23";

    public static string Assembly { get; } = Path.Combine(Root(), "artifacts", "bin", "Homeward.Web", "release", "Homeward.Web.dll");

    public static (string, string)[] Settings(string connection, string keys) =>
    [
        ("ConnectionStrings__Homeward", connection), ("Homeward__Keys", keys), ("Homeward__AsOf", Day),
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
        ("ASPNETCORE_CONTENTROOT", Path.GetDirectoryName(Assembly)!), ("Logging__LogLevel__Default", "Warning"),
    ];

    public static Task<Effort> CommandAsync(string connection, string keys, params string[] arguments) => Child.RunAsync("dotnet", [Assembly, .. arguments], Settings(connection, keys));

    public static async Task<(Child Process, Uri Address)> ServeAsync(string connection, string keys)
    {
        var address = new Uri($"http://127.0.0.1:{Child.FreePort().ToString(CultureInfo.InvariantCulture)}");
        var process = Child.Start("dotnet", [Assembly, "serve", "--urls", address.ToString()], Settings(connection, keys));
        await process.AnswersAsync(new Uri(address, "/health/ready"), TimeSpan.FromMinutes(2));
        return (process, address);
    }

    /// <summary>The repository: where the bench's own build lies, four folders down.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Homeward.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs inside the repository.");
    }
}

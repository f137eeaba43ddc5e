using System.Globalization;

namespace Homeward.Web.Tests.Hosting;

/// <summary>Counts the SQL statements that a page costs, once what is kept in memory is warm.</summary>
public static class Statements
{
    public static async Task<int> StatementsOfAsync(this HttpClient browser, string path)
    {
        Assert.True((await browser.GetAsync(path)).IsSuccessStatusCode, path);
        using var answer = await browser.GetAsync(path);
        return int.Parse(answer.Headers.GetValues("Server-Timing").Single().Split('=')[1], CultureInfo.InvariantCulture);
    }
}

using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Tests.Hosting;

/// <summary>Counts the SQL statements that a page costs, once what is kept in memory is warm.</summary>
public static class Statements
{
    public static async Task<int> StatementsOfAsync(this HttpClient browser, string path)
    {
        Assert.True((await browser.GetAsync(path)).IsSuccessStatusCode, path);
        StatementCounter.Start();
        Assert.True((await browser.GetAsync(path)).IsSuccessStatusCode, path);
        return StatementCounter.Value;
    }
}

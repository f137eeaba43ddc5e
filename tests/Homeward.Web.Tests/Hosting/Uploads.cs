using System.Net;
using System.Net.Http.Headers;

namespace Homeward.Web.Tests.Hosting;

/// <summary>A file that somebody imports at a browser, and the wait until it is done.</summary>
static class Uploads
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The address of the run; null where the form came back with its errors.</summary>
    public static async Task<string?> UploadAsync(this HttpClient browser, string sheet, string name, byte[] content, bool mayFail = false)
    {
        var fields = Front.HiddenOf(await browser.GetStringAsync("/imports"), "import");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }
        form.Add(new StringContent(sheet), "Input.Sheet");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "Input.File", name);
        var answer = await browser.PostAsync("/imports", form);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return answer.Headers.Location!.OriginalString;
        }
        Assert.True(mayFail && answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}");
        Assert.Contains("error-summary", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return null;
    }

    public static async Task<string> WaitAsync(this HttpClient browser, string? path, string until)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var page = await browser.GetStringAsync(path);
            if (page.Contains(until, StringComparison.Ordinal) && !page.Contains("<progress", StringComparison.Ordinal))
            {
                return page;
            }
            await Task.Delay(200, patience.Token);
        }
    }
}

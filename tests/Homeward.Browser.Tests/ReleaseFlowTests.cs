using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Seamless hand-over by two people at two browsers: a centre's liaison and the worker of the street.</summary>
public sealed class ReleaseFlowTests(BrowserFixture browser)
{
    const string Name = "纪归岸";

    [Fact]
    public async Task A_centres_liaison_announces_a_release_and_the_receiving_worker_accepts_fetches_receives_the_papers_and_records_the_first_interview()
    {
        var worker = await browser.SignedInAsync(Look.Plain, "worker1");
        var liaison = await browser.SignedInAsync(Look.Plain, "liaison");
        await AnnounceAsync(liaison, await StreetOfAsync(worker));
        var address = liaison.Url;
        await ExpectStateAsync(liaison, "待接收");

        await worker.GotoAsync("/releases?state=Announced");
        await worker.ClickAsync($".list tbody a:has-text('{Name}')");
        Assert.Equal(address, worker.Url);
        await StepAsync(worker, "接收");
        await StepAsync(worker, "查找或新建档案");
        await StepAsync(worker, "登记探访", async () => await worker.FillAsync("[name='Input.Notes']", "想先找到住处"));
        await StepAsync(worker, "需求与接回安排", async () =>
        {
            await worker.ClickAsync(".choice:has([name='Input.Needs'][value='housing'])");
            await worker.SelectOptionAsync("[name='Input.CollectMode']", "grassRoots");
            await worker.FillAsync("[name='Input.Collector']", "林晓雯");
        });
        await StepAsync(worker, "登记出所交接", async () => await worker.FillAsync("[name='Input.ReceivedBy']", "林晓雯"));
        await ExpectStateAsync(worker, "已接回");
        await StepAsync(worker, "登记到家", async () => await worker.FillAsync("[name='Input.TakenOverBy']", "家人"));
        await StepAsync(worker, "登记材料", async () =>
        {
            foreach (var paper in new[] { "releaseCertificate", "rehabilitationOrder", "diagnosticAssessment" })
            {
                await worker.ClickAsync($".choice:has([name='Input.Papers'][value='{paper}'])");
            }
        });
        await StepAsync(worker, "登记首次面谈", async () => await worker.FillAsync("[name='Input.Content']", "谈了回家后的打算"), stays: false);

        foreach (var page in new[] { worker, liaison })
        {
            await page.GotoAsync(address);
            await ExpectStateAsync(page, "衔接完成");
        }
        await Assertions.Expect(worker.Locator("main")).ToContainTextAsync("想先找到住处");
        await Assertions.Expect(liaison.Locator("main")).Not.ToContainTextAsync("想先找到住处");
        await worker.Context.CloseAsync();
        await liaison.Context.CloseAsync();
    }

    /// <summary>The street that the worker's releases go to, as the list names it.</summary>
    static async Task<string> StreetOfAsync(IPage worker)
    {
        await worker.GotoAsync("/releases");
        return (await worker.Locator(".list tbody td[data-label='去向街道（镇）']").First.EvaluateAsync<string>("cell => cell.firstChild.textContent")).Trim();
    }

    static async Task AnnounceAsync(IPage liaison, string street)
    {
        Assert.EndsWith("/releases/calendar", liaison.Url, StringComparison.Ordinal);
        await liaison.ClickAsync(".page-head .btn-primary");
        await liaison.FillAsync("[name='Input.Name']", Name);
        await liaison.FillAsync("[name='Input.ExpectedOn']", await liaison.InputValueAsync("[name='Input.AnnouncedOn']"));
        await liaison.SelectOptionAsync("[name='Input.PlaceId']", new SelectOptionValue { Label = street });
        await liaison.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(liaison.Locator("h1")).ToHaveTextAsync(Name);
        await Barriers.AssertNoneAsync(liaison);
    }

    static async Task StepAsync(IPage page, string verb, Func<Task>? fill = null, bool stays = true)
    {
        await page.ClickAsync($".verbs a:text-is('{verb}')");
        await Assertions.Expect(page.Locator(".form-actions .btn-primary").Last).ToBeVisibleAsync();
        await Barriers.AssertNoneAsync(page);
        if (fill is not null)
        {
            await fill();
        }
        await page.ClickAsync(".form-actions .btn-primary >> nth=-1");
        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();
        Assert.True(!stays || page.Url.Contains("/releases/", StringComparison.Ordinal), page.Url);
    }

    static Task ExpectStateAsync(IPage page, string state) => Assertions.Expect(page.Locator(".record .tags").First).ToContainTextAsync(state);
}

using System.Net;
using Homeward.Domain.Screening;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Homeward.Web.Tests.Screening;

/// <summary>Recording, confirming and annulling screens, through the front door.</summary>
public abstract class ScreenPagesTests(Home home)
{
    [Fact]
    public async Task A_recorded_screen_settles_its_window_and_an_annulled_one_opens_it_again()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        var before = await OpenAsync(client);

        var answer = await RecordAsync(browser, client, []);
        Assert.Equal($"/people/{client}", answer.Headers.Location?.AbsolutePath);
        Assert.Equal(before - 1, await OpenAsync(client));
        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal(4, screen.Readings.Count(reading => reading.Value == Reading.Negative));

        var without = await browser.SendFormAsync($"/screening/{screen.Id}/change?do=annul", "change", []);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        var annulled = await browser.SendFormAsync($"/screening/{screen.Id}/change?do=annul", "change", new() { ["Input.Reason"] = "登记到别人名下" });
        Assert.Equal(HttpStatusCode.Redirect, annulled.StatusCode);
        Assert.Equal(before, await OpenAsync(client));
        Assert.Contains("登记到别人名下", await browser.GetStringAsync($"/screening/{screen.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_woman_needs_a_woman()
    {
        var client = await home.NewClientAsync("worker", "pointA", "李秀兰", woman: true);
        var browser = await home.SignedInAsync("worker");

        var refused = await RecordAsync(browser, client, new() { ["Input.Collector"] = "张强", ["Input.CollectorSex"] = "Male" });
        Assert.Contains("女性", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var taken = await RecordAsync(browser, client, new() { ["Input.Collector"] = "林晓雯", ["Input.CollectorSex"] = "Female" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (refused.StatusCode, taken.StatusCode));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_record()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/record?client={client}";
        var fields = Front.HiddenOf(await browser.GetStringAsync(page), "screen");
        foreach (var (name, value) in Usual([]))
        {
            fields[name] = value!;
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.PostAsync(page, new FormUrlEncodedContent(fields))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await home.WithDbAsync(db => db.Screens.CountAsync(screen => screen.ClientId == client)));
    }

    [Fact]
    public async Task A_positive_names_its_lines_and_its_two_samples_and_keeps_what_was_typed()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        var refused = await (await RecordAsync(browser, client, new() { ["Input.Result"] = "PositivePreliminary", ["Input.Remarks"] = "当场封样" })).Content.ReadAsStringAsync();
        Assert.Contains("请勾选呈阳性的项目", refused, StringComparison.Ordinal);
        Assert.Contains("当场封样", refused, StringComparison.Ordinal);
        var taken = await RecordAsync(browser, client, new() { ["Input.Result"] = "PositivePreliminary", ["Input.PositiveLines"] = "morphine", ["Input.SampleA"] = "A-1", ["Input.SampleB"] = "B-1", ["Input.On"] = "2026-11-19" });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal((Reading.Positive, new DateOnly(2027, 5, 19)), (screen.Readings["morphine"], screen.KeepSamplesUntil));

        var confirmed = await browser.SendFormAsync($"/screening/{screen.Id}/change?do=confirm", "change", []);

        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains("确认阳性", await browser.GetStringAsync($"/screening/{screen.Id}/print"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_clinic_told_names_the_clinic_and_nobody_here_as_its_tester_and_leaves_the_window_open()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var open = await OpenAsync(client);

        var refused = await (await RecordAsync(browser, client, new() { ["Input.Kind"] = "Clinic", ["Input.Remarks"] = "门诊来函" })).Content.ReadAsStringAsync();
        Assert.Contains("须写明是哪家药物维持治疗门诊", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        Assert.Contains("门诊来函", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        var taken = await RecordAsync(browser, client, new() { ["Input.Kind"] = "Clinic", ["Input.Clinic"] = "虹口维持治疗门诊" });

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal(("虹口维持治疗门诊", null, null, false), (screen.Place, screen.FirstTester, screen.Collector, screen.IsIncomplete));
        Assert.Empty(screen.Readings);
        Assert.Equal(open, await OpenAsync(client));
    }

    [Fact]
    public async Task A_result_hidden_by_another_outcome_does_no_harm()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        var answer = await RecordAsync(await home.SignedInAsync("worker"), client, new() { ["Input.Outcome"] = "Refused" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Result).SingleAsync()));
    }

    [Fact]
    public async Task A_photo_is_drawn_anew_sealed_and_shown_only_in_scope_without_a_cache()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/record?client={client}";
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Front.HiddenOf(await browser.GetStringAsync(page), "screen").Concat(Usual([]).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))))
        {
            form.Add(new StringContent(value), name);
        }
        form.Add(new ByteArrayContent(Picture(3000, 1000)), "Input.Photo", "kit.jpg");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, form)).StatusCode);
        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        var photo = await browser.GetAsync($"/screening/{screen.Id}/photo");
        using var shown = SKBitmap.Decode(await photo.Content.ReadAsByteArrayAsync());

        Assert.Equal(("image/jpeg", "no-store", 2000), (photo.Content.Headers.ContentType?.MediaType, photo.Headers.CacheControl?.ToString(), shown.Width));
        Assert.Equal(HttpStatusCode.NotFound, (await (await home.SignedInAsync("stranger")).GetAsync($"/screening/{screen.Id}/photo")).StatusCode);
    }

    [Fact]
    public async Task A_foreign_screen_is_missing()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await RecordAsync(await home.SignedInAsync("worker"), client, []);
        var screen = await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        var stranger = await home.SignedInAsync("stranger");
        foreach (var path in (string[])[$"/screening/{screen}", $"/screening/{screen}/print", $"/screening/{screen}/change?do=annul"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        }
        Assert.DoesNotContain(screen.ToString(), await stranger.GetStringAsync("/screening"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_leads_nowhere_else()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        var away = await browser.SendFormAsync($"/screening/record?client={client}&returnUrl=//elsewhere.example", "screen", Usual([]));

        Assert.Equal("/", away.Headers.Location?.AbsolutePath);
    }

    Task<int> OpenAsync(Guid client) => home.WithDbAsync(db => db.Obligations.CountAsync(duty => duty.ClientId == client && duty.SettledOn == null));

    static Task<HttpResponseMessage> RecordAsync(HttpClient browser, Guid client, Dictionary<string, string?> changes) => browser.SendFormAsync($"/screening/record?client={client}", "screen", Usual(changes));

    static Dictionary<string, string?> Usual(Dictionary<string, string?> changes)
    {
        var fields = new Dictionary<string, string?>
        {
            ["Input.On"] = "2026-11-23", ["Input.Kind"] = "Scheduled", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "Done", ["Input.Result"] = "Negative",
            ["Input.Panel[0]"] = "morphine", ["Input.Panel[1]"] = "methamphetamine", ["Input.Panel[2]"] = "ketamine", ["Input.Panel[3]"] = "etomidate",
            ["Input.FirstTester"] = "林晓雯", ["Input.SecondTester"] = "陈志远", ["Input.Collector"] = "林晓雯",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }
        return fields;
    }

    static byte[] Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}

public sealed class ScreenPagesOnSqlite(SqliteHome home) : ScreenPagesTests(home), IClassFixture<SqliteHome>;

public sealed class ScreenPagesOnPostgres(PostgresHome home) : ScreenPagesTests(home), IClassFixture<PostgresHome>;

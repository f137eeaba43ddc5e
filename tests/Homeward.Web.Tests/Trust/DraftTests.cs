using System.Net;
using Homeward.Data.Sealing;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>A form never loses what was typed: not by leaving, not by a refusal, not by a session that ran out.</summary>
public abstract class DraftTests(Home home)
{
    const string Typed = "谈到了找工作的打算🙂";
    const string Restored = "已恢复您在";

    [Fact]
    public async Task What_is_typed_stands_in_the_form_when_it_opens_again()
    {
        var (browser, page) = await OpenAsync();

        await TypeAsync(browser, page, new() { ["Input.Content"] = Typed, ["Input.Purposes"] = "support" });

        var again = await browser.GetStringAsync(page);
        Assert.Contains(Restored, again, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("谈到了找工作的打算"), again, StringComparison.Ordinal);
        Assert.DoesNotContain(Restored, await (await home.SignedInAsync("leader")).GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_lies_sealed_under_a_key_that_names_nobody()
    {
        var (browser, page) = await OpenAsync();
        await TypeAsync(browser, page, new() { ["Input.Content"] = Typed });

        var drafts = await home.WithDbAsync(db => db.Drafts.AsNoTracking().ToListAsync());

        Assert.All(drafts, draft => Assert.Matches("^/contacts/record#contact~[0-9a-f]{16}$", draft.Form));
        Assert.All(drafts, draft => Assert.DoesNotContain(Typed, System.Text.Encoding.UTF8.GetString(draft.Content.ToStored()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_was_refused_is_kept_for_who_goes_away_without_mending_it()
    {
        var (browser, page) = await OpenAsync();

        var refused = await browser.SendFormAsync(page, "contact", new() { ["Input.On"] = "2027-01-01", ["Input.Mode"] = "Phone", ["Input.Content"] = Typed });

        Assert.Contains("还没有保存", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(Restored, await browser.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_whose_record_ended_meanwhile_is_answered_by_the_page_as_it_is_now_and_what_was_typed_is_kept()
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        var page = $"/measures/{measure}?do=Suspend";
        var browser = await home.SignedInAsync("worker");
        var fields = Front.HiddenOf(await browser.GetStringAsync(page), "act");
        fields["Input.Reason"] = Typed;
        await home.Api("worker").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-20", reason = "imprisoned", documentNumber = "T1" });

        var answer = await browser.PostAsync(page, new FormUrlEncodedContent(fields));

        Assert.Equal((HttpStatusCode.SeeOther, page), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("表单不再适用", await browser.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains(await home.WithDbAsync(db => db.Drafts.AsNoTracking().ToListAsync()), draft => draft.Form.StartsWith($"/measures/{measure}#act", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_sent_after_its_session_ran_out_is_there_after_signing_in_again()
    {
        var (browser, page) = await OpenAsync();
        var fields = Front.HiddenOf(await browser.GetStringAsync(page), "contact");
        fields["Input.Content"] = Typed;
        await EndIdleAsync();

        var answer = await browser.PostAsync(page, new FormUrlEncodedContent(fields));

        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(page)}", answer.Headers.Location?.OriginalString);
        Assert.Contains(Restored, await (await home.SignedInAsync("worker")).GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_signed_out_or_comes_from_another_site_leaves_nothing_behind()
    {
        var (browser, page) = await OpenAsync();
        var fields = Front.HiddenOf(await browser.GetStringAsync(page), "contact");
        fields["Input.Content"] = Typed;
        await EndIdleAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        await browser.SendAsync(request);
        Assert.Empty(await DraftsAsync());

        await home.WithDbAsync(async db => await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, home.Clock.GetUtcNow().UtcDateTime)));
        await browser.PostAsync(page, new FormUrlEncodedContent(fields));

        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task A_draft_is_gone_after_the_save_and_its_form_sent_again_makes_no_second_record()
    {
        var (browser, page) = await OpenAsync();
        await TypeAsync(browser, page, new() { ["Input.Content"] = Typed });
        var restored = Front.HiddenOf(await browser.GetStringAsync(page), "contact");
        var values = new Dictionary<string, string>(restored) { ["Input.On"] = "2026-11-20", ["Input.Mode"] = "Phone", ["Input.Content"] = Typed };

        var first = await browser.PostAsync(page, new FormUrlEncodedContent(values));
        var second = await browser.PostAsync(page, new FormUrlEncodedContent(values));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await home.WithDbAsync(db => db.Contacts.CountAsync(contact => contact.Id == Guid.Parse(restored["_submission"]))));
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away()
    {
        var (browser, page) = await OpenAsync();
        await TypeAsync(browser, page, new() { ["Input.Content"] = Typed });

        var answer = await browser.SendFormAsync(page, "contact", [], "/drafts/discard");

        Assert.Equal(page, answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(Restored, await browser.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_tokens_and_floods_are_never_kept()
    {
        var (browser, page) = await OpenAsync();
        await TypeAsync(browser, page, new() { ["Input.Content"] = new string('长', 40_000) });
        Assert.Empty(await DraftsAsync());

        await TypeAsync(browser, page, new() { ["Input.Content"] = Typed, ["Input.Password"] = "a-secret-of-mine" });

        var kept = await home.WithDbAsync(async (db, services) =>
        {
            var draft = await db.Drafts.SingleAsync();
            return services.GetRequiredService<Keyring>().Open(draft.Content, SealedColumn.DraftContent, draft.Id);
        });
        Assert.DoesNotContain("a-secret-of-mine", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestVerificationToken", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("_draft", await browser.GetStringAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_older_than_the_record_says_so()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var page = $"/people/{client}/edit";
        await TypeAsync(browser, page, new() { ["Input.Remarks"] = Typed }, "client");
        await home.Api("worker").SendJsonAsync(HttpMethod.Patch, $"/people/{client}", new { phone = "13700000009" }, ifMatch: "\"0\"");

        Assert.Contains("此后该记录已被他人修改", await browser.GetStringAsync(page), StringComparison.Ordinal);
    }

    async Task<(HttpClient Browser, string Page)> OpenAsync()
    {
        await home.WithDbAsync(db => db.Drafts.ExecuteDeleteAsync());
        return (await home.SignedInAsync("worker"), $"/contacts/record?client={await home.NewClientAsync("worker", "pointA")}");
    }

    static async Task TypeAsync(HttpClient browser, string page, Dictionary<string, string?> values, string form = "contact")
    {
        var answer = await browser.SendFormAsync(page, form, values, "/drafts");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    Task<List<string>> DraftsAsync() => home.WithDbAsync(db => db.Drafts.Select(draft => draft.Form).ToListAsync());

    Task<int> EndIdleAsync() => home.WithDbAsync(db =>
        db.Sessions.Where(session => session.AccountId == home.World.Accounts["worker"].Id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, home.Clock.GetUtcNow().UtcDateTime.AddMinutes(-31))));
}

public sealed class DraftOnSqlite(SqliteHome home) : DraftTests(home), IClassFixture<SqliteHome>;

public sealed class DraftOnPostgres(PostgresHome home) : DraftTests(home), IClassFixture<PostgresHome>;

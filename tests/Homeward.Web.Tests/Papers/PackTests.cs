using System.Net;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>The packs that go to the police with a no-show and with a serious breach: made, scanned or missing, on the page and in the call.</summary>
public abstract class PackTests(Home home)
{
    [Fact]
    public async Task The_street_hands_a_no_show_over_with_its_letter_its_certificate_and_the_receipt()
    {
        var (client, measure) = await home.OverdueAsync("未报到人");
        var street = await home.SignedInAsync("street");
        var page = $"/measures/{measure}/confirm?do=HandOver";

        Assert.Equal(["pack-missing", "pack-after", "pack-after"], await StatesAsync(street, $"/measures/{measure}/confirm?do=ConfirmOverdue"));
        await home.ActAsync("street", measure, "confirmOverdue", new { on = "2026-11-20" });
        Assert.Equal(["pack-missing", "pack-missing", "pack-missing"], await StatesAsync(street, page));
        Assert.InRange(await street.StatementsOfAsync(page), 1, 8);
        var html = WebUtility.HtmlDecode(await street.GetStringAsync(page));
        foreach (var kind in (PaperKind[])[PaperKind.Warning, PaperKind.OverdueCertificate, PaperKind.HandOverReceipt])
        {
            var act = await home.WithDbAsync(db => db.MeasureActs.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
            Assert.Contains($"/people/{client}/papers/new?kind={kind}&measure={measure}&act={act}", html, StringComparison.Ordinal);
        }

        var letter = await home.MakePaperAsync(street, client, PaperKind.Warning, new() { ["Input.Facts"] = "逾期未报到" }, measure);
        var certificate = await home.MakePaperAsync(street, client, PaperKind.OverdueCertificate, new() { ["Input.Facts"] = "两次上门未见" }, measure);
        var receipt = await home.MakePaperAsync(street, client, PaperKind.HandOverReceipt, [], measure);

        Assert.Equal(["pack-there", "pack-there", "pack-there"], await StatesAsync(street, page));
        Assert.Contains($"/papers/{certificate.Id}", await street.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains("无正当理由逾期不报到的，视为拒绝接受社区戒毒", await PaperCalls.PrintedAsync(street, letter.Id), StringComparison.Ordinal);
        var text = await PaperCalls.PrintedAsync(street, certificate.Id);
        Assert.Contains("两次上门未见", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月20日", text, StringComparison.Ordinal);
        Assert.Contains("逾期未报到", await PaperCalls.PrintedAsync(street, receipt.Id), StringComparison.Ordinal);
        await street.SendFormAsync($"/papers/{certificate.Id}?do=void", "void", new() { ["Input.Reason"] = "写错" });
        Assert.Equal(["pack-there", "pack-missing", "pack-there"], await StatesAsync(street, page));
    }

    [Fact]
    public async Task A_breach_shows_the_notice_that_was_not_served_and_is_handed_over_all_the_same()
    {
        var (client, measure) = await home.RunningAsync();
        await home.ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        var browser = await home.SignedInAsync("worker");
        var notice = await home.MakePaperAsync(browser, client, PaperKind.TestNotice, []);
        var leader = await home.SignedInAsync("leader");

        Assert.Equal(["pack-missing", "pack-unserved", "pack-missing", "pack-after"], await StatesAsync(leader, $"/measures/{measure}/confirm?do=ConfirmBreach"));
        await home.ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
        await browser.SendFormAsync($"/papers/{notice.Id}?do=serve", "serve", new() { ["Input.On"] = "2026-11-23", ["Input.Mode"] = "inPerson" });
        await home.MakePaperAsync(browser, client, PaperKind.BreachCertificate, []);

        Assert.Equal(["pack-missing", "pack-there", "pack-there", "pack-missing"], await StatesAsync(leader, $"/measures/{measure}/confirm?do=HandOver"));
        var answer = await leader.SendFormAsync($"/measures/{measure}/confirm?do=HandOver", "act", new() { ["Input.On"] = "2026-11-23", ["Input.DocumentNumber"] = "回执9" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_scan_of_the_signed_original_counts_in_the_pack_on_the_page_and_in_the_call()
    {
        var (client, measure) = await home.RunningAsync();
        await home.ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        await home.ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
        var leader = await home.SignedInAsync("leader");
        var page = $"/measures/{measure}/confirm?do=HandOver";
        Assert.Equal(["pack-missing", "pack-missing", "pack-missing", "pack-missing"], await StatesAsync(leader, page));
        foreach (var (slot, on) in (IEnumerable<(string, string)>)[("warnings", "2026-06-10"), ("breaches", "2026-07-16"), ("testNotices", "2026-06-01")])
        {
            var answer = await home.Api("worker").PostAsync($"/people/{client}/scans", new { slot, on, measureId = measure, file = Convert.ToBase64String(Scans.Pdf(slot)) });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        await home.MakePaperAsync(await home.SignedInAsync("worker"), client, PaperKind.BreachCertificate, []);

        Assert.Equal(["pack-scanned", "pack-scanned", "pack-there", "pack-missing"], await StatesAsync(leader, page));
        Assert.Contains("扫描件 2026-06-10", WebUtility.HtmlDecode(await leader.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.InRange(await leader.StatementsOfAsync(page), 1, 8);
        var pack = await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}/evidence-pack")).JsonAsync();
        Assert.Equal("breachConfirmed", pack.GetProperty("confirmation").GetString());
        Assert.Equal(["warning True 0 1", "testNotice True 0 1", "breachCertificate True 1 1", "handOverReceipt False 0 0"], pack.GetProperty("pieces").EnumerateArray()
            .Select(piece => $"{piece.GetProperty("kind").GetString()} {piece.GetProperty("there").GetBoolean()} {piece.GetProperty("papers").GetArrayLength()} {piece.GetProperty("scans").GetArrayLength()}"));
    }

    [Fact]
    public async Task The_call_tells_the_pack_before_the_step_nothing_where_nothing_is_handed_over_and_nobody_elsewhere()
    {
        var (_, measure) = await home.OverdueAsync("逾期人");
        var address = $"/api/v1/measures/{measure}/evidence-pack";

        var idle = await (await home.Api("worker").GetAsync(address)).JsonAsync();
        var asked = await (await home.Api("street").GetAsync($"{address}?confirm=overdue")).JsonAsync();

        Assert.Equal((null, 0), (idle.GetProperty("confirmation").GetString(), idle.GetProperty("pieces").GetArrayLength()));
        Assert.Equal(("overdueConfirmed", 3), (asked.GetProperty("confirmation").GetString(), asked.GetProperty("pieces").GetArrayLength()));
        Assert.Equal(HttpStatusCode.BadRequest, (await home.Api("worker").GetAsync($"{address}?confirm=nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").GetAsync(address)).StatusCode);
    }

    /// <summary>How each paper of the pack stands, in the order of the page.</summary>
    static async Task<IEnumerable<string>> StatesAsync(HttpClient browser, string page)
    {
        var words = new Dictionary<string, string> { ["已制作"] = "pack-there", ["未登记送达"] = "pack-unserved", ["未制作"] = "pack-missing", ["已有扫描件"] = "pack-scanned", ["认定后制作"] = "pack-after" };
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        var list = html[html.IndexOf("class=\"release-file\"", StringComparison.Ordinal)..];
        return list[..list.IndexOf("</section>", StringComparison.Ordinal)].Split("</li>")[..^1].Select(line => words[words.Keys.Single(word => line.Contains($">{word}<", StringComparison.Ordinal))]);
    }
}

public sealed class PacksOnSqlite(SqliteHome home) : PackTests(home), IClassFixture<SqliteHome>;

public sealed class PacksOnPostgres(PostgresHome home) : PackTests(home), IClassFixture<PostgresHome>;

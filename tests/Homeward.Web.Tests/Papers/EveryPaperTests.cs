using System.Net;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>Every paper that there is, made at the form, and the packs that go to the police.</summary>
public abstract class EveryPaperTests(Home home)
{
    [Fact]
    public async Task Every_kind_can_be_made_shown_and_drawn()
    {
        var browser = await home.SignedInAsync("worker");
        var client = await home.PaperClientAsync("全套人");
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client));
        var screen = await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        var made = new List<Paper>();

        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            var (whom, measure) = PaperRules.Of(kind) is { About.Count: > 0, NeedsAct: true } ? await AboutAsync(kind) : (client, await MeasureOfAsync(client));
            var paper = await home.MakePaperAsync(browser, whom, kind, new() { ["Input.ScreenId"] = $"{screen}" }, measure);
            made.Add(paper);

            Assert.Contains(paper.Number, await PaperCalls.PrintedAsync(browser, paper.Id), StringComparison.Ordinal);
            Assert.True((await browser.GetByteArrayAsync($"/papers/{paper.Id}.pdf")).Length > 2_000, $"{kind}");
        }

        Assert.Equal(19, made.Count);
        Assert.All(made, paper => Assert.Equal(PaperRules.Of(paper.Kind) is { About.Count: > 0, NeedsAct: true }, paper.ActId is not null));
    }

    [Fact]
    public async Task The_street_hands_a_no_show_over_with_its_letter_its_certificate_and_the_receipt()
    {
        var (client, measure) = await OverdueAsync("未报到人");
        var street = await home.SignedInAsync("street");
        var page = $"/measures/{measure}/confirm?do=HandOver";

        Assert.Equal(["pack-after", "pack-after", "pack-after"], await StatesAsync(street, $"/measures/{measure}/confirm?do=ConfirmOverdue"));
        await ActAsync("street", measure, "confirmOverdue", new { on = "2026-11-20" });
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
        var (client, measure) = await RunningAsync();
        await ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        var browser = await home.SignedInAsync("worker");
        var notice = await home.MakePaperAsync(browser, client, PaperKind.TestNotice, []);
        var leader = await home.SignedInAsync("leader");

        Assert.Equal(["pack-missing", "pack-unserved", "pack-after", "pack-after"], await StatesAsync(leader, $"/measures/{measure}/confirm?do=ConfirmBreach"));
        await ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
        await browser.SendFormAsync($"/papers/{notice.Id}?do=serve", "serve", new() { ["Input.On"] = "2026-11-23", ["Input.Mode"] = "inPerson" });
        await home.MakePaperAsync(browser, client, PaperKind.BreachCertificate, []);

        Assert.Equal(["pack-missing", "pack-there", "pack-there", "pack-missing"], await StatesAsync(leader, $"/measures/{measure}/confirm?do=HandOver"));
        var answer = await leader.SendFormAsync($"/measures/{measure}/confirm?do=HandOver", "act", new() { ["Input.On"] = "2026-11-23", ["Input.DocumentNumber"] = "回执9" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_notice_of_rights_tells_of_driving_of_three_clean_years_and_of_sealed_records()
    {
        var client = await home.PaperClientAsync("告知人");
        var browser = await home.SignedInAsync("worker");

        var paper = await home.MakePaperAsync(browser, client, PaperKind.RightsNotice, []);

        var text = await PaperCalls.PrintedAsync(browser, paper.Id);
        Assert.Equal("RightsNotice.2", paper.TemplateVersion);
        Assert.Contains("三年内有吸食、注射毒品行为", text, StringComparison.Ordinal);
        Assert.Contains("不得申请机动车驾驶证", text, StringComparison.Ordinal);
        Assert.Contains("予以封存", text, StringComparison.Ordinal);
        Assert.Contains("不再实行动态管控", text, StringComparison.Ordinal);
    }

    /// <summary>A client to whom that has happened of which the paper tells.</summary>
    async Task<(Guid Client, Guid Measure)> AboutAsync(PaperKind kind)
    {
        var (client, measure) = kind == PaperKind.OverdueCertificate ? await OverdueAsync("逾期人") : await RunningAsync(kind == PaperKind.ReleaseNotice ? "2023-06-01" : "2026-05-10");
        switch (kind)
        {
            case PaperKind.OverdueCertificate:
                await ActAsync("leader", measure, "confirmOverdue", new { on = "2026-11-20" });
                break;
            case PaperKind.BreachCertificate or PaperKind.HandOverReceipt:
                await ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
                await ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
                break;
            case PaperKind.LeaveReport:
                await ActAsync("worker", measure, "leave", new { on = "2026-11-20", to = "2026-11-28", reportedInWriting = true });
                break;
            case PaperKind.TransferLetter:
                await ActAsync("worker", measure, "transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome" });
                break;
            case PaperKind.Suspension or PaperKind.Resumption:
                await ActAsync("worker", measure, "suspend", new { on = "2026-10-01", reason = "detained", documentNumber = "中1" });
                if (kind == PaperKind.Resumption)
                {
                    await ActAsync("worker", measure, "resume", new { on = "2026-11-01", documentNumber = "恢1" });
                }
                break;
            case PaperKind.Termination:
                await ActAsync("worker", measure, "terminate", new { on = "2026-11-20", reason = "imprisoned", issuer = "court", documentNumber = "判1" });
                break;
            case PaperKind.ReleaseNotice:
                await ActAsync("worker", measure, "release", new { on = "2026-06-01", reason = "policeReleased", documentNumber = "解1" });
                break;
            default:
                throw new InvalidOperationException($"The test knows no act for {kind}.");
        }
        return (client, measure);
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync(string reportedOn = "2026-05-10")
    {
        var client = await home.NewClientAsync("worker", "pointA", "措施人");
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: reportedOn));
    }

    async Task<(Guid Client, Guid Measure)> OverdueAsync(string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    Task<Guid> MeasureOfAsync(Guid client) => home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());

    async Task ActAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>How each paper of the pack stands, in the order of the page.</summary>
    static async Task<IEnumerable<string>> StatesAsync(HttpClient browser, string page)
    {
        var words = new Dictionary<string, string> { ["已制作"] = "pack-there", ["未登记送达"] = "pack-unserved", ["未制作"] = "pack-missing", ["认定后制作"] = "pack-after" };
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        var list = html[html.IndexOf("class=\"release-file\"", StringComparison.Ordinal)..];
        return list[..list.IndexOf("</section>", StringComparison.Ordinal)].Split("</li>")[..^1].Select(line => words[words.Keys.Single(word => line.Contains($">{word}<", StringComparison.Ordinal))]);
    }
}

public sealed class EveryPaperOnSqlite(SqliteHome home) : EveryPaperTests(home), IClassFixture<SqliteHome>;

public sealed class EveryPaperOnPostgres(PostgresHome home) : EveryPaperTests(home), IClassFixture<PostgresHome>;

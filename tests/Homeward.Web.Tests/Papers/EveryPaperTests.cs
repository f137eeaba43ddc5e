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
        var (client, measure) = kind == PaperKind.OverdueCertificate ? await home.OverdueAsync("逾期人") : await home.RunningAsync(kind == PaperKind.ReleaseNotice ? "2023-06-01" : "2026-05-10");
        switch (kind)
        {
            case PaperKind.OverdueCertificate:
                await home.ActAsync("leader", measure, "confirmOverdue", new { on = "2026-11-20" });
                break;
            case PaperKind.BreachCertificate or PaperKind.HandOverReceipt:
                await home.ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
                await home.ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
                break;
            case PaperKind.LeaveReport:
                await home.ActAsync("worker", measure, "leave", new { on = "2026-11-20", to = "2026-11-28", reportedInWriting = true });
                break;
            case PaperKind.TransferLetter:
                await home.ActAsync("worker", measure, "transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
                break;
            case PaperKind.Suspension or PaperKind.Resumption:
                await home.ActAsync("worker", measure, "suspend", new { on = "2026-10-01", reason = "detained", documentNumber = "中1" });
                if (kind == PaperKind.Resumption)
                {
                    await home.ActAsync("worker", measure, "resume", new { on = "2026-11-01", documentNumber = "恢1" });
                }
                break;
            case PaperKind.Termination:
                await home.ActAsync("worker", measure, "terminate", new { on = "2026-11-20", reason = "imprisoned", issuer = "court", documentNumber = "判1" });
                break;
            case PaperKind.ReleaseNotice:
                await home.ActAsync("worker", measure, "release", new { on = "2026-06-01", reason = "policeReleased", documentNumber = "解1" });
                break;
            default:
                throw new InvalidOperationException($"The test knows no act for {kind}.");
        }
        return (client, measure);
    }

    Task<Guid> MeasureOfAsync(Guid client) => home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
}

public sealed class EveryPaperOnSqlite(SqliteHome home) : EveryPaperTests(home), IClassFixture<SqliteHome>;

public sealed class EveryPaperOnPostgres(PostgresHome home) : EveryPaperTests(home), IClassFixture<PostgresHome>;

using System.Text;
using Homeward.Domain.People;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Risk;

/// <summary>A level that comes by a sheet goes the same way as one that is typed.</summary>
public abstract class RiskRosterTests(Home home)
{
    [Fact]
    public async Task A_roster_does_not_lower_a_level_past_the_second_person()
    {
        var number = ApiCalls.NewNumber();
        var roster = "姓名,性别,身份证号,街道,人员类别,风险等级\n花名册人,男," + number + ",欧阳路街道,戒断三年以上,";
        var browser = await home.SignedInAsync("leader");

        await ImportAsync(browser, roster + "高风险\n");
        await ImportAsync(browser, roster + "低风险\n");
        await ImportAsync(browser, roster + "低风险\n");

        var client = await home.WithDbAsync(db => db.RiskRecords.Where(record => record.State == RiskState.Waiting && record.Reason == "roster").Select(record => record.ClientId).SingleAsync());
        var (level, waiting) = await home.WithDbAsync(async db => (
            await db.Clients.Where(found => found.Id == client).Select(found => found.Risk).SingleAsync(), await db.RiskRecords.CountAsync(record => record.ClientId == client && record.State == RiskState.Waiting)));
        Assert.Equal((RiskLevel.High, 1), (level!.Value, waiting));
    }

    static async Task ImportAsync(HttpClient browser, string roster)
    {
        var run = await browser.UploadAsync("roster", "名单.csv", Encoding.UTF8.GetBytes(roster));
        await browser.WaitAsync(run, "apply");
        await browser.SendFormAsync(run!, "apply", []);
        await browser.WaitAsync(run, "已导入");
    }
}

public sealed class RiskRostersOnSqlite(SqliteHome home) : RiskRosterTests(home), IClassFixture<SqliteHome>;

public sealed class RiskRostersOnPostgres(PostgresHome home) : RiskRosterTests(home), IClassFixture<PostgresHome>;

using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Exchange;

/// <summary>Import through the browser: checked first, shown row by row, applied when its owner says so.</summary>
public abstract class ImportPagesTests(Home home)
{
    [Fact]
    public async Task A_file_is_checked_without_a_write_shown_row_by_row_and_then_applied()
    {
        var browser = await home.SignedInAsync("worker");
        var number = ApiCalls.NewNumber();
        var roster = $"姓名,性别,身份证号,街道,人员类别\n预览人,男,{number},欧阳路街道,戒断三年以上\n错号人,男,310109198503120000,欧阳路街道,戒断三年以上\n";

        var run = (await browser.UploadAsync("roster", "名单.csv", Encoding.UTF8.GetBytes(roster)))!;
        var preview = await browser.WaitAsync(run + "?tab=created", "apply");
        var before = await home.WithDbAsync(db => db.Clients.CountAsync());
        await browser.SendFormAsync(run, "apply", []);
        await browser.WaitAsync(run, "已导入");
        var rejected = await browser.GetStringAsync(run + "?tab=rejected");
        var after = await home.WithDbAsync(db => db.Clients.CountAsync());

        Assert.Contains("预览人", preview, StringComparison.Ordinal);
        Assert.DoesNotContain(number, preview, StringComparison.Ordinal);
        Assert.DoesNotContain("错号人", preview, StringComparison.Ordinal);
        Assert.Equal(before + 1, after);
        Assert.Contains("校验位", rejected, StringComparison.Ordinal);
        using var workbook = new ZipArchive(await browser.GetStreamAsync(run + "/errors"));
        var refused = await Task.WhenAll(workbook.Entries.Select(async part => await new StreamReader(part.Open()).ReadToEndAsync()));
        // In the language of whoever sent the file.
        Assert.Contains(refused, part => part.Contains("校验位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_says_why_and_not_to_send_it_again()
    {
        var browser = await home.SignedInAsync("worker");
        var roster = new StringBuilder("姓名,性别,身份证号,街道,人员类别\n");
        for (var row = 0; row < 50; row++)
        {
            roster.Append(CultureInfo.InvariantCulture, $"某人{row},男,{ApiCalls.NewNumber()},欧阳路街道,戒断三年以上\n");
        }
        roster.Append('"').Append('长', 40_000).Append("\",男,,欧阳路街道,戒断三年以上\n");

        var run = (await browser.UploadAsync("roster", "名单.csv", Encoding.UTF8.GetBytes(roster.ToString())))!;
        var page = await browser.WaitAsync(run, "文件无法读完");

        Assert.Contains("有单元格超过", page, StringComparison.Ordinal);
        Assert.DoesNotContain("请重新上传以继续", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_file_is_shown_to_its_owner_and_lies_sealed()
    {
        var browser = await home.SignedInAsync("worker");
        var run = (await browser.UploadAsync("roster", "仇小名单.csv", Encoding.UTF8.GetBytes($"姓名,性别,身份证号,街道,人员类别\n某人,男,{ApiCalls.NewNumber()},欧阳路街道,戒断三年以上\n")))!;

        var id = Guid.Parse(run[^36..]);
        var kept = await home.WithDbAsync(db => db.ImportRuns.AsNoTracking().SingleAsync(found => found.Id == id));

        Assert.Contains("仇小名单", await browser.GetStringAsync("/imports"), StringComparison.Ordinal);
        Assert.DoesNotContain("仇小名单", Encoding.UTF8.GetString(kept.FileName!.ToStored()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_somebody_else_is_not_there()
    {
        var run = await (await home.SignedInAsync("leader")).UploadAsync("roster", "名单.csv", Encoding.UTF8.GetBytes($"姓名,性别,身份证号,街道,人员类别\n某人,男,{ApiCalls.NewNumber()},欧阳路街道,戒断三年以上\n"));
        var other = await home.SignedInAsync("worker");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(run)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(run + "/errors")).StatusCode);
    }

    [Theory]
    [InlineData("roster", "virus.xlsx", "MZ\u0090 this is a program")]
    [InlineData("roster", "../../etc/passwd", "root:x:0:0")]
    [InlineData("roster", "page.csv", "<html><script>alert(1)</script></html>")]
    [InlineData("roster", "empty.csv", "")]
    [InlineData("units", "units.csv", "code,name,level\nX,Y,point\n")]
    [InlineData("nonsense", "x.csv", "a,b\n")]
    public async Task What_is_no_table_or_not_the_callers_to_import_is_refused_on_the_form(string sheet, string name, string content)
    {
        var browser = await home.SignedInAsync("worker");
        var before = await home.WithDbAsync(db => db.ImportRuns.CountAsync());

        var run = await browser.UploadAsync(sheet, name, Encoding.Latin1.GetBytes(content), mayFail: true);

        Assert.Null(run);
        Assert.Equal(before, await home.WithDbAsync(db => db.ImportRuns.CountAsync()));
    }
}

public sealed class ImportPagesOnSqlite(SqliteHome home) : ImportPagesTests(home), IClassFixture<SqliteHome>;

public sealed class ImportPagesOnPostgres(PostgresHome home) : ImportPagesTests(home), IClassFixture<PostgresHome>;

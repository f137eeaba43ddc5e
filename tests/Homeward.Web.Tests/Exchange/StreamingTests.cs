using System.Globalization;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.Exchange.Writing;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Exchange;

[Collection(nameof(Alone))]
public sealed class StreamingTests
{
    [Fact]
    public void A_sheet_of_100_000_rows_streams_in_little_memory()
    {
        using var stream = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        using (var writer = SheetWriter.ToWorkbook(stream, Sheet.Units, CultureInfo.InvariantCulture))
        {
            for (var i = 0; i < 100_000; i++)
            {
                writer.Write(new Dictionary<string, object?> { ["code"] = "U" + i, ["name"] = "Point " + i, ["level"] = "point", ["parentCode"] = "31" });
            }
        }
        using var file = TableFile.Open(stream);
        var table = Table.Find(file, Sheet.Units);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, highest) = (0, 0L);
        foreach (var row in table.Rows().Select(UnitRow.Parse))
        {
            count += row.IsTaken ? 1 : 0;
            highest = count % 25_000 == 0 ? Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before) : highest;
        }

        Assert.Equal(100_000, count);
        Assert.InRange(highest, 0, 8 * 1024 * 1024);
    }
}

using System.Text;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

public sealed class MessyCellTests
{
    [Theory]
    [InlineData("2021.3.5")]
    [InlineData("2021/03/05")]
    [InlineData("20210305")]
    [InlineData("2021-03-05")]
    [InlineData("2021-03-05 00:00:00")]
    [InlineData(" 2021 . 3 . 5 ")]
    [InlineData("44260")]
    [InlineData("44260.75")]
    public void A_day_is_read_however_it_is_written(string text)
    {
        Assert.True(DayText.TryParse(text, false, out var day));
        Assert.Equal(new DateOnly(2021, 3, 5), day);
    }

    [Theory]
    [InlineData("yearMonthDay")]
    [InlineData("fullWidthDay")]
    public void A_day_in_Chinese_words_is_read(string name)
    {
        Assert.True(DayText.TryParse(Samples.Text(name), false, out var day));
        Assert.Equal(new DateOnly(2021, 3, 5), day);
    }

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021")]
    [InlineData("2021-3")]
    [InlineData("20211301")]
    [InlineData("5/3/2021")]
    [InlineData("yesterday")]
    [InlineData("123456789")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.False(DayText.TryParse(text, false, out _));

    [Theory]
    [InlineData(1, "1900-01-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(61, "1900-03-01")]
    [InlineData(44260, "2021-03-05")]
    public void Day_numbers_pass_over_the_day_that_never_was(int number, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), DayNumber.ToDay(number, false));

    [Fact]
    public void Invisible_and_direction_marks_are_taken_out_and_emoji_kept() =>
        Assert.Equal(Samples.Text("emojiClean"), PlainText.Line(Samples.Text("emojiRemark")));

    [Theory]
    [InlineData("138 0013-8000", "13800138000", true)]
    [InlineData("+86 13800138000/021-65401234", "13800138000 02165401234", true)]
    [InlineData("ask his mother", "ask his mother", false)]
    public void Phone_numbers_lose_what_is_no_digit(string text, string expected, bool usual)
    {
        Assert.Equal(expected, string.Join(' ', PhoneText.Parse(text, out var allUsual)));
        Assert.Equal(usual, allUsual);
    }

    [Fact]
    public void Formulas_give_their_cached_value_and_text_stays_text()
    {
        var cells = FirstCells(new RawWorkbook { SharedTexts = "<si><r><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si><t>a_x0009_b</t></si>" }.Sheet("One",
            """<row r="3"><c r="A3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="D3" t="inlineStr"><is><t>=1+1</t></is></c><c r="E3" t="s"><v>0</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" s="1"><v>44260</v></c><c r="H3" s="2"><f>G3</f><v>44260</v></c><c r="I3"><v>3.10109900307109E+14</v></c><c r="J3" t="s"><v>1</v></c><c r="K3" t="e"><v>#REF!</v></c></row>"""));

        Assert.Equal(["ab", "2", "", "=1+1", "rich", "TRUE", "2021-03-05", "2021-03-05", "310109900307109", "a\tb", "#REF!"], cells);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var workbook = new RawWorkbook { CountsFrom1904 = true }.Sheet("One", """<row><c s="1"><v>42798</v></c><c><v>42798</v></c></row>""");
        Assert.Equal(["2021-03-05", "42798"], FirstCells(workbook));
        Assert.True(DayText.TryParse("42798", countsFrom1904: true, out var day));
        Assert.Equal(new DateOnly(2021, 3, 5), day);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    public void Titles_and_words_are_found_in_every_encoding(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var known = Encoding.GetEncoding(encoding);
        var text = Samples.Text("mergedTitle") + Samples.Text("blankLines") + Samples.Text("titles") + Samples.Text("blankLines") + Samples.Text("person");
        using var file = TableFile.Open(new MemoryStream([.. mark ? known.GetPreamble() : [], .. known.GetBytes(text)]));
        var roster = Samples.Roster(file);
        var summary = roster.Check();
        var row = Assert.Single(roster.Taken());

        Assert.Empty(summary.Rejected);
        Assert.Equal((7, 2), (row.Row, row.Name.Length));
        Assert.Equal(3, summary.Warnings.Count);
    }

    [Fact]
    public void Without_a_running_number_the_line_names_the_row()
    {
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("Title\n\ncode,name,level\n\n1,\"two\nlines\",point\n2,Two,nowhere\n")));
        var rows = Table.Find(file, Sheet.Units).Rows().Select(UnitRow.Parse).ToList();

        Assert.Equal([5, 7], rows.Select(row => row.Row));
        Assert.Equal("two lines", rows[0].Value!.Name);
        Assert.Equal("unknown-level", Assert.Single(rows[1].Reasons).Code);
    }

    static IReadOnlyList<string> FirstCells(RawWorkbook workbook)
    {
        using var file = TableFile.Open(workbook.Build());
        return file.Rows(file.Worksheets[0]).First().Cells;
    }
}

using System.IO.Compression;
using System.Text;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

public sealed class UnusableFileTests
{
    static readonly string Header = RawWorkbook.TextRow("code", "name", "level");

    [Fact]
    public void A_program_named_xlsx_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        File.WriteAllBytes(path, [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]);
        try
        {
            Assert.Equal("unusable-file", Assert.Throws<UnusableFileException>(() => TableFile.Open(path)).Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("PK\u0003\u0004 but no archive")]
    [InlineData("text\0with a nought")]
    public void What_is_neither_workbook_nor_text_is_refused(string content) =>
        Assert.Equal("unusable-file", CodeOf(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("is-pdf", "%PDF-1.7 and so on")]
    [InlineData("is-picture", "\u0089PNG\r\n")]
    [InlineData("is-picture", "\u00FF\u00D8\u00FF\u00E0\0")]
    [InlineData("is-document", "{\\rtf1 text}")]
    [InlineData("is-web-page", "<html><table><tr><td>code</td></tr></table></html>")]
    [InlineData("is-web-page", "\u00EF\u00BB\u00BF\r\n <TABLE><tr><td>code</td></tr></TABLE>")]
    public void A_file_that_is_something_else_is_called_by_what_it_is(string code, string content) =>
        Assert.Equal(code, CodeOf(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("roster.xlsx", "text-not-workbook")]
    [InlineData("roster.XLS", "text-not-workbook")]
    [InlineData("roster.csv", "no-fitting-worksheet")]
    public void Text_named_as_a_workbook_in_which_nothing_fits_is_told_so(string name, string code)
    {
        using var file = TableFile.Open(new MemoryStream("code,name\n1,One\n"u8.ToArray()), name: name);

        Assert.Equal(code, Assert.Throws<UnusableFileException>(() => Table.Find(file, Sheet.Units)).Code);
    }

    [Fact]
    public void Text_named_as_a_workbook_is_read_where_it_fits()
    {
        using var file = TableFile.Open(new MemoryStream("code,name,level\n1,One,city\n"u8.ToArray()), name: "units.xlsx");

        Assert.Single(Table.Find(file, Sheet.Units).Rows());
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("empty-file", CodeOf([]));

    [Fact]
    public void An_encrypted_workbook_is_told_from_an_old_one()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]];
        Assert.Equal("old-workbook", CodeOf(compound));
        Assert.Equal("encrypted-file", CodeOf([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused() => Assert.Equal("unknown-encoding", CodeOf([.. "code,name,level\n"u8, 0xFF, 0xFF, 0x20, 0xFF]));

    [Fact]
    public void A_file_above_the_limit_is_refused_unread()
    {
        var limits = new ReadingLimits { FileBytes = 10 };
        Assert.Equal("too-large", Assert.Throws<UnusableFileException>(() => TableFile.Open(new MemoryStream(new byte[11]), limits)).Code);
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("letter.txt").Open().Dispose();
        }
        Assert.Equal("not-a-workbook", CodeOf(stream.ToArray()));
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_parsed()
    {
        var bomb = new RawWorkbook { Extra = archive => Fill(archive, "xl/media/bomb.bin", 300) }.Sheet("Units", Header).Build();
        Assert.Equal("zip-bomb", Assert.Throws<UnusableFileException>(() => TableFile.Open(bomb)).Code);
    }

    [Fact]
    public void A_text_that_would_fill_the_memory_is_refused_before_it_is_parsed()
    {
        var limits = new ReadingLimits { Ratio = 100_000 };
        var rows = Header + RawWorkbook.TextRow(new string('a', 5_000_000));
        Assert.Equal("cell-too-long", Assert.Throws<UnusableFileException>(() => TableFile.Open(new RawWorkbook().Sheet("Units", rows).Build(), limits)).Code);
    }

    [Theory]
    [InlineData(3, 5, "too-many-rows")]
    [InlineData(9, 2, "too-many-columns")]
    public void A_sheet_beyond_the_limits_is_refused(int rows, int columns, string code)
    {
        var limits = new ReadingLimits { Rows = rows, Columns = columns };
        var lines = string.Concat(Enumerable.Repeat(RawWorkbook.TextRow("1", "Point", "point"), 5));
        Assert.Equal(code, Assert.Throws<UnusableFileException>(() => ReadAll(new RawWorkbook().Sheet("Units", Header + lines).Build(), limits)).Code);
        var csv = Encoding.UTF8.GetBytes("code,name,level\n" + string.Concat(Enumerable.Repeat("1,Point,point\n", 5)));
        Assert.Equal(code, Assert.Throws<UnusableFileException>(() => ReadAll(new MemoryStream(csv), limits)).Code);
    }

    [Fact]
    public void A_cell_beyond_the_limit_is_refused()
    {
        var text = new string('a', 32_768);
        Assert.Equal("cell-too-long", Assert.Throws<UnusableFileException>(() => ReadAll(new RawWorkbook().Sheet("Units", Header + RawWorkbook.TextRow(text)).Build())).Code);
        Assert.Equal("cell-too-long", Assert.Throws<UnusableFileException>(() => ReadAll(new MemoryStream(Encoding.UTF8.GetBytes("code,name,level\n" + text)))).Code);
    }

    [Fact]
    public void A_broken_worksheet_is_refused()
    {
        var broken = new RawWorkbook().Sheet("Units", Header + "<row><c></row>").Build();
        Assert.Equal("unusable-file", Assert.Throws<UnusableFileException>(() => ReadAll(broken)).Code);
    }

    [Fact]
    public void Which_worksheet_is_meant_must_be_clear()
    {
        Assert.Equal("no-fitting-worksheet", FindCode(new RawWorkbook().Sheet("Letter", RawWorkbook.TextRow("Dear all"))));
        Assert.Equal("ambiguous-worksheet", FindCode(new RawWorkbook().Sheet("One", Header).Sheet("Two", Header)));
        Assert.Equal("worksheet-not-found", FindCode(new RawWorkbook().Sheet("One", Header), "Three"));
        Assert.Equal("no-fitting-worksheet", FindCode(new RawWorkbook().Sheet("One", Header).Sheet("Two", ""), "Two"));
        Assert.Equal("column-twice", FindCode(new RawWorkbook().Sheet("One", RawWorkbook.TextRow("code", "name", "level", "Name"))));
    }

    [Fact]
    public void A_second_sheet_and_a_hidden_copy_do_not_confuse()
    {
        using var file = TableFile.Open(new RawWorkbook().Sheet("Notes", RawWorkbook.TextRow("Hello")).Sheet("Units", Header).Sheet("Copy", Header, "state=\"hidden\"").Build());
        Assert.Equal("Units", Table.Find(file, Sheet.Units).Worksheet.Name);
        Assert.Equal("Copy", Table.Find(file, Sheet.Units, "Copy").Worksheet.Name);
    }

    static string CodeOf(byte[] bytes) => Assert.Throws<UnusableFileException>(() => TableFile.Open(new MemoryStream(bytes))).Code;

    static string FindCode(RawWorkbook workbook, string? name = null)
    {
        using var file = TableFile.Open(workbook.Build());
        return Assert.Throws<UnusableFileException>(() => Table.Find(file, Sheet.Units, name)).Code;
    }

    static void ReadAll(Stream stream, ReadingLimits? limits = null)
    {
        using var file = TableFile.Open(stream, limits);
        Assert.NotEmpty(Table.Find(file, Sheet.Units).Rows().ToList());
    }

    static void Fill(ZipArchive archive, string name, int megabytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        var block = new byte[1024 * 1024];
        for (var i = 0; i < megabytes; i++)
        {
            entry.Write(block);
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.Exchange.Writing;

namespace Homeward.Web.Tests.Exchange;

public sealed class WritingTests
{
    [Theory]
    [InlineData(true, "zh-CN")]
    [InlineData(true, "en")]
    [InlineData(false, "zh-CN")]
    [InlineData(false, "en")]
    public void What_was_exported_imports_again_unchanged(bool toWorkbook, string language)
    {
        using var file = TableFile.Open(Samples.PathOf("roster-hongkou.xlsx"));
        var roster = Samples.Roster(file);
        roster.Check();
        var before = roster.Taken().ToList();
        var stream = new MemoryStream();
        var culture = new CultureInfo(language);
        using (var writer = toWorkbook
            ? SheetWriter.ToWorkbook(stream, Sheet.Roster, culture, "Secret", "All streets")
            : SheetWriter.ToCsv(stream, Sheet.Roster, culture, "Secret", "All streets"))
        {
            before.ForEach(row => writer.Write(Values(row)));
        }

        stream.Position = 0;
        using var again = TableFile.Open(stream);
        var copy = Samples.Roster(again);
        Assert.Empty(copy.Check().Rejected);
        Assert.Equal(JsonSerializer.Serialize(before.Select(row => row with { Row = 0 })), JsonSerializer.Serialize(copy.Taken().Select(row => row with { Row = 0 })));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1+1")]
    public void A_text_that_looks_like_a_formula_is_neutral_and_comes_back(string text)
    {
        Assert.Equal(text, ThroughWorkbook(text));
        Assert.Equal(text, ThroughCsv(text, out var written));
        Assert.DoesNotContain("\n" + text, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'quoted'")]
    [InlineData("a_x0041_b")]
    [InlineData("<b>&\"\"\nline, two")]
    public void A_text_with_signs_of_the_format_comes_back(string text)
    {
        Assert.Equal(text, ThroughWorkbook(text));
        Assert.Equal(text, ThroughCsv(text, out _));
    }

    [Fact]
    public void A_full_width_formula_is_neutral_too()
    {
        ThroughCsv(Samples.Text("fullWidthFormula"), out var written);
        Assert.Contains("'" + Samples.Text("fullWidthFormula"), written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_workbook_shows_the_cells_with_the_reason_and_imports_after_repair()
    {
        using var file = TableFile.Open(Samples.PathOf("roster-hongkou.xlsx"));
        var (table, say, stream) = (Table.Find(file, Sheet.Roster), Samples.Words("en"), new MemoryStream());
        using (var errors = new ErrorWorkbook(stream, table, say))
        {
            Samples.Roster(file).Check(row => errors.Add(row.Cells, row.Reasons));
        }

        stream.Position = 0;
        using var again = TableFile.Open(stream);
        var summary = Samples.Roster(again).Check();
        Assert.Equal((26, 26), (summary.Read, summary.Rejected.Count));
        Assert.Equal([8, 12, 14], summary.Rejected.Take(3).Select(row => row.Row));
        var first = Table.Find(again, Sheet.Roster).Rows().First().Source.Cells;
        Assert.EndsWith("is not known.", first[^1], StringComparison.Ordinal);
        Assert.Equal("Reason", Table.Find(again, Sheet.Roster).Header[^1]);
    }

    [Fact]
    public void The_summary_has_exactly_the_promised_shape()
    {
        var summary = new ImportSummary { Read = 3, Created = 1, Updated = 0, Unchanged = 1 };
        summary.Reject(2, new Broken("no-name"));
        summary.Warn(3, new Broken("sex-mismatch"));

        Assert.Equal(
            """{"read":3,"created":1,"updated":0,"unchanged":1,"rejected":[{"row":2,"reasons":[{"code":"no-name","message":"The name is missing."}]}],"repaired":[],"warnings":[{"row":3,"code":"sex-mismatch","message":"The sex contradicts the ID number."}]}""",
            summary.ToJson(Samples.Words("en")));
        Assert.Equal(1, summary.ExitCode);
        Assert.StartsWith("Read 3 rows: 1 created", summary.ToText(Samples.Words("en")), StringComparison.Ordinal);
    }

    static Dictionary<string, object?> Values(RosterRow row) => new()
    {
        ["name"] = row.Name,
        ["sex"] = row.Sex.ToString().ToLowerInvariant(),
        ["idNumber"] = row.IdentityNumber.ToString(),
        ["birthDate"] = row.BirthDate,
        ["registeredAddress"] = row.RegisteredAddress,
        ["residenceAddress"] = row.ResidenceAddress,
        ["street"] = Samples.StreetName(row.StreetId),
        ["phone"] = row.Phones,
        ["kind"] = row.Measure?.Code() ?? "CLEAN",
        ["orderNumber"] = row.OrderNumber,
        ["orderedBy"] = row.OrderedBy,
        ["orderedOn"] = row.Days.OrderedOn,
        ["servedOn"] = row.Days.ServedOn,
        ["reportedOn"] = row.Days.ReportedOn,
        ["agreementSignedOn"] = row.Days.AgreementSignedOn,
        ["termYears"] = row.TermYears,
        ["substances"] = row.Substances,
        ["risk"] = row.Risk?.ToString().ToLowerInvariant(),
        ["worker"] = row.Worker,
        ["employment"] = row.Employment,
        ["education"] = row.Education,
        ["maritalStatus"] = row.MaritalStatus,
        ["remarks"] = row.Remarks,
    };

    static string ThroughWorkbook(string text)
    {
        var stream = new MemoryStream();
        using (var writer = new WorkbookWriter(stream, new TableLayout("T", ["A"])))
        {
            writer.Write([text]);
        }
        return SecondRow(stream);
    }

    static string ThroughCsv(string text, out string written)
    {
        var stream = new MemoryStream();
        using (var writer = new CsvTableWriter(stream, new TableLayout("T", ["A"])))
        {
            writer.Write([text]);
        }
        written = System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
        return SecondRow(stream);
    }

    static string SecondRow(MemoryStream stream)
    {
        stream.Position = 0;
        using var file = TableFile.Open(stream);
        return file.Rows(file.Worksheets[0]).ElementAt(1)[0];
    }
}

using Homeward.Domain.People;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>One drug screen of a person. Specimen, kind, conclusion and readings are the codes of the sheet.</summary>
public sealed record ScreenRow
{
    public required int Row { get; init; }
    public required IdentityNumber IdentityNumber { get; init; }
    public required DateOnly On { get; init; }
    public required string Specimen { get; init; }
    public required string Kind { get; init; }

    /// <summary>A written positive is preliminary until it is confirmed (rules R2.9).</summary>
    public required string Conclusion { get; init; }

    /// <summary>Analyte to reading, those that were written.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Testers { get; init; } = [];
    public string? Collector { get; init; }
    public string? Place { get; init; }
    public string? Remarks { get; init; }

    /// <summary>True where the file lacks a fact that R2.4 asks for: two testers, a collector, and for a woman the collector's sex.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What makes two rows the same screen.</summary>
    public string Key => $"{IdentityNumber}|{On:yyyyMMdd}|{Specimen}|{Kind}";

    public static Parsed<ScreenRow> Parse(RowCells cells, DateOnly asOf)
    {
        var reading = new RowReading(cells);
        var number = reading.IdentityNumber("idNumber", asOf);
        var on = reading.RequiredDay("on", asOf, number?.BirthDate);
        var conclusion = reading.RequiredChoice("conclusion");
        var readings = ReadingsOf(reading, cells.Sheet);
        CheckConclusion(reading, conclusion, readings);
        var row = Rest(reading, cells.Row) with { Readings = readings };
        var incomplete = NoteMissing(reading, row, number);
        return reading.Finish(() => row with { IdentityNumber = number!, On = on!.Value, Conclusion = conclusion!, IsIncomplete = incomplete });
    }

    static ScreenRow Rest(RowReading reading, int row) => new()
    {
        Row = row,
        IdentityNumber = null!,
        On = default,
        Conclusion = "",
        Specimen = reading.ChoiceOr("specimen", "urine") ?? "",
        Kind = reading.ChoiceOr("kind", "spot") ?? "",
        Testers = [.. new[] { reading.Name("tester1"), reading.Name("tester2") }.OfType<string>().Distinct()],
        Collector = reading.Name("collector"),
        Place = reading.Text("place"),
        Remarks = reading.Text("remarks"),
    };

    static Dictionary<string, string> ReadingsOf(RowReading reading, Sheet sheet)
    {
        var readings = new Dictionary<string, string>();
        foreach (var column in sheet.Columns.Where(column => column.Kind == ColumnKind.Reading))
        {
            if (reading.Choice(column.Key, "unknown-reading") is { } code)
            {
                readings[column.Key] = code;
            }
        }
        return readings;
    }

    static void CheckConclusion(RowReading reading, string? conclusion, Dictionary<string, string> readings)
    {
        var positive = readings.ContainsValue("positive");
        if (conclusion == "negative" && positive)
        {
            reading.Refuse("conclusion-mismatch");
        }
        if (conclusion == "positivePreliminary" && readings.Count > 0 && !positive)
        {
            reading.Warn("positive-without-reading");
        }
    }

    static bool NoteMissing(RowReading reading, ScreenRow row, IdentityNumber? number)
    {
        var lacksTester = row.Testers.Count < 2;
        var lacksCollector = row.Collector is null;
        var lacksSex = number?.Sex == Sex.Female;
        if (lacksTester)
        {
            reading.Warn("incomplete", reading.Column("tester2"));
        }
        if (lacksCollector)
        {
            reading.Warn("incomplete", reading.Column("collector"));
        }
        else if (lacksSex)
        {
            reading.Warn("collector-sex-unknown");
        }
        return lacksTester || lacksCollector || lacksSex;
    }
}

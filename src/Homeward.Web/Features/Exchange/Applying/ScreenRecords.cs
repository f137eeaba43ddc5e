using Homeward.Domain.Screening;
using AnalyteReading = Homeward.Domain.Screening.Reading;
using Homeward.Web.Features.Exchange.Rows;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>A row of screens as a record, and whether a record says what the row says. What the sheet has no column for does not count.</summary>
public static class ScreenRecords
{
    public static ScreenRecord Of(ScreenRow row) => new()
    {
        On = row.On,
        Kind = Parse<ScreenKind>(row.Kind),
        Specimen = Parse<Specimen>(row.Specimen),
        Outcome = ScreenOutcome.Done,
        Result = Parse<ScreenResult>(row.Conclusion),
        Readings = row.Readings.ToDictionary(pair => pair.Key, pair => Parse<AnalyteReading>(pair.Value)),
        FirstTester = row.Testers.ElementAtOrDefault(0),
        SecondTester = row.Testers.ElementAtOrDefault(1),
        Collector = row.Collector,
        Place = row.Place,
    };

    public static bool IsSame(Screen recorded, ScreenRecord record) =>
        recorded.Outcome == ScreenOutcome.Done
        && IsSame(recorded.Result, record.Result)
        && record.Readings.All(pair => recorded.Readings.TryGetValue(pair.Key, out var reading) && reading == pair.Value)
        && IsSame(recorded.FirstTester, record.FirstTester)
        && IsSame(recorded.SecondTester, record.SecondTester)
        && IsSame(recorded.Collector, record.Collector)
        && IsSame(recorded.Place, record.Place);

    /// <summary>A positive in a sheet is preliminary; confirmed since, it is the same screen.</summary>
    static bool IsSame(ScreenResult? recorded, ScreenResult? written) =>
        recorded == written || (recorded == ScreenResult.PositiveConfirmed && written == ScreenResult.PositivePreliminary);

    static bool IsSame(string? recorded, string? written) => written is null || (recorded is not null && PlainText.Name(recorded) == PlainText.Name(written));

    static T Parse<T>(string code) where T : struct, Enum => Enum.Parse<T>(code, ignoreCase: true);
}

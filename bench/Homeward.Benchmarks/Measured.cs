using System.Text.Json.Serialization;

namespace Homeward.Benchmarks;

/// <summary>
/// One side's figures: median milliseconds at concurrency 1, answers a second at 1 and at 16, and the processor time of one answer at 16, server and database together;
/// the median of the rounds.
/// </summary>
sealed record Side(double? Milliseconds, double PerSecondAlone, double PerSecond, double CpuMilliseconds);

/// <summary>What one kind of work came to.</summary>
sealed record Line(string Work, Side? Bare, Side? Thin, Side Product)
{
    /// <summary>Of the thin handler's throughput with 16 callers; the median of the rounds' own ratios, since the machine is not always as fast.</summary>
    public double? OfThin { get; init; }

    public double? ThinOfBare { get; init; }

    /// <summary>Processor time of the thin handler's answer over that of the product's: what the ratio comes to where nobody else uses the machine.</summary>
    public double? OfThinByCpu { get; init; }

    [JsonIgnore]
    public string Row => FormattableString.Invariant(
        $"| {Work} | {Bare?.PerSecondAlone:0} | {Bare?.PerSecond:0} | {Thin?.Milliseconds:0.00} | {Thin?.PerSecond:0} | {Thin?.CpuMilliseconds:0.00} | {Product.Milliseconds:0.00} | {Product.PerSecond:0} | {Product.CpuMilliseconds:0.00} | {OfThin:0.00} | {OfThinByCpu:0.00} | {ThinOfBare:0.00} |");
}

/// <summary>Everything that a run measured.</summary>
sealed record Report
{
    public required string At { get; init; }
    public required string Commit { get; init; }
    public required string Machine { get; init; }
    public required string Postgres { get; init; }
    public double? FillMinutes { get; init; }
    public double CityMebibytes { get; init; }
    public IReadOnlyList<Line> Lines { get; init; } = [];
    public double? StationWorklistMilliseconds { get; init; }
    public double? CityWorklistMilliseconds { get; init; }
    public double? CityOfStation { get; init; }
    public long PeakMebibytes { get; init; }

    [JsonIgnore]
    public IEnumerable<string> Table => Head().Concat(Lines.Select(line => line.Row)).Concat(Foot());

    static IEnumerable<string> Head() =>
    [
        "| work | bare SQL /s at 1 | at 16 | thin ms | thin /s at 16 | thin CPU ms | product ms | product /s at 16 | product CPU ms | of thin | by CPU | thin of bare |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ];

    IEnumerable<string> Foot() =>
    [
        "",
        FormattableString.Invariant($"worklist of one worker: station {StationWorklistMilliseconds:0.00} ms, city {CityWorklistMilliseconds:0.00} ms, city of station {CityOfStation:0.00}"),
        FormattableString.Invariant($"peak resident size of the product after the run: {PeakMebibytes} MiB"),
        FormattableString.Invariant($"city world: {CityMebibytes:0} MiB in PostgreSQL{(FillMinutes is { } minutes ? FormattableString.Invariant($", filled in {minutes:0.0} minutes") : "")}"),
    ];
}

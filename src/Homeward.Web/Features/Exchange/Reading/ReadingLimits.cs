namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>What a file may cost before it is refused. They are checked before any parser sees the bytes, or while rows stream.</summary>
public sealed record ReadingLimits
{
    public static readonly ReadingLimits Default = new();

    public long FileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>All parts of a workbook together, inflated: 200,000 wide rows of inline text stay below it.</summary>
    public long InflatedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Inflated bytes to stored bytes of one part; asked only above <see cref="RatioFrom"/>, as small XML packs very well.</summary>
    public int Ratio { get; init; } = 150;
    public long RatioFrom { get; init; } = 10L * 1024 * 1024;

    /// <summary>Bytes of a part between two tags: a cell's longest text with every character escaped.</summary>
    public int RunBytes { get; init; } = 32_767 * 8;

    /// <summary>All shared texts of a workbook together, which are held in memory.</summary>
    public int SharedCharacters { get; init; } = 60_000_000;
    public int Entries { get; init; } = 500;
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 200;

    /// <summary>Excel's own limit of a cell.</summary>
    public int CellCharacters { get; init; } = 32_767;
}

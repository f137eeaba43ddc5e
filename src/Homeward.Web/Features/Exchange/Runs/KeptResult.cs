using System.Text.Json;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>What came of an import as it is kept, sealed: codes and values, so that it can be read in either language, and the workbook of the refused rows.</summary>
public sealed record KeptResult(int Read, int Created, int Updated, int Unchanged, int Rejected, int NewStaff, IReadOnlyList<KeptFinding> Findings, byte[]? Errors)
{
    public static KeptResult Of(ImportSummary summary, byte[]? errors) => new(
        summary.Read, summary.Created, summary.Updated, summary.Unchanged, summary.Rejected.Count, summary.NewStaff,
        [
            .. summary.Rejected.Select(row => new KeptFinding(row.Row, KeptFinding.Rejected, [.. row.Reasons.Select(KeptReason.Of)])),
            .. summary.Warnings.Select(row => new KeptFinding(row.Row, KeptFinding.Warning, [KeptReason.Of(row.Warning)])),
            .. summary.Repaired.Select(row => new KeptFinding(row.Row, KeptFinding.Repaired, [new KeptReason("repaired-" + row.What, [])])),
            .. summary.Previews.OrderBy(row => row.Row).Select(row => new KeptFinding(row.Row, row.Outcome.ToString().ToLowerInvariant(), []) { Shown = row.Shown }),
        ],
        summary.Rejected.Count > 0 ? errors : null);

    /// <summary>The file could not be read to its end.</summary>
    public static KeptResult Of(UnusableFileException unusable) =>
        new(0, 0, 0, 0, 0, 0, [], null) { Unusable = KeptReason.Of(new Broken(unusable.Code).With([.. unusable.Values])) };

    /// <summary>Why the file could not be read to its end; null where it could.</summary>
    public KeptReason? Unusable { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    public static KeptResult From(byte[] bytes) => JsonSerializer.Deserialize<KeptResult>(bytes, JsonSerializerOptions.Web)!;
}

/// <summary>What is to be said of one row: rejected and why, a warning, or a repair.</summary>
public sealed record KeptFinding(int Row, string Kind, IReadOnlyList<KeptReason> Reasons)
{
    public const string Rejected = "rejected";
    public const string Warning = "warning";
    public const string Repaired = "repaired";
    public const string Created = "created";
    public const string Updated = "updated";
    public const string Unchanged = "unchanged";

    /// <summary>In the order of the tabs.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Rejected, Created, Updated, Unchanged, Warning, Repaired];

    /// <summary>Of a row that is taken: whom or what it is about, masked.</summary>
    public string? Shown { get; init; }
}

/// <summary>A finding's code with its values as text; a column keeps its key and is shown by its title.</summary>
public sealed record KeptReason(string Code, IReadOnlyList<KeptValue> Values)
{
    public static KeptReason Of(Broken broken) => new(broken.Code, [.. broken.Values.Select(value => value switch
    {
        SheetColumn column => new KeptValue(column.Key, null),
        DateOnly day => new KeptValue(null, day.ToString("yyyy-MM-dd", null)),
        _ => new KeptValue(null, value.ToString()),
    })]);

    public Broken ToBroken(Sheet sheet) => new Broken(Code).With([.. Values.Select(value => value.Column is { } key ? (object)sheet[key] : value.Text ?? "")]);
}

/// <summary>A column's key, or a text.</summary>
public sealed record KeptValue(string? Column, string? Text);

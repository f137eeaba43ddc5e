using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision;

/// <summary>The free text of an act: of a leave destination, contact and companion; of all what was said and found. It lies sealed.</summary>
public sealed record ActDetails(string? Destination, string? Contact, string? Companion, string? Note)
{
    /// <summary>Who reviewed the report of a leave (R1.27).</summary>
    public string? Reviewer { get; init; }

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public bool IsEmpty => new[] { Destination, Contact, Companion, Note, Reviewer }.All(string.IsNullOrWhiteSpace);

    public Sealed? Seal(Keyring keys, Guid actId) => IsEmpty ? null : keys.Seal(JsonSerializer.Serialize(this, json), SealedColumn.ActDetails, actId);

    public static ActDetails? Open(Keyring keys, MeasureAct act) =>
        keys.OpenOrNull(act.Details, SealedColumn.ActDetails, act.Id) is { } text ? JsonSerializer.Deserialize<ActDetails>(text, json) : null;
}

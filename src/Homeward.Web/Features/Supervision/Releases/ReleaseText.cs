using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>Where, by whom and to whom a person was handed over at the gate.</summary>
public sealed record ReceiptDetails(string? Place, string? HandedOverBy, string? ReceivedBy)
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Nothing where nobody is named who took over: the receipt would prove nothing.</summary>
    public Sealed? Seal(Keyring keys, Guid releaseId) =>
        string.IsNullOrWhiteSpace(ReceivedBy) ? null : keys.Seal(JsonSerializer.Serialize(this, json), SealedColumn.ReleaseReceipt, releaseId);

    public static ReceiptDetails? Open(Keyring keys, CentreRelease release) =>
        keys.OpenOrNull(release.Receipt, SealedColumn.ReleaseReceipt, release.Id) is { } text ? JsonSerializer.Deserialize<ReceiptDetails>(text, json) : null;
}

/// <summary>What is sealed in a release, opened for whoever may see the release.</summary>
public static class ReleaseText
{
    public static string NameOf(this Keyring keys, CentreRelease release) => keys.Open(release.Name, SealedColumn.ReleaseName, release.Id);

    public static string? NumberOf(this Keyring keys, CentreRelease release) => keys.OpenOrNull(release.IdentityNumber, SealedColumn.ReleaseIdentityNumber, release.Id);
}

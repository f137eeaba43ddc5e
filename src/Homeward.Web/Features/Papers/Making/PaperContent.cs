using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>The values of a paper as they lie sealed, and their hash: names in their order, one way to write each.</summary>
public sealed class PaperContent
{
    static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    readonly byte[] bytes;

    public PaperContent(SortedDictionary<string, string> values)
    {
        Values = values;
        bytes = JsonSerializer.SerializeToUtf8Bytes(values, json);
    }

    PaperContent(byte[] bytes)
    {
        this.bytes = bytes;
        Values = new SortedDictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(bytes, json)!, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, string> Values { get; }

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public Sealed Seal(Keyring keys, Guid paperId) => keys.Seal(bytes, SealedColumn.PaperContent, paperId);

    public static PaperContent Open(Keyring keys, Paper paper) => new(keys.OpenBytes(paper.Content, SealedColumn.PaperContent, paper.Id));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Foundation.Api;

/// <summary>Measures go by the codes of the field: CDT, CRH, CID, MMT, VOL, DRC, LT3.</summary>
sealed class MeasureKindConverter : JsonConverter<MeasureKind>
{
    public override MeasureKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MeasureKinds.TryParse(reader.GetString(), out var kind) ? kind : throw new JsonException($"A measure is one of {string.Join(", ", MeasureKinds.Codes)}.");

    public override void Write(Utf8JsonWriter writer, MeasureKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());
}

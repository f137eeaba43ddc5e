using System.Text.Json;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Homeward.Data.Mappings;

/// <summary>How values lie in both databases: sealed values as bytes, instants in UTC, enums by name, lists of codes in one text.</summary>
static class Conventions
{
    sealed class SealedBytes() : ValueConverter<Sealed, byte[]>(value => value.ToStored(), bytes => new Sealed(bytes));

    sealed class Utc() : ValueConverter<DateTime, DateTime>(value => value.ToUniversalTime(), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<Sealed>().HaveConversion<SealedBytes>();
        builder.Properties<DateTime>().HaveConversion<Utc>();
        builder.Properties<string>().HaveMaxLength(200);
    }

    public static void Finish(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetProviderClrType(typeof(string));
                    property.SetMaxLength(40);
                }
                if (property.Name == nameof(IVersioned.Version) && entity.ClrType.IsAssignableTo(typeof(IVersioned)))
                {
                    property.IsConcurrencyToken = true;
                }
                if (property.Name == nameof(IBelongsToUnit.UnitId) && entity.ClrType.IsAssignableTo(typeof(IBelongsToUnit)))
                {
                    property.IsConcurrencyToken = true;
                }
            }
        }
    }

    /// <summary>A short list of codes, in one column, parted by spaces.</summary>
    public static readonly ValueConverter<IReadOnlyList<string>, string> Codes =
        new(codes => string.Join(' ', codes), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static readonly ValueComparer<IReadOnlyList<string>> SameCodes =
        new((left, right) => left!.SequenceEqual(right!), codes => Hash(codes), codes => codes);

    /// <summary>The steps of a dispute: few, always read together, never searched.</summary>
    public static readonly ValueConverter<IReadOnlyList<DisputeEntry>, string> Entries =
        new(entries => JsonSerializer.Serialize(entries, Steps), text => JsonSerializer.Deserialize<List<DisputeEntry>>(text, Steps)!);

    public static readonly ValueComparer<IReadOnlyList<DisputeEntry>> SameEntries =
        new((left, right) => left!.SequenceEqual(right!), entries => entries.Count, entries => entries);

    /// <summary>The factors and bands of a version: written once, read as a whole.</summary>
    public static readonly ValueConverter<RiskScale, string> Scale =
        new(scale => JsonSerializer.Serialize(scale, Steps), text => JsonSerializer.Deserialize<RiskScale>(text, Steps)!);

    public static readonly ValueComparer<RiskScale> SameScale =
        new((left, right) => ReferenceEquals(left, right), scale => scale.Factors.Count, scale => scale);

    static readonly JsonSerializerOptions Steps = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All), Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    // A lambda inside an expression becomes a new delegate at every call, so these only name methods.
    public static ValueConverter<IReadOnlyDictionary<string, T>, string> ByCode<T>() where T : struct, Enum => new(map => Written(map), text => Read<T>(text));

    public static ValueComparer<IReadOnlyDictionary<string, T>> SameByCode<T>() where T : struct, Enum => new((left, right) => AreSame(left!, right!), map => map.Count, map => map);

    static string Written<T>(IReadOnlyDictionary<string, T> map) where T : struct, Enum => JsonSerializer.Serialize(map.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));

    static Dictionary<string, T> Read<T>(string text) where T : struct, Enum =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(text)!.ToDictionary(pair => pair.Key, pair => Enum.Parse<T>(pair.Value));

    static bool AreSame<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) where T : struct, Enum =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && EqualityComparer<T>.Default.Equals(other, pair.Value)));

    static int Hash(IReadOnlyList<string> codes) => codes.Aggregate(0, HashCode.Combine);
}

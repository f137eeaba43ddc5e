namespace Homeward.Domain.Foundation;

/// <summary>
/// A value that names a person or tells of one, as it lies in the database: encrypted, bound to its column and row.
/// The domain carries it and never looks inside.
/// </summary>
public sealed record Sealed
{
    readonly byte[] bytes;

    public Sealed(byte[] bytes) => this.bytes = bytes;

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The stored form; the caller must not change it.</summary>
    public byte[] ToStored() => bytes;

    public bool Equals(Sealed? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override int GetHashCode() => bytes.Length >= 4 ? BitConverter.ToInt32(bytes, bytes.Length - 4) : bytes.Length;

    /// <summary>Says that something is sealed, never what.</summary>
    public override string ToString() => "[sealed]";
}

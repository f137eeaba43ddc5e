using System.Security.Cryptography;
using System.Text;
using Homeward.Domain.Foundation;

namespace Homeward.Data.Sealing;

/// <summary>
/// Seals and opens values, AES-256-GCM, layout <c>version|algorithm|key id|nonce|ciphertext|tag</c>, associated data <c>table.column|row id</c>:
/// a value copied into another row or column does not open. The algorithm byte leaves room for SM4.
/// </summary>
public sealed class Keyring
{
    const byte LayoutVersion = 1;
    const byte Aes256Gcm = 1;
    const int NonceSize = 12;
    const int TagSize = 16;
    const int HeaderSize = 4;

    readonly Dictionary<ushort, SealingKey> keys;
    readonly SealingKey current;
    readonly byte[] indexKey;

    internal Keyring(IReadOnlyList<SealingKey> keys, byte[] indexKey)
    {
        this.keys = keys.ToDictionary(key => key.Id);
        current = keys.MaxBy(key => key.Id) ?? throw new KeyFileException("The key file holds no sealing key.");
        this.indexKey = indexKey;
    }

    public Sealed Seal(string text, SealedColumn column, Guid row) => Seal(Encoding.UTF8.GetBytes(text), column, row);

    public Sealed? SealOrNull(string? text, SealedColumn column, Guid row) => string.IsNullOrWhiteSpace(text) ? null : Seal(text.Trim(), column, row);

    public Sealed Seal(ReadOnlySpan<byte> plain, SealedColumn column, Guid row)
    {
        var stored = new byte[HeaderSize + NonceSize + plain.Length + TagSize];
        stored[0] = LayoutVersion;
        stored[1] = Aes256Gcm;
        BitConverter.TryWriteBytes(stored.AsSpan(2), current.Id);
        var nonce = stored.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> bound = stackalloc byte[column.AssociatedLength];
        column.WriteAssociated(row, bound);
        lock (current)
        {
            current.Cipher.Encrypt(nonce, plain, stored.AsSpan(HeaderSize + NonceSize, plain.Length), stored.AsSpan(stored.Length - TagSize), bound);
        }
        return new Sealed(stored);
    }

    public string Open(Sealed value, SealedColumn column, Guid row) => Encoding.UTF8.GetString(OpenBytes(value, column, row));

    public string? OpenOrNull(Sealed? value, SealedColumn column, Guid row) => value is null ? null : Open(value, column, row);

    /// <exception cref="SealBrokenException">The value was changed, moved from another row or column, or sealed with a key that is not here.</exception>
    public byte[] OpenBytes(Sealed value, SealedColumn column, Guid row)
    {
        var stored = value.Bytes;
        if (stored.Length < HeaderSize + NonceSize + TagSize || stored[0] != LayoutVersion || stored[1] != Aes256Gcm
            || !keys.TryGetValue(BitConverter.ToUInt16(stored[2..]), out var key))
        {
            throw new SealBrokenException(column);
        }
        var plain = new byte[stored.Length - HeaderSize - NonceSize - TagSize];
        Span<byte> bound = stackalloc byte[column.AssociatedLength];
        column.WriteAssociated(row, bound);
        try
        {
            lock (key)
            {
                key.Cipher.Decrypt(stored.Slice(HeaderSize, NonceSize), stored.Slice(HeaderSize + NonceSize, plain.Length), stored[^TagSize..], plain, bound);
            }
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException(column);
        }
        return plain;
    }

    /// <summary>Keyed blind index for exact search: HMAC-SHA-256 with a key of its own for each column, cut to 16 bytes.</summary>
    public byte[] Index(string text, SealedColumn column)
    {
        Span<byte> columnKey = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(column.Name), columnKey);
        return HMACSHA256.HashData(columnKey, Encoding.UTF8.GetBytes(text))[..16];
    }
}

/// <summary>One sealing key; the one with the highest id seals, all of them open.</summary>
sealed record SealingKey(ushort Id, AesGcm Cipher);

/// <summary>A sealed value does not open.</summary>
public sealed class SealBrokenException(SealedColumn column) : Exception($"A sealed value of {column.Name} does not open.");

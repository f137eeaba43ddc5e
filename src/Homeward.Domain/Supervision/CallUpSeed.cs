using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>
/// The committed seed behind the unpredictable call-ups of one measure. The commitment is shown before the client adds a word of their own;
/// the day inside each window follows from seed and word, so the office cannot steer it, the client cannot foresee it,
/// and once the seed is opened anyone can check every day.
/// </summary>
public sealed record CallUpSeed
{
    string? clientWord;

    /// <summary>SHA-256 of the seed, in hexadecimal, given to the client when the agreement is signed.</summary>
    public required string Commitment { get; init; }
    public required Sealed Seed { get; init; }

    /// <summary>A number or word that the client chose after seeing the commitment.</summary>
    public string? ClientWord { get => clientWord; init => clientWord = value; }

    internal void Add(string word) => clientWord = word;

    public static string CommitmentOf(ReadOnlySpan<byte> seed) => Convert.ToHexStringLower(SHA256.HashData(seed));

    /// <summary>The day of the call-up in a window of a measure; the key of a window is <c>y1w2</c>, its year and index.</summary>
    public static DateOnly DayIn(ScreeningWindow window, ReadOnlySpan<byte> seed, string? clientWord) =>
        DayIn(new DateRange(window.Opens, window.Closes), seed, $"y{window.Year}w{window.Index}", clientWord);

    /// <summary>The day of the call-up in a window: HMAC-SHA-256(seed, key|word) as a big-endian 64-bit number, modulo the days of the window.</summary>
    public static DateOnly DayIn(DateRange window, ReadOnlySpan<byte> seed, string windowKey, string? clientWord)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes($"{windowKey}|{clientWord}"), hash);
        return window.First.AddDays((int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)window.Days));
    }
}

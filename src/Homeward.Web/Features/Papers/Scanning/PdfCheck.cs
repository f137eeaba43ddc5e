using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary>
/// Looks into a PDF for what a scan never holds: programs, launched files, embedded files, forms. The whole file is read, and every packed stream
/// in it; what cannot be looked into (encrypted, or objects packed in a way that we do not read) is refused as well.
/// </summary>
static partial class PdfCheck
{
    const long MostInflated = 256L << 20;
    const int Chunk = 1 << 20;
    const int LongestName = 128;
    const int LongestDictionary = 8_000;
    const string Packed = "ObjStm";

    static readonly HashSet<string> refused = new(StringComparer.Ordinal)
    {
        "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Sound", "Movie", "Encrypt",
    };

    /// <summary>Ways to pack that only hide something where objects are packed too.</summary>
    static readonly HashSet<string> unread = new(StringComparer.Ordinal) { "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "Crypt" };

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8) && bytes[^Math.Min(bytes.Length, 1024)..].IndexOf("%%EOF"u8) >= 0;

    /// <summary>The name of what must not be there; null where the file is harmless.</summary>
    public static string? WhatRuns(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var names = NamesOf(text).ToHashSet(StringComparer.Ordinal);
        if (names.FirstOrDefault(refused.Contains) is { } plain)
        {
            return plain;
        }
        var packsObjects = names.Contains(Packed) || names.Contains("XRef") || names.Contains("XRefStm");
        if (packsObjects && names.FirstOrDefault(unread.Contains) is { } way)
        {
            return way;
        }
        var left = MostInflated;
        foreach (Match stream in Stream().Matches(text))
        {
            if (packsObjects && HidesObjects(text, stream.Index))
            {
                return Packed;
            }
            if (InStream(bytes, stream.Groups["data"], ref left) is { } hidden)
            {
                return hidden;
            }
        }
        return null;
    }

    /// <summary>Packed objects whose bytes are changed once more before they are packed.</summary>
    static bool HidesObjects(string text, int stream)
    {
        var names = NamesOf(text.Substring(stream - DictionaryLength(text, stream), DictionaryLength(text, stream))).ToHashSet(StringComparer.Ordinal);
        return names.Contains(Packed) && (names.Contains("DecodeParms") || names.Contains("DP"));
    }

    static int DictionaryLength(string text, int stream)
    {
        var from = text.LastIndexOf("endobj", stream, Math.Min(stream, LongestDictionary), StringComparison.Ordinal);
        return from < 0 ? Math.Min(stream, LongestDictionary) : stream - from;
    }

    static string? InStream(byte[] bytes, Group data, ref long left)
    {
        const byte ZlibHeader = 0x78;
        if (data.Length < 2 || bytes[data.Index] != ZlibHeader)
        {
            return null;
        }
        using var packed = new ZLibStream(new MemoryStream(bytes, data.Index, data.Length), CompressionMode.Decompress);
        var buffer = new byte[Chunk];
        var before = "";
        try
        {
            for (int read; (read = packed.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false)) > 0;)
            {
                left -= read;
                var text = before + Encoding.Latin1.GetString(buffer, 0, read);
                if (left < 0 || NamesOf(text).FirstOrDefault(refused.Contains) is not null)
                {
                    return left < 0 ? "FlateDecode" : NamesOf(text).First(refused.Contains);
                }
                before = text[^Math.Min(text.Length, LongestName)..];
            }
        }
        catch (InvalidDataException)
        {
            // Not packed like this after all, or torn: a viewer cannot read it either, and what could be read was looked at.
        }
        return null;
    }

    /// <summary>Names may be written with their letters as figures (<c>/J#61vaScript</c>): they are read as a viewer reads them.</summary>
    static IEnumerable<string> NamesOf(string text) => Name().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Select(name => name.Contains('#', StringComparison.Ordinal) ? Figure().Replace(name, figure => ((char)Convert.ToInt32(figure.Groups[1].Value, 16)).ToString()) : name);

    [GeneratedRegex(@"stream\r?\n?(?<data>.*?)\r?\n?endstream", RegexOptions.Singleline)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/([A-Za-z#][^\s/\[\]<>(){}%\0]{0,127})")]
    private static partial Regex Name();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Figure();
}

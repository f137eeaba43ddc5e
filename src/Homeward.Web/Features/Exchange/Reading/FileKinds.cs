using System.Text;

namespace Homeward.Web.Features.Exchange.Reading;

public enum FileKind
{
    Workbook,
    Csv,
}

/// <summary>Tells by its bytes whether a file is a workbook or text, and refuses everything else by name.</summary>
public static class FileKinds
{
    static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>How a file begins that is something else, and the sentence that says what; a program is only refused.</summary>
    static readonly (byte[] Start, string Code)[] Foreign =
    [
        ([.. "%PDF"u8], "is-pdf"), ([0x89, .. "PNG"u8], "is-picture"), ([0xFF, 0xD8, 0xFF], "is-picture"), ([.. "GIF8"u8], "is-picture"), ([.. "{\\rtf"u8], "is-document"), ([.. "MZ"u8], "unusable-file"),
    ];
    static readonly byte[][] WebPage = [[.. "<html"u8], [.. "<!doctype"u8], [.. "<?xml"u8], [.. "<table"u8]];
    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static FileKind Of(Stream stream)
    {
        var head = new byte[4096];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var bytes = head.AsSpan(0, read);
        if (bytes.IsEmpty)
        {
            throw new UnusableFileException("empty-file");
        }
        if (bytes.StartsWith(Zip))
        {
            return FileKind.Workbook;
        }
        if (bytes.StartsWith(Compound))
        {
            throw new UnusableFileException(Holds(stream, EncryptedPackage) ? "encrypted-file" : "old-workbook");
        }
        if (ForeignOf(bytes) is { } code)
        {
            throw new UnusableFileException(code);
        }
        return TextEncodings.HasUtf16Mark(bytes) || !bytes.Contains((byte)0) ? FileKind.Csv : throw new UnusableFileException("unusable-file");
    }

    static string? ForeignOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, code) in Foreign)
        {
            if (bytes.StartsWith(start))
            {
                return code;
            }
        }
        return IsWebPage(bytes) ? "is-web-page" : null;
    }

    static bool IsWebPage(ReadOnlySpan<byte> bytes)
    {
        var text = (bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes).TrimStart(" \t\r\n"u8);
        foreach (var start in WebPage)
        {
            if (text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start))
            {
                return true;
            }
        }
        return false;
    }

    static bool Holds(Stream stream, byte[] sought)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(sought) >= 0;
    }
}

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
    static readonly byte[][] Foreign = [[.. "%PDF"u8], [.. "MZ"u8], [.. "{\\rtf"u8], [.. "<html"u8], [.. "<!DOC"u8], [.. "<?xml"u8], [.. "<tabl"u8]];
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
        return IsText(bytes) ? FileKind.Csv : throw new UnusableFileException("unusable-file");
    }

    static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Foreign)
        {
            if (bytes.StartsWith(start))
            {
                return false;
            }
        }
        return TextEncodings.HasUtf16Mark(bytes) || !bytes.Contains((byte)0);
    }

    static bool Holds(Stream stream, byte[] sought)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(sought) >= 0;
    }
}

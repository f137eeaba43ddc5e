using System.Text;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Finds the encoding of a text file: its mark, else UTF-8 if every byte fits it, else GB18030 if every byte fits that.</summary>
public static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    public static Encoding Of(Stream stream)
    {
        var head = new byte[2];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        if (HasUtf16Mark(head.AsSpan(0, read)))
        {
            return head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }
        Encoding[] candidates = [new UTF8Encoding(true, true), Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)];
        return candidates.FirstOrDefault(encoding => Fits(stream, encoding)) ?? throw new UnusableFileException("unknown-encoding");
    }

    static bool Fits(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

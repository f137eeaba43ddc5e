using System.IO.Compression;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Inflates every part of a workbook into nothing and counts, so that a zip bomb never reaches a parser. Declared lengths are not believed.</summary>
public static class InflateGuard
{
    public static void Check(Stream stream, ReadingLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            CheckEntries(archive, limits);
        }
        catch (InvalidDataException broken)
        {
            throw new UnusableFileException("unusable-file", broken);
        }
        stream.Position = 0;
    }

    static void CheckEntries(ZipArchive archive, ReadingLimits limits)
    {
        if (archive.Entries.Count > limits.Entries)
        {
            throw new UnusableFileException("zip-bomb");
        }
        if (archive.Entries.All(entry => entry.FullName != "[Content_Types].xml"))
        {
            throw new UnusableFileException("not-a-workbook");
        }
        var left = limits.InflatedBytes;
        foreach (var entry in archive.Entries)
        {
            left -= Inflate(entry, left, limits);
        }
    }

    static long Inflate(ZipArchiveEntry entry, long left, ReadingLimits limits)
    {
        using var inflated = entry.Open();
        var buffer = new byte[64 * 1024];
        var run = IsXml(entry) ? new TextRun(limits) : null;
        var total = 0L;
        int read;
        while ((read = inflated.Read(buffer)) > 0)
        {
            total += read;
            if (total > left || (total > limits.RatioFrom && total / limits.Ratio > entry.CompressedLength))
            {
                throw new UnusableFileException("zip-bomb");
            }
            run?.Take(buffer.AsSpan(0, read));
        }
        return total;
    }

    static bool IsXml(ZipArchiveEntry entry) =>
        entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The longest stretch without a tag: a parser would hold it in memory as one text or attribute.</summary>
    sealed class TextRun(ReadingLimits limits)
    {
        int _length;

        public void Take(ReadOnlySpan<byte> bytes)
        {
            int tag;
            while ((tag = bytes.IndexOf((byte)'<')) >= 0)
            {
                Add(tag);
                _length = 0;
                bytes = bytes[(tag + 1)..];
            }
            Add(bytes.Length);
        }

        void Add(int length)
        {
            _length += length;
            if (_length > limits.RunBytes)
            {
                throw new UnusableFileException("cell-too-long", limits.CellCharacters);
            }
        }
    }
}

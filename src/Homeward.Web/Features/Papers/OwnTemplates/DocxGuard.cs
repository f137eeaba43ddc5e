using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Homeward.Web.Features.Papers.Rendering;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>Looks through a word processor's file before anything is built from it: what bursts, nests without end, brings definitions of its own, runs or leads elsewhere.</summary>
static class DocxGuard
{
    const int MostParts = 200;
    const int MostDepth = 100;
    const int MostInflated = 16 << 20;

    static readonly XmlReaderSettings strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, MaxCharactersInDocument = MostInflated };

    /// <summary>Inflates every part and goes through its tags; lengths that are declared are not believed.</summary>
    public static void Check(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            throw new InvalidDataException("Too many parts.");
        }
        var left = MostInflated;
        foreach (var entry in archive.Entries)
        {
            var content = Inflated(entry, left);
            left -= content.Length;
            if (entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                CheckDepth(content);
            }
        }
    }

    static byte[] Inflated(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > most)
            {
                throw new InvalidDataException("Too much inside.");
            }
        }
        return memory.ToArray();
    }

    /// <summary>A document is built one call inside the other: without a bound its depth would bring the process down.</summary>
    static void CheckDepth(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), strict);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw new InvalidDataException("Too deep.");
            }
        }
    }

    /// <summary>Programs, other files inside, add-ins, links and what is loaded from elsewhere; headers and feet, which the printed page has of its own.</summary>
    public static IEnumerable<TemplateFault> FaultsOf(WordprocessingDocument word)
    {
        if (word.DocumentType is not (WordprocessingDocumentType.Document or WordprocessingDocumentType.Template))
        {
            yield return TemplateFault.At(TemplateFault.Runs, 1, $"{word.DocumentType}");
        }
        if (word.ExternalRelationships.Concat<ReferenceRelationship>(word.HyperlinkRelationships).FirstOrDefault() is { } leads)
        {
            yield return TemplateFault.At(TemplateFault.Runs, 1, $"{leads.Uri}");
        }
        foreach (var part in word.GetAllParts())
        {
            if (part.ExternalRelationships.Concat<ReferenceRelationship>(part.HyperlinkRelationships).FirstOrDefault() is { } link)
            {
                yield return TemplateFault.At(TemplateFault.Runs, 1, $"{link.Uri}");
            }
            if (!IsPlain(part))
            {
                yield return TemplateFault.At(TemplateFault.Runs, 1, $"{part.Uri}");
            }
            if (part is HeaderPart or FooterPart && part.RootElement?.InnerText.Trim() is { Length: > 0 } text)
            {
                yield return TemplateFault.At(TemplateFault.Misplaced, 1, text);
            }
            if (part is not MainDocumentPart && Running(part) is { } running)
            {
                yield return TemplateFault.At(TemplateFault.Runs, 1, $"{part.Uri} {running.LocalName}");
            }
        }
    }

    /// <summary>What a written page needs; everything else is refused by its name, also what is not known here.</summary>
    static bool IsPlain(OpenXmlPart part) => part is MainDocumentPart or StylesPart or FontTablePart or FontPart or DocumentSettingsPart or WebSettingsPart or ThemePart or NumberingDefinitionsPart
        or FootnotesPart or EndnotesPart or HeaderPart or FooterPart or WordprocessingCommentsPart or WordprocessingPeoplePart
        or CoreFilePropertiesPart or ExtendedFilePropertiesPart or CustomFilePropertiesPart or CustomXmlPart or CustomXmlPropertiesPart or ThumbnailPart;

    /// <summary>Fields, objects and pictures around the text, and a mail merge that asks a database when the file is opened. The body is gone through tag by tag.</summary>
    static OpenXmlElement? Running(OpenXmlPart part) => part switch
    {
        HeaderPart or FooterPart or FootnotesPart or EndnotesPart => part.RootElement?.Descendants().FirstOrDefault(element => element is SimpleField or FieldCode or FieldChar or EmbeddedObject or Picture or Drawing or Hyperlink or SdtElement),
        DocumentSettingsPart settings => settings.Settings?.Descendants<MailMerge>().FirstOrDefault(),
        _ => null,
    };
}

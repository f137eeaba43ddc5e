using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>The table of texts that cells point into; rich text is joined, reading aids (phonetic runs) are left out.</summary>
static class SharedTexts
{
    public static IReadOnlyList<string> Read(SharedStringTablePart? part, ReadingLimits limits)
    {
        if (part is null)
        {
            return [];
        }
        var texts = new List<string>();
        var characters = 0L;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(SharedStringItem))
            {
                continue;
            }
            var text = ReadRich(reader, typeof(SharedStringItem));
            characters += text.Length;
            texts.Add(characters <= limits.SharedCharacters ? text : throw new UnusableFileException("too-large", limits.FileBytes / 1024 / 1024));
        }
        return texts;
    }

    /// <summary>Joins the texts up to the end of the element that the reader stands on.</summary>
    public static string ReadRich(OpenXmlReader reader, Type container)
    {
        var joined = new StringBuilder();
        var phonetic = false;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == container))
        {
            if (reader.ElementType == typeof(PhoneticRun))
            {
                phonetic = reader.IsStartElement;
            }
            if (reader.IsStartElement && !phonetic && reader.ElementType == typeof(Text))
            {
                joined.Append(reader.GetText());
            }
        }
        return EscapedText.Decode(joined.ToString());
    }
}

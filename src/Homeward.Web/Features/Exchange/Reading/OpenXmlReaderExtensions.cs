using DocumentFormat.OpenXml;

namespace Homeward.Web.Features.Exchange.Reading;

static class OpenXmlReaderExtensions
{
    public static string? Attribute(this OpenXmlReader reader, string localName)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == localName)
            {
                return attribute.Value;
            }
        }
        return null;
    }
}

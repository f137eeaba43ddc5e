using System.Text;
using System.Text.Json;

namespace Homeward.Data.Policies;

/// <summary>A piece of JSON that remembers the line it stands on.</summary>
sealed record PolicyNode(int Line, JsonValueKind Kind, string Text)
{
    public List<(string Name, int Line, PolicyNode Node)> Fields { get; } = [];
    public List<PolicyNode> Items { get; } = [];

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static PolicyNode Parse(byte[] json)
    {
        var preamble = Encoding.UTF8.Preamble;
        var bytes = json.AsSpan().StartsWith(preamble) ? json.AsSpan(preamble.Length) : json.AsSpan();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 16 });
        var lines = new LineCounter(bytes);
        reader.Read();
        var node = Read(ref reader, ref lines);
        while (reader.Read())
        {
            // What follows the value makes the reader throw.
        }
        return node;
    }

    static PolicyNode Read(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var line = lines.At((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadFields(ref reader, ref lines, new PolicyNode(line, JsonValueKind.Object, ""));
            case JsonTokenType.StartArray:
                return ReadItems(ref reader, ref lines, new PolicyNode(line, JsonValueKind.Array, ""));
            case JsonTokenType.String:
                return new PolicyNode(line, JsonValueKind.String, reader.GetString() ?? "");
            case JsonTokenType.Number:
                return new PolicyNode(line, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return new PolicyNode(line, JsonValueKind.True, "true");
            case JsonTokenType.False:
                return new PolicyNode(line, JsonValueKind.False, "false");
            default:
                return new PolicyNode(line, JsonValueKind.Null, "null");
        }
    }

    static PolicyNode ReadFields(ref Utf8JsonReader reader, ref LineCounter lines, PolicyNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString() ?? "";
            var line = lines.At((int)reader.TokenStartIndex);
            reader.Read();
            node.Fields.Add((name, line, Read(ref reader, ref lines)));
        }
        return node;
    }

    static PolicyNode ReadItems(ref Utf8JsonReader reader, ref LineCounter lines, PolicyNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Items.Add(Read(ref reader, ref lines));
        }
        return node;
    }

    /// <summary>Counts lines forward, since a reader only moves forward.</summary>
    ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        readonly ReadOnlySpan<byte> text = text;
        int position;
        int line = 1;

        public int At(int index)
        {
            for (; position < index; position++)
            {
                line += text[position] == (byte)'\n' ? 1 : 0;
            }
            return line;
        }
    }
}

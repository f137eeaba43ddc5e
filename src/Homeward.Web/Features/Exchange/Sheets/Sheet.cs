using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Exchange.Sheets;

/// <summary>A kind of table that goes in and out: roster, screens, contacts, staff, units. Its columns are data beside this file.</summary>
public sealed record Sheet
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    static readonly string[] Order = ["roster", "screens", "contacts", "staff", "units"];
    static readonly Lazy<IReadOnlyList<Sheet>> Loaded = new(() => [.. Order.Select(Load)]);

    public required string Name { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }

    /// <summary>Titles of the file's own running number, which then names a row.</summary>
    public IReadOnlyList<string> RowTitles { get; init; } = [];
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    public static IReadOnlyList<Sheet> All => Loaded.Value;
    public static Sheet Roster => Named("roster");
    public static Sheet Screens => Named("screens");
    public static Sheet Contacts => Named("contacts");
    public static Sheet Staff => Named("staff");
    public static Sheet Units => Named("units");

    /// <summary>The name of the sheet in the reader's language.</summary>
    public string TitleHere() => Words.InChinese ? Zh : En;

    public SheetColumn this[string key] => Columns.First(column => column.Key == key);

    public static Sheet Named(string name) => Find(name) ?? throw new ArgumentException($"There is no sheet {name}.", nameof(name));

    public static Sheet? Find(string name) => All.FirstOrDefault(sheet => sheet.Name == name);

    static Sheet Load(string name)
    {
        using var file = typeof(Sheet).Assembly.GetManifestResourceStream($"sheets/{name}.json")!;
        return JsonSerializer.Deserialize<Sheet>(file, Json)!;
    }
}

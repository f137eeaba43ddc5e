using System.Text.Json;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

/// <summary>The sample files, the streets of the city, and the words of the feature.</summary>
static class Samples
{
    public static readonly DateOnly AsOf = new(2026, 11, 23);
    static readonly Lazy<IReadOnlyList<KnownUnit>> LoadedStreets = new(LoadStreets);
    static readonly Lazy<UnitLookup> LoadedLookup = new(() => new UnitLookup(LoadedStreets.Value));
    static readonly Lazy<Dictionary<string, string>> LoadedTexts = new(() => Read<Dictionary<string, string>>("messy-cells.json"));

    public static UnitLookup Streets => LoadedLookup.Value;

    public static string StreetName(Guid id) => LoadedStreets.Value.First(street => street.Id == id).Name;

    /// <summary>A text from the data file of messy cells; code holds no Chinese.</summary>
    public static string Text(string name) => LoadedTexts.Value[name];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(PathOf(name)), JsonSerializerOptions.Web)!;

    public static Say Words(string language)
    {
        using var file = typeof(Say).Assembly.GetManifestResourceStream($"words/Features/Exchange/Words.{language}.json")!;
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
        return (key, values) => string.Format(null, words[key], values);
    }

    public static ParsedRows<RosterRow> Roster(TableFile file) =>
        new(Table.Find(file, Sheet.Roster), row => RosterRow.Parse(row, Streets, AsOf), row => row.IdentityNumber.ToString());

    public static ParsedRows<ScreenRow> Screens(TableFile file) =>
        new(Table.Find(file, Sheet.Screens), row => ScreenRow.Parse(row, AsOf), row => row.Key);

    static List<KnownUnit> LoadStreets()
    {
        using var file = TableFile.Open(PathOf("shanghai-divisions.csv"));
        var rows = Table.Find(file, Sheet.Units).Rows().Select(row => UnitRow.Parse(row).Value!).ToList();
        var names = rows.ToDictionary(row => row.Code, row => row.Name);
        return [.. rows.Where(row => row.Level == "street").Select(row => new KnownUnit(Ids.New(), row.Code, row.Name, names[row.ParentCode!]))];
    }
}

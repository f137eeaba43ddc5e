using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;

namespace Homeward.Web.Commands.Demo;

/// <summary>One street point with the places around it.</summary>
sealed record Post(Unit Point, Unit Street, Unit District, Unit Station);

/// <summary>The units of a demo world: the city's own tree, and the organisations with their stations and points.</summary>
sealed class DemoUnits
{
    /// <summary>Five streets of the city are served from a neighbouring point.</summary>
    const int StreetsWithoutPoint = 5;

    readonly List<Unit> all = [];
    readonly List<Post> posts = [];
    readonly OrganisationWords words;

    DemoUnits(OrganisationWords words) => this.words = words;

    /// <summary>Every unit, those above before those below.</summary>
    public IReadOnlyList<Unit> All => all;

    public IReadOnlyList<Post> Posts => posts;

    public Unit City { get; private set; } = null!;

    /// <summary>The centres of compulsory isolation.</summary>
    public IReadOnlyList<Unit> Centres { get; private set; } = [];

    public static DemoUnits Draw(DemoOrder order, WordStock stock)
    {
        var dice = Dice.For(order.Seed, "units");
        using var ids = Ids.DrawFrom(() => dice.Id(order.RecordsFrom));
        var units = new DemoUnits(stock.Organisation);
        units.City = units.Put(new Unit("31", stock.Organisation.City, UnitLevel.City, null, null));
        var districts = stock.Divisions.Where(division => division.Level == "district" && (order.District ?? division.Code) == division.Code).ToList();
        var streets = stock.Divisions.ToLookup(division => division.ParentCode);
        var largest = districts.OrderByDescending(district => streets[district.Code].Count()).Take(order.Size == DemoSize.City ? StreetsWithoutPoint : 0).ToHashSet();
        var organisations = order.Size == DemoSize.City ? stock.Organisation.Organisations : stock.Organisation.Organisations.Take(1);
        var running = organisations.Select((name, place) => units.Put(new Unit($"O{place + 1}", name, UnitLevel.Organisation, null, null))).ToList();
        foreach (var district in districts)
        {
            units.AddDistrict(district, [.. streets[district.Code]], running, largest.Contains(district) ? 1 : 0);
        }
        units.Centres = [.. stock.Organisation.Centres.Select((name, place) => units.Put(new Unit($"C{place + 1}", name, UnitLevel.Centre, units.City.Id, null)))];
        return units;
    }

    void AddDistrict(Division division, IReadOnlyList<Division> streets, IReadOnlyList<Unit> organisations, int withoutPoint)
    {
        var district = Put(new Unit(division.Code, division.Name, UnitLevel.District, City.Id, null));
        var name = OrganisationWords.Short(division.Name, words.DistrictSuffixes);
        var stations = Serving(division.Code, organisations)
            .Select(organisation => Put(new Unit($"{organisation.Code}-{division.Code}", name + words.StationSuffix, UnitLevel.Station, district.Id, organisation.Id))).ToList();
        for (var place = 0; place < streets.Count; place++)
        {
            var street = Put(new Unit(streets[place].Code, streets[place].Name, UnitLevel.Street, district.Id, null));
            if (place < streets.Count - withoutPoint)
            {
                var station = stations[place % stations.Count];
                var point = Put(new Unit($"{station.Code}-{place + 1:00}", OrganisationWords.Short(street.Name, words.StreetSuffixes) + words.PointSuffix, UnitLevel.Point, street.Id, station.Id));
                posts.Add(new Post(point, street, district, station));
            }
        }
    }

    /// <summary>The first organisation serves 13 districts; the four others share the three large ones at the rim.</summary>
    static IEnumerable<Unit> Serving(string district, IReadOnlyList<Unit> organisations) => organisations.Count == 1 ? organisations : district switch
    {
        "310115" => [organisations[1], organisations[4]],
        "310117" => [organisations[2]],
        "310151" => [organisations[3]],
        _ => [organisations[0]],
    };

    Unit Put(Unit unit)
    {
        all.Add(unit);
        return unit;
    }
}

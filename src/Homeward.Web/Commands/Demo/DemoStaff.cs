using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;

namespace Homeward.Web.Commands.Demo;

/// <summary>A worker with a caseload.</summary>
/// <param name="Staff">The person.</param>
/// <param name="AccountId">Whose account enters the records.</param>
/// <param name="Post">Where.</param>
/// <param name="Clients">How many clients.</param>
sealed record Worker(Staff Staff, Guid AccountId, Post Post, int Clients)
{
    /// <summary>All who work at the same station, this one included.</summary>
    public required IReadOnlyList<Staff> Team { get; init; }

    /// <summary>Who collects a woman's sample (rules R2.4).</summary>
    public required Staff Woman { get; init; }
}

/// <summary>The staff register of a demo world: mean age 35, 80.62 % with a degree, 76.86 % with a title, as the mission has it.</summary>
sealed class DemoStaff
{
    const double WithDegree = 0.8062;
    const double WithTitle = 0.7686;

    static readonly (string Choice, int Weight)[] degrees = [("bachelor", 88), ("master", 11), ("doctor", 1)];
    static readonly (string Choice, int Weight)[] titles = [("assistantSocialWorker", 46), ("socialWorker", 36), ("assistantCounsellor", 11), ("counsellor", 7)];

    readonly DemoOrder order;
    readonly Names names;
    readonly Dice dice;
    readonly List<Staff> all = [];

    DemoStaff(DemoOrder order, Names names)
    {
        this.order = order;
        this.names = names;
        dice = Dice.For(order.Seed, "staff");
    }

    public IReadOnlyList<Staff> All => all;

    public IReadOnlyList<Worker> Workers { get; private set; } = [];

    /// <summary>Those without a caseload, by the user name of their account.</summary>
    public Dictionary<string, Staff> Others { get; } = [];

    public static DemoStaff Draw(DemoOrder order, WordStock stock, DemoUnits units, Names names)
    {
        var staff = new DemoStaff(order, names);
        using var ids = Ids.DrawFrom(() => staff.dice.Id(order.RecordsFrom));
        staff.AddWorkers(units.Posts, stock.Organisation);
        var first = units.Posts[0];
        staff.AddOther("leader1", first.Point.Id, stock.Organisation);
        staff.AddOther("head", first.Station.Id, stock.Organisation);
        staff.AddOther("street", first.Street.Id, stock.Organisation);
        foreach (var user in new[] { "office", "police", "auditor", "security", "system" })
        {
            staff.AddOther(user, units.City.Id, stock.Organisation);
        }
        staff.AddOther("liaison", units.Centres[0].Id, stock.Organisation);
        return staff;
    }

    void AddWorkers(IReadOnlyList<Post> posts, OrganisationWords words)
    {
        var perPost = Dice.Part(order.Workers - posts.Count, [.. posts.Select((_, place) => place == 0 ? 1.2 : dice.Between(70, 115) / 100.0)]).Select(more => more + 1).ToList();
        var places = posts.SelectMany((post, place) => Enumerable.Repeat(post, perPost[place])).ToList();
        var degree = Shuffled(places.Count, WithDegree);
        var title = Shuffled(places.Count, WithTitle);
        var people = places.Select((post, place) => Add($"W{place + 1:0000}", post.Point.Id, words.Posts["worker"], place == 0 ? Sex.Female : null, degree[place], title[place])).ToList();
        var loads = Dice.Part(order.Clients, [.. places.Select(_ => dice.Between(88, 112) / 100.0)]);
        var teams = people.Zip(places).ToLookup(pair => pair.Second.Station, pair => pair.First);
        Workers = [.. people.Select((person, place) =>
        {
            var team = teams[places[place].Station].ToList();
            return new Worker(person, dice.Id(order.RecordsFrom), places[place], loads[place]) { Team = team, Woman = team.First(colleague => colleague.Sex == Sex.Female) };
        })];
        EnsureWomen(teams);
    }

    static void EnsureWomen(ILookup<Unit, Staff> teams)
    {
        if (teams.FirstOrDefault(team => team.All(person => person.Sex != Sex.Female)) is { } without)
        {
            throw new InvalidOperationException($"{without.Key.Name} has no woman to collect from a woman.");
        }
    }

    /// <summary>True for exactly that share of the places.</summary>
    bool[] Shuffled(int count, double share)
    {
        var order = Enumerable.Range(0, count).OrderBy(_ => dice.Next()).Take((int)Math.Round(count * share)).ToHashSet();
        return [.. Enumerable.Range(0, count).Select(order.Contains)];
    }

    void AddOther(string user, Guid unitId, OrganisationWords words) =>
        Others[user] = Add($"S{Others.Count + 1:000}", unitId, words.Posts[user.TrimEnd('1')], null, true, true);

    Staff Add(string number, Guid unitId, string post, Sex? given, bool hasDegree, bool hasTitle)
    {
        var sex = given ?? (dice.Chance(0.66) ? Sex.Female : Sex.Male);
        var age = Math.Clamp(dice.Around(35, 6.5), 23, 47);
        var born = order.AsOf.AddDays(-(int)(age * 365.2425));
        var hired = born.AddYears(22).AddDays(dice.Between(0, (int)((age - 22) * 365 * 0.8)));
        var title = hasTitle ? dice.Weighed(titles) : null;
        var person = new Staff(names.OfStaff(dice, sex, born.Year), unitId, new StaffDetails
        {
            WorkNumber = number,
            Sex = sex,
            BirthDate = born,
            HiredOn = hired,
            Education = hasDegree ? dice.Weighed(degrees) : "college",
            Qualification = title,
            QualificationNumber = title is null ? null : $"31{dice.Between(2008, order.AsOf.Year - 1)}{dice.Between(0, 999999):000000}",
            QualificationValidUntil = title is null ? null : order.AsOf.AddDays(dice.Between(20, 1000)),
            Post = post,
        });
        names.Keep(person.Name);
        all.Add(person);
        return person;
    }
}

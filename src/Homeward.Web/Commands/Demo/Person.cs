using Homeward.Domain.People;
using Homeward.Web.Features.People;

namespace Homeward.Web.Commands.Demo;

/// <summary>Who a client is: name, numbers, addresses, and what is known of the habit. The numbers are made up and checked as on a form.</summary>
static class Person
{
    /// <summary>So many numbers part people of one birthday; beyond them the birthday differs.</summary>
    const int Serials = 500;

    static readonly (string Choice, int Weight)[] older = [("heroin", 78), ("methamphetamine", 16), ("morphine", 2), ("opium", 2), ("tramadol", 2)];
    static readonly (string Choice, int Weight)[] younger = [("methamphetamine", 52), ("heroin", 14), ("ketamine", 12), ("etomidate", 10), ("mdma", 5), ("cannabis", 4), ("cocaine", 3)];
    static readonly (string Choice, int Weight)[] education = [("primary", 12), ("junior", 46), ("senior", 20), ("vocational", 12), ("college", 7), ("bachelor", 3)];
    static readonly (string Choice, int Weight)[] marital = [("single", 34), ("married", 34), ("divorced", 28), ("widowed", 4)];
    static readonly (string Choice, int Weight)[] employment = [("stable", 22), ("flexible", 34), ("unemployed", 34), ("unable", 10)];
    static readonly (string Choice, int Weight)[] relations = [("spouse", 24), ("mother", 26), ("father", 16), ("sibling", 18), ("child", 8), ("friend", 8)];

    public static ClientInput Draw(Scene scene, Dice dice, int index, DateOnly firstOrder)
    {
        var words = scene.Stock.People;
        var sex = dice.Chance(0.17) ? Sex.Female : Sex.Male;
        var age = (dice.Between(20, 62) + dice.Between(20, 62)) / 2;
        var born = Birthday(firstOrder.AddYears(-age).AddDays(-dice.Between(0, 364)), index);
        var isOlder = born.Year < 1982;
        var firstUse = born.AddYears(16).AddDays(dice.Between(0, Math.Max(1, firstOrder.DayNumber - born.AddYears(16).DayNumber - 30)));
        var road = dice.Chance(0.5) ? OrganisationWords.Short(scene.Worker.Post.Street.Name, scene.Stock.Organisation.StreetSuffixes) : dice.Of(words.Roads);
        var district = scene.Worker.Post.District.Name;
        return new ClientInput
        {
            Name = scene.Names.OfClient(dice, sex, born.Year),
            IdentityNumber = Number(words, dice, sex, born, index),
            Phone = dice.Chance(0.96) ? Phone(words, dice) : null,
            OtherPhone = dice.Chance(0.1) ? Phone(words, dice) : null,
            RegisteredAddress = Invariant(words.RegisteredAddress, district, scene.Worker.Post.Street.Name, road, dice.Between(1, 899), dice.Between(101, 1803)),
            ResidenceAddress = dice.Chance(0.85) ? Invariant(words.ResidenceAddress, district, road, dice.Between(11, 1980), dice.Between(1, 68), dice.Between(101, 1803)) : null,
            Remarks = dice.Chance(0.12) ? dice.Of(words.Remarks) : null,
            Details = new ClientDetails
            {
                Sex = sex,
                BirthDate = born,
                Nationality = "CN",
                Education = dice.Weighed(education),
                MaritalStatus = age < 25 ? "single" : dice.Weighed(marital),
                Employment = age > 58 ? "retired" : dice.Weighed(employment),
                Substances = Substances(dice, isOlder),
                FirstUseOn = firstUse < firstOrder ? firstUse : null,
                Route = isOlder ? dice.Chance(0.6) ? "injected" : "smoked" : dice.Chance(0.7) ? "smoked" : "snorted",
            },
        };
    }

    public static ContactPerson Relative(Scene scene, Dice dice, Client client, string clientName)
    {
        var id = dice.Id(scene.Order.RecordsFrom);
        var relation = dice.Weighed(relations);
        var born = client.BirthDate!.Value.Year + (relation switch { "mother" or "father" => -27, "child" => 26, _ => 1 });
        var sex = relation switch { "mother" => Sex.Female, "father" => Sex.Male, "spouse" => client.Sex == Sex.Male ? Sex.Female : Sex.Male, _ => dice.Chance(0.5) ? Sex.Female : Sex.Male };
        var surname = relation is "father" or "child" or "sibling" ? scene.Stock.People.Surnames.Keys.Where(clientName.StartsWith).MaxBy(found => found.Length) : null;
        return new ContactPerson(id, client, scene.Keys.Seal(scene.Names.OfClient(dice, sex, born, surname), Data.Sealing.SealedColumn.ContactPersonName, id), relation,
            scene.Keys.Seal(Phone(scene.Stock.People, dice), Data.Sealing.SealedColumn.ContactPersonPhone, id));
    }

    static List<string> Substances(Dice dice, bool isOlder)
    {
        var main = dice.Weighed(isOlder ? older : younger);
        var other = dice.Weighed(isOlder ? older : younger);
        return dice.Chance(0.2) && other != main ? [main, other] : [main];
    }

    /// <summary>Moves the day back by up to four months, so that no two clients of a world can have one identity number.</summary>
    static DateOnly Birthday(DateOnly day, int index) => day.AddDays(-((day.DayNumber + (index / Serials)) % 128));

    static string Number(PersonWords words, Dice dice, Sex sex, DateOnly born, int index)
    {
        var serial = (index % Serials * 2) + (sex == Sex.Male ? 1 : 0);
        var seventeen = Invariant("{0}{1:yyyyMMdd}{2:000}", dice.Of(words.AreaCodes), born, serial);
        return seventeen + IdentityNumber.CheckCharacter(seventeen);
    }

    public static string Phone(PersonWords words, Dice dice) => Invariant("{0}{1:00000000}", dice.Of(words.PhonePrefixes), dice.Between(10_000_000, 99_999_999));

    static string Invariant(string format, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, values);
}

using Homeward.Domain.People;

namespace Homeward.Web.Commands.Demo;

/// <summary>Names by surname, sex and generation. A client never bears a name that stands in clear somewhere in the world, such as one of staff.</summary>
sealed class Names(PersonWords words)
{
    const int LongestName = 4;
    readonly HashSet<string> inClear = [];

    /// <summary>Keeps a text that stands in clear away from the names of clients, whole or in part.</summary>
    public void Keep(string text)
    {
        for (var length = 2; length <= LongestName; length++)
        {
            for (var first = 0; first + length <= text.Length; first++)
            {
                inClear.Add(text.Substring(first, length));
            }
        }
    }

    public string OfStaff(Dice dice, Sex sex, int born) => Draw(dice, sex, born, dice.Weighed(words.WeighedSurnames));

    public string OfClient(Dice dice, Sex sex, int born, string? surname = null)
    {
        string name;
        do
        {
            name = Draw(dice, sex, born, surname ?? dice.Weighed(words.WeighedSurnames));
        }
        while (inClear.Contains(name));
        return name;
    }

    string Draw(Dice dice, Sex sex, int born, string surname)
    {
        var given = words.GivenNames.FirstOrDefault(generation => born <= generation.Until) ?? words.GivenNames[^1];
        var (first, second, single) = sex == Sex.Male ? (given.MaleFirst, given.MaleSecond, given.MaleSingle) : (given.FemaleFirst, given.FemaleSecond, given.FemaleSingle);
        return dice.Chance(0.2) ? $"{surname}{dice.Of(single)}" : $"{surname}{dice.Of(first)}{dice.Of(second)}";
    }
}

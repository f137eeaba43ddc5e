using Homeward.Data.Policies;
using Homeward.Data.Sealing;

namespace Homeward.Web.Commands.Demo;

/// <summary>Where a world of any size is set and who works in it, drawn before the first life is told.</summary>
sealed record DemoCast(WordStock Stock, Names Names, DemoUnits Units, DemoStaff Staff, DemoUsers Users)
{
    public static DemoCast Draw(DemoOrder order)
    {
        var stock = WordStock.Load();
        var units = DemoUnits.Draw(order, stock);
        var names = new Names(stock.People);
        KeepClearTexts(names, stock, units);
        var staff = DemoStaff.Draw(order, stock, units, names);
        return new DemoCast(stock, names, units, staff, DemoUsers.Draw(order, units, staff));
    }

    /// <summary>One entry for each client: the clients of a worker stand together.</summary>
    public List<Scene> Scenes(DemoOrder order, Keyring keys, PolicyPacks packs) =>
        Exemplars.Placed([.. Staff.Workers.SelectMany(worker => Enumerable.Repeat(
            new Scene(order, Stock, Names, keys, packs.For(worker.Post.District.Code, order.AsOf), worker, Units.Posts) { HeadId = Users.HeadOf(worker.Post.Station, Units), Centres = Units.Centres }, worker.Clients))]);

    static void KeepClearTexts(Names names, WordStock stock, DemoUnits units)
    {
        var words = stock.Organisation;
        foreach (var text in units.All.Select(unit => unit.Name).Concat(words.Posts.Values).Concat(words.OrderNumbers.Values).Concat(words.Kits).Concat(words.Laboratories).Append(words.Issuer).Append(words.LawyerWitness).Append(words.SampleStore).Append(words.CountyPolice).Append(words.Clinic).Append(words.Elsewhere).Append(words.ElsewherePolice))
        {
            names.Keep(text);
        }
    }
}

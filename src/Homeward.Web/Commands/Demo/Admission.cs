using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Features.People;

namespace Homeward.Web.Commands.Demo;

/// <summary>Opens a client's file: who it is, the relatives, and the workers who had the case.</summary>
sealed class Admission(Scene scene, Dice dice, DateOnly knownFrom)
{
    public ClientFile Admit(int index, DateOnly firstOrder)
    {
        var input = Person.Draw(scene, dice, index, firstOrder);
        RulesBrokenException.ThrowIfAny(ClientSealing.WhyNot(input, scene.AsOf, out var number));
        var id = dice.Id(knownFrom);
        var opened = scene.Entered(knownFrom, dice);
        var client = new Client(id, scene.Worker.Post.Point.Id, scene.Keys.Seal(id, input, number), ClientSealing.Completed(input.Details, number), opened);
        var admitted = new ClientFile { Client = client };
        Assign(admitted, opened);
        for (var relatives = dice.Between(0, 2); relatives > 0; relatives--)
        {
            admitted.Persons.Add(Person.Relative(scene, dice, client, input.Name));
        }
        return admitted;
    }

    /// <summary>Most clients stay with one worker; some were handed over.</summary>
    void Assign(ClientFile admitted, DateTime opened)
    {
        var client = admitted.Client;
        var handedOn = knownFrom.AddDays(dice.Between(30, 900));
        var before = scene.Worker.Team[dice.Between(0, scene.Worker.Team.Count - 1)];
        if (handedOn < scene.AsOf.AddDays(-2) && before.Id != scene.Worker.Staff.Id && dice.Chance(0.12))
        {
            client.AssignTo(client.UnitId, before.Id, opened);
            var stretch = new ClientAssignment(client, knownFrom, "opened");
            stretch.End(handedOn.AddDays(-1));
            client.AssignTo(client.UnitId, scene.Worker.Staff.Id, scene.Entered(handedOn, dice));
            admitted.Assignments.AddRange([stretch, new ClientAssignment(client, handedOn, dice.Chance(0.6) ? "balance" : "request")]);
            return;
        }
        client.AssignTo(client.UnitId, scene.Worker.Staff.Id, opened);
        admitted.Assignments.Add(new ClientAssignment(client, knownFrom, "opened"));
    }
}

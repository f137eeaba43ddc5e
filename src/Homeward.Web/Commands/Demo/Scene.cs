using Homeward.Data.Sealing;
using Homeward.Domain.Organisation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Where and when a client's life is told: the same for all clients of a worker, but for those whose life is fixed.</summary>
sealed record Scene(DemoOrder Order, WordStock Stock, Names Names, Keyring Keys, PolicyPack Pack, Worker Worker, IReadOnlyList<Post> Posts)
{
    public required IReadOnlyList<Unit> Centres { get; init; }

    /// <summary>The fixed life that is told here; null where chance tells one.</summary>
    public Exemplar? Exemplar { get; init; }

    public DateOnly AsOf => Order.AsOf;

    /// <summary>The account of the station's head, who confirms a change of risk; null where the station's head has no account.</summary>
    public Guid? HeadId { get; init; }

    /// <summary>The worker confirms on a day what was recorded before.</summary>
    public SecondStep Confirms(DateOnly day)
    {
        var at = Instants.At(day, 9 * 60);
        return new SecondStep(day, Worker.AccountId, at > Order.Latest ? Order.Latest : at);
    }

    /// <summary>An instant of entry on a day at work, never after the world's last one.</summary>
    public DateTime Entered(DateOnly day, Dice dice)
    {
        var at = Instants.At(day, dice.Between(day == AsOf ? 8 * 60 : 9 * 60, day == AsOf ? (9 * 60) + 25 : 17 * 60));
        return at > Order.Latest ? Order.Latest : at;
    }
}

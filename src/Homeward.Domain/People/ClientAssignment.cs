using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>One stretch of a client's history of unit and responsible worker (rules R3.7: every change is kept).</summary>
public sealed class ClientAssignment : IAboutClient
{
    ClientAssignment()
    {
    }

    public ClientAssignment(Client client, DateOnly from, string reason)
    {
        Id = Ids.New();
        ClientId = client.Id;
        UnitId = client.UnitId;
        AssignedUnitId = client.UnitId;
        StaffId = client.ResponsibleId;
        From = from;
        Reason = reason;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The client's unit now: whoever answers for the client reads the whole history.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The unit of this stretch.</summary>
    public Guid AssignedUnitId { get; private set; }
    public Guid? StaffId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>Code of the list <c>assignmentReason</c>.</summary>
    public string Reason { get; private set; } = "";

    public void End(DateOnly lastDay) => To = lastDay < From ? From : lastDay;
}

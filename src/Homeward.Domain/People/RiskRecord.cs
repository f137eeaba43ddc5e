using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>One assessment of a client's risk: a level, a day, and who answers for it (rules R2.38: a person decides, with a reason).</summary>
public sealed class RiskRecord : IAboutClient, IAudited
{
    RiskRecord()
    {
    }

    public RiskRecord(Client client, RiskLevel level, DateOnly on, string reason, Guid? enteredById)
    {
        Id = Ids.New();
        ClientId = client.Id;
        UnitId = client.UnitId;
        Level = level;
        On = on;
        Reason = reason;
        EnteredById = enteredById;
        client.AssessRisk(level, on);
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public RiskLevel Level { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>Code of the list <c>riskReason</c>.</summary>
    public string Reason { get; private set; } = "";
    public Guid? EnteredById { get; private set; }
}

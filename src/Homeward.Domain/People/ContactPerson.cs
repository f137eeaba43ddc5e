using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>Somebody close to a client who may be called: family, guarantor, employer.</summary>
public sealed class ContactPerson : IVersioned, IAudited, IAboutClient
{
    ContactPerson()
    {
    }

    public ContactPerson(Guid id, Client client, Sealed name, string relation, Sealed? phone)
    {
        Id = id;
        ClientId = client.Id;
        UnitId = client.UnitId;
        Name = name;
        Relation = relation;
        Phone = phone;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public Sealed Name { get; private set; } = null!;

    /// <summary>Code of the list <c>relation</c>.</summary>
    public string Relation { get; private set; } = "";
    public Sealed? Phone { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public int Version { get; private set; }

    public void End(DateOnly on) => EndedOn = on;
}

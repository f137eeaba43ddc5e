using Homeward.Domain.Foundation;

namespace Homeward.Data.Policies;

/// <summary>Under which policy everybody's obligations stand; while they follow another one, how far that has come. There is one row.</summary>
public sealed class LedgerPolicy : IVersioned
{
    public static readonly Guid OnlyId = new("01900000-0000-7000-8000-000000000001");

    LedgerPolicy()
    {
    }

    /// <param name="fingerprint">What all obligations were planned from; empty where nobody knows.</param>
    public LedgerPolicy(string fingerprint) => Fingerprint = fingerprint;

    public Guid Id { get; private set; } = OnlyId;
    public string Fingerprint { get; private set; } = "";

    /// <summary>The policy that is being followed; null at rest.</summary>
    public string? Following { get; private set; }
    public DateTime? Since { get; private set; }

    /// <summary>The last client whose obligations follow already.</summary>
    public Guid? After { get; private set; }
    public int Clients { get; private set; }
    public int Changed { get; private set; }
    public int Added { get; private set; }
    public int Version { get; private set; }

    /// <summary>Whether everything stands under this policy.</summary>
    public bool StandsUnder(string fingerprint) => Fingerprint == fingerprint && Following is null;

    /// <summary>Sets out from the first client; where another policy was being followed, what was done for it is done again.</summary>
    public void Begin(string fingerprint, DateTime now) =>
        (Following, Since, After, Clients, Changed, Added) = (fingerprint, now, null, 0, 0, 0);

    public void Pass(Guid last, int clients, int changed, int added) =>
        (After, Clients, Changed, Added) = (last, Clients + clients, Changed + changed, Added + added);

    public void Finish() => (Fingerprint, Following, After) = (Following!, null, null);
}

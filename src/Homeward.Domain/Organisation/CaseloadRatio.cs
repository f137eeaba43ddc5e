namespace Homeward.Domain.Organisation;

/// <summary>Registered clients against staff in post, by head (rules R3.1: at least one worker for so many clients; below that number, at least one).</summary>
/// <param name="Clients">Who is registered at the unit and below it.</param>
/// <param name="Workers">Staff in post there; nobody's hours are recorded, so each counts whole.</param>
/// <param name="Most">How many clients one worker may have by the policy of the place.</param>
public readonly record struct CaseloadRatio(int Clients, int Workers, int Most)
{
    /// <summary>Clients for each worker; null where nobody is in post.</summary>
    public double? PerWorker => Workers == 0 ? null : (double)Clients / Workers;

    /// <summary>The fewest workers that the clients ask for.</summary>
    public int Needed => (Clients + Most - 1) / Most;

    public int Missing => Math.Max(0, Needed - Workers);
}

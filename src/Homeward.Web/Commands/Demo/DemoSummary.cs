using System.Globalization;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>What was made.</summary>
public sealed class DemoSummary(DemoOrder order)
{
    public int Units { get; init; }
    public int Points { get; init; }
    public int Staff { get; init; }
    public int Accounts { get; init; }
    public int Clients { get; private set; }
    public int Measures { get; private set; }
    public int Screens { get; private set; }
    public int Contacts { get; private set; }
    public int Obligations { get; private set; }
    public int OtherRecords { get; private set; }

    public int Records => Units + Staff + (Accounts * 2) + Clients + Measures + Screens + Contacts + Obligations + OtherRecords;

    internal void Count(IReadOnlyCollection<CentreRelease> releases) => OtherRecords += releases.Count;

    internal void Count(IReadOnlyCollection<ClientFile> files)
    {
        Clients += files.Count;
        Measures += files.Sum(file => file.Measures.Count);
        Screens += files.Sum(file => file.Screens.Count);
        Contacts += files.Sum(file => file.Contacts.Count);
        Obligations += files.Sum(file => file.Obligations.Count);
        OtherRecords += files.Sum(file => file.Persons.Count + file.Assignments.Count + file.Risks.Count + file.Transfers.Count + file.Papers.Count + file.Releases.Count + file.Visits.Count + file.Scans.Count + file.Disputes.Count + file.Former.Count + file.Certifications.Count + file.Team.Count + file.Measures.Sum(measure => measure.Acts.Count));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
        {order.Size.ToString().ToLowerInvariant()}, seed {order.Seed}, as of {order.AsOf:yyyy-MM-dd}
        units        {Units,10:N0}
        points       {Points,10:N0}
        staff        {Staff,10:N0}
        accounts     {Accounts,10:N0}
        clients      {Clients,10:N0}
        measures     {Measures,10:N0}
        screens      {Screens,10:N0}
        contacts     {Contacts,10:N0}
        obligations  {Obligations,10:N0}
        others       {OtherRecords,10:N0}
        all records  {Records,10:N0}
        """);
}

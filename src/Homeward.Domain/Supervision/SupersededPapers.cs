using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The days of a measure's papers as they were known until a day on which they were corrected; with them the state as known on an earlier day can still be shown.</summary>
public sealed class SupersededPapers : IAboutClient
{
    SupersededPapers()
    {
    }

    internal SupersededPapers(Measure measure, DateOnly knownUntil)
    {
        Id = Ids.New();
        MeasureId = measure.Id;
        ClientId = measure.ClientId;
        UnitId = measure.UnitId;
        KnownUntil = knownUntil;
        OrderedOn = measure.OrderedOn;
        ServedOn = measure.ServedOn;
        FamilyServedOn = measure.FamilyServedOn;
        OfficeToldOn = measure.OfficeToldOn;
        ReportedOn = measure.ReportedOn;
        AgreementSignedOn = measure.AgreementSignedOn;
        TermYears = measure.TermYears;
        ServedIsolationDays = measure.ServedIsolationDays;
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>The day of the correction: before it these days counted.</summary>
    public DateOnly KnownUntil { get; private set; }
    public DateOnly? OrderedOn { get; private set; }
    public DateOnly? ServedOn { get; private set; }
    public DateOnly? FamilyServedOn { get; private set; }
    public DateOnly? OfficeToldOn { get; private set; }
    public DateOnly? ReportedOn { get; private set; }
    public DateOnly? AgreementSignedOn { get; private set; }
    public int? TermYears { get; private set; }
    public int ServedIsolationDays { get; private set; }
}

using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Screening;

/// <summary>One appointment to test for drugs and what came of it: whether it was held (outcome), and what it showed (result).</summary>
public sealed partial class Screen : IVersioned, IAudited, IAboutClient
{
    Screen()
    {
    }

    public Screen(Client client, Guid? measureId, ScreenRecord record, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotRecord(client, record, entry));
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        MeasureId = measureId;
        EnteredById = entry.EnteredById;
        EnteredAt = entry.At;
        Take(record);
        IsIncomplete = WhatIsMissing(client, record).Any();
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public DateOnly On { get; private set; }
    public ScreenKind Kind { get; private set; }
    public Specimen Specimen { get; private set; }
    public ScreenOutcome Outcome { get; private set; }
    public ScreenResult? Result { get; private set; }

    /// <summary>How it was evaded (rules R2.20); null where it was not, and in records older than the note of it, when nobody came.</summary>
    public EvasionReason? EvasionReason { get; private set; }

    /// <summary>Analyte code → reading, for each line of the kit.</summary>
    public IReadOnlyDictionary<string, Reading> Readings { get; private set; } = new Dictionary<string, Reading>();
    public string? KitBrand { get; private set; }
    public string? KitLot { get; private set; }
    public DateOnly? KitExpiresOn { get; private set; }
    public string? FirstTester { get; private set; }
    public string? SecondTester { get; private set; }
    public string? Collector { get; private set; }
    public Sex? CollectorSex { get; private set; }
    public string? Witnesses { get; private set; }
    public string? Place { get; private set; }
    public string? SampleA { get; private set; }
    public string? SampleB { get; private set; }

    /// <summary>The samples are kept until this day (DTP art. 8, rules R2.5).</summary>
    public DateOnly? KeepSamplesUntil { get; private set; }
    public DateOnly? SamplesDisposedOn { get; private set; }
    public string? SamplesDisposedBy { get; private set; }
    public string? SamplesDisposalWitness { get; private set; }
    public Sealed? Remarks { get; private set; }

    /// <summary>The police elsewhere who made it, the number of their report, and the leave during which they did (rules R1.27); null where it was made here.</summary>
    public string? RemoteBody { get; private set; }
    public string? RemoteDocument { get; private set; }
    public Guid? LeaveId { get; private set; }

    /// <summary>History that lacks a fact which a rule asks for, such as the second tester.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Day on which a person confirmed the positive result or the evasion; null where it was recorded as such.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>The account that confirmed or overturned it; null where nobody has, and at the shell.</summary>
    public Guid? ConfirmedById { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Day on which a laboratory overturned the positive of the spot.</summary>
    public DateOnly? OverturnedOn { get; private set; }
    public DateOnly? AnnulledOn { get; private set; }
    public Sealed? AnnulReason { get; private set; }
    public Guid? EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>The person was there: what proves the evasion is the sample, not a notice (rules R2.20).</summary>
    public bool IsTampered => EvasionReason == Screening.EvasionReason.Tampered;

    public bool IsAnnulled => AnnulledOn is not null;

    /// <summary>A scheduled appointment that came to an end of its own: held, refused, evaded or excused.</summary>
    public bool AnswersAppointment => Kind == ScreenKind.Scheduled && !IsAnnulled && Result != ScreenResult.Invalid && Outcome is ScreenOutcome.Done or ScreenOutcome.Refused or ScreenOutcome.EvadedConfirmed or ScreenOutcome.Excused;

    /// <summary>It was held here and not by the police elsewhere during a leave; the tests of a clinic may be anywhere.</summary>
    public bool WasMadeHere => this is { LeaveId: null, Outcome: ScreenOutcome.Done, IsAnnulled: false, Kind: not ScreenKind.Clinic };

    /// <summary>A positive result was confirmed on this day; only then statistics and clocks use it (rules R2.9).</summary>
    /// <param name="dispute">The dispute of this result; null where nobody asked for a laboratory.</param>
    /// <param name="limit">The days within which the client may ask.</param>
    /// <param name="step">Who confirms, and when.</param>
    public void Confirm(ScreenDispute? dispute, DisputeLimit limit, SecondStep step)
    {
        RulesBrokenException.ThrowIfAny(WhyNotConfirm(dispute, limit, step.On));
        Result = ScreenResult.PositiveConfirmed;
        Take(step);
    }

    /// <summary>The laboratory found otherwise: the positive on the spot counts nowhere (rules R2.9).</summary>
    public void Overturn(SecondStep step)
    {
        RulesBrokenException.ThrowIfAny(WhyNotSettle());
        Result = ScreenResult.Negative;
        OverturnedOn = step.On;
        Take(step);
    }

    /// <summary>The A and B samples are destroyed after their time, by two people (rules R2.5).</summary>
    public void DisposeSamples(DateOnly on, string by, string witness, bool inDispute, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotDispose(on, by, witness, inDispute, today));
        (SamplesDisposedOn, SamplesDisposedBy, SamplesDisposalWitness) = (on, by.Trim(), witness.Trim());
    }

    /// <summary>A number that was written wrongly on the record; the samples themselves are the same.</summary>
    public void Renumber(string? a, string? b, bool isSent)
    {
        RulesBrokenException.ThrowIfAny(WhyNotRenumber(a, b, isSent));
        (SampleA, SampleB) = (a!.Trim(), b!.Trim());
    }

    /// <summary>An evasion counts only when somebody has confirmed it: that a notice was served and no just cause exists (rules R2.19), or that the sample was tampered with (R2.20).</summary>
    public void ConfirmEvasion(bool isNotified, SecondStep step)
    {
        RulesBrokenException.ThrowIfAny(WhyNotConfirmEvasion(isNotified));
        Outcome = ScreenOutcome.EvadedConfirmed;
        Take(step);
    }

    /// <summary>Takes a wrong record out of every count; it stays visible with its reason.</summary>
    public void Annul(Sealed reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnnul());
        AnnulledOn = today;
        AnnulReason = reason;
    }

    void Take(SecondStep step) => (ConfirmedOn, ConfirmedById, ConfirmedAt, ConfirmDocument) =
        (step.On, step.ById, step.At, string.IsNullOrWhiteSpace(step.DocumentNumber) ? null : step.DocumentNumber.Trim());

    void Take(ScreenRecord record)
    {
        On = record.On;
        Kind = record.Kind;
        Specimen = record.Specimen;
        Outcome = record.Outcome;
        Result = record.Result;
        EvasionReason = IsEvasion(record.Outcome) ? record.EvasionReason ?? Screening.EvasionReason.DidNotCome : null;
        Readings = record.Readings;
        KitBrand = record.KitBrand;
        KitLot = record.KitLot;
        KitExpiresOn = record.KitExpiresOn;
        FirstTester = record.FirstTester;
        SecondTester = record.SecondTester;
        Collector = record.Collector;
        CollectorSex = record.CollectorSex;
        Witnesses = record.Witnesses;
        Place = record.Place;
        SampleA = record.SampleA;
        SampleB = record.SampleB;
        KeepSamplesUntil = record.KeepSamplesUntil;
        Remarks = record.Remarks;
        RemoteBody = record.Remote?.Body;
        RemoteDocument = record.Remote?.DocumentNumber;
        LeaveId = record.Remote?.LeaveId;
        Take(record.Spot);
        Take(record.Compulsion);
    }
}

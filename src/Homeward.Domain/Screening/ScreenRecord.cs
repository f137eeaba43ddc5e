using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Screening;

/// <summary>What is written down about one screen.</summary>
public sealed record ScreenRecord
{
    public required DateOnly On { get; init; }
    public required ScreenKind Kind { get; init; }
    public required Specimen Specimen { get; init; }
    public required ScreenOutcome Outcome { get; init; }
    public ScreenResult? Result { get; init; }

    /// <summary>How it was evaded; where nobody says, the person did not come.</summary>
    public EvasionReason? EvasionReason { get; init; }
    public IReadOnlyDictionary<string, Reading> Readings { get; init; } = new Dictionary<string, Reading>();
    public string? KitBrand { get; init; }
    public string? KitLot { get; init; }
    public DateOnly? KitExpiresOn { get; init; }
    public string? FirstTester { get; init; }
    public string? SecondTester { get; init; }
    public string? Collector { get; init; }
    public Sex? CollectorSex { get; init; }
    public string? Witnesses { get; init; }
    public string? Place { get; init; }
    public string? SampleA { get; init; }
    public string? SampleB { get; init; }
    public DateOnly? KeepSamplesUntil { get; init; }
    public Sealed? Remarks { get; init; }

    /// <summary>What was sealed, told and signed on the spot; null where nobody wrote it down.</summary>
    public SpotNotes? Spot { get; init; }

    /// <summary>The approval, where it was made by compulsion.</summary>
    public Compulsion? Compulsion { get; init; }

    /// <summary>Who made it, where that was elsewhere.</summary>
    public RemoteReport? Remote { get; init; }

    /// <summary>Somebody else made it, the police elsewhere or a clinic: who tested, and who keeps the samples, stands in their papers.</summary>
    public bool IsElsewhere => Remote is not null || Kind == ScreenKind.Clinic;

    /// <summary>How many testers the policy in force asks for (rules R2.4).</summary>
    public int TestersNeeded { get; init; } = 2;

    /// <summary>First day of the measure it is taken under, if any: no screen lies before the order.</summary>
    public DateOnly? MeasureOrderedOn { get; init; }

    /// <summary>First day of the custody in which the person was all that day; null where they were in none.</summary>
    public DateOnly? DetainedSince { get; init; }
}

/// <summary>The report of a screen that the police elsewhere made during a leave (rules R1.27).</summary>
/// <param name="Body">The police there.</param>
/// <param name="DocumentNumber">The number of their report.</param>
/// <param name="LeaveId">The act of the leave; null where the person was on none that day.</param>
public sealed record RemoteReport(string? Body, string? DocumentNumber, Guid? LeaveId = null)
{
    /// <summary>The leave that whoever records it names; the one of the day where nobody names one.</summary>
    public Guid? NamedLeaveId { get; init; }
}

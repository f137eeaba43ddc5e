using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Supervision;

namespace Homeward.Web.Features.People;

/// <summary>All that the page of one client stands on.</summary>
public sealed record ClientFile
{
    public required ClientBrief Brief { get; init; }
    public string? Responsible { get; init; }
    public IReadOnlyList<RiskRecord> Risks { get; init; } = [];

    /// <summary>Who was responsible when, the newest first.</summary>
    public IReadOnlyList<ClientStretch> Stretches { get; init; } = [];

    /// <summary>Releases from isolation centres.</summary>
    public IReadOnlyList<ClientRelease> Releases { get; init; } = [];

    public IReadOnlyList<ScreenDispute> Disputes { get; init; } = [];
    public IReadOnlyList<CleanCertification> Certifications { get; init; } = [];

    /// <summary>The open measures first, then the ended, newest first.</summary>
    public IReadOnlyList<ClientMeasure> Measures { get; init; } = [];

    /// <summary>Newest first, annulled ones included.</summary>
    public IReadOnlyList<ClientScreen> Screens { get; init; } = [];
    /// <summary>Screens that say nothing final yet, and what comes next of each.</summary>
    public IReadOnlyList<(Screen Screen, ScreenNext Next)> Unsettled { get; init; } = [];
    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    /// <summary>The day on which a notice was served for the window of an obligation, by its id.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Notices { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>Three years without relapse: since when it counts and what stands in the way.</summary>
    public CleanLook? Clean { get; init; }

    public Client Client => Brief.Client;

    /// <summary>The measure that the head of the page tells of.</summary>
    public ClientMeasure? Current => Measures.FirstOrDefault(measure => measure.Measure.IsOpen);
}

/// <summary>One stretch of responsibility with the worker's name.</summary>
public sealed record ClientStretch(ClientAssignment Assignment, string? Worker);

/// <summary>The days of one release from a centre.</summary>
public sealed record ClientRelease(Guid Id, ReleaseState State, DateOnly AnnouncedOn, DateOnly? AnsweredOn, DateOnly? VisitedOn, DateOnly? ReceivedOn, DateOnly? PapersReceivedOn, DateOnly? ArrivedOn);

/// <summary>One screen, who entered and who confirmed it.</summary>
public sealed record ClientScreen(Screen Screen, string? EnteredBy, string? ConfirmedBy);

/// <summary>One measure, where it stands today, and what is missing to plan it.</summary>
public sealed record ClientMeasure(Measure Measure, MeasureState State, IReadOnlyList<PlanGap> Missing)
{
    /// <summary>The drawn day of the open window, known from that day on.</summary>
    public DateOnly? CallUpOn { get; init; }

    /// <summary>A call-up lies ahead in the open window, and nobody is told the day.</summary>
    public bool CallUpAhead { get; init; }

    /// <summary>Once the measure is over: the seed and every day it drew, for anyone to check against the commitment.</summary>
    public OpenedCallUps? Opened { get; init; }
}

/// <summary>A seed that is no secret any more, in hexadecimal, and the days it drew.</summary>
public sealed record OpenedCallUps(string Seed, IReadOnlyList<(ScreeningWindow Window, DateOnly On)> Days);

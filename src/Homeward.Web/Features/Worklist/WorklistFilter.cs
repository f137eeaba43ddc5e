using Homeward.Domain.Worklist;

namespace Homeward.Web.Features.Worklist;

/// <summary>Which part of the work is asked for.</summary>
public enum WorklistState
{
    /// <summary>Overdue and due together: what there is to do.</summary>
    ToDo,
    Overdue,
    Due,
    Coming,
}

/// <summary>A filter of the worklist; the same for page, API, export and the counts that open it.</summary>
public sealed record WorklistFilter
{
    public WorklistState State { get; init; }
    public ObligationKind? Kind { get; init; }

    /// <summary>Only what this person of staff answers for.</summary>
    public Guid? ResponsibleId { get; init; }

    /// <summary>Only this unit and what hangs under it.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only these clients, found by name.</summary>
    public IReadOnlyCollection<Guid>? Clients { get; init; }

    /// <summary>Only what closes on this day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Only what nobody answers for yet.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Only screens whose reminder has come and for which no notice was served (rules R2.18).</summary>
    public bool NoticeDue { get; init; }
}

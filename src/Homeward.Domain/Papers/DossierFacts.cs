using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>Where what lies in a slot comes from.</summary>
public enum FillingSource
{
    Paper,
    Scan,
    Screen,
    Contact,
    Assessment,
    Act,
}

/// <summary>Something that lies in a slot.</summary>
public sealed record DossierFilling(DossierSlot Slot, FillingSource Source, Guid Id, DateOnly On)
{
    /// <summary>False where it lies in the slot without being what the slot asks for.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>How many records it stands for; the day is that of the newest.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>All that the dossier of a measure is worked out from.</summary>
/// <param name="Measure">The measure with its acts.</param>
/// <param name="State">Where it stands today.</param>
public sealed record DossierFacts(Measure Measure, MeasureState State)
{
    public IReadOnlyList<DossierFilling> Fillings { get; init; } = [];

    /// <summary>Interviews and assessments that are overdue today: each is a gap, whatever lies in the slot already.</summary>
    public int OverdueInterviews { get; init; }
    public int OverdueAssessments { get; init; }

    /// <summary>Days that a paper may take from what it is about (PROPOSED).</summary>
    public required int Days { get; init; }
    public required DateOnly Today { get; init; }

    public DateOnly? FirstWindowOn => State.Windows is [var first, ..] && first.Opens <= Today ? first.Opens : null;

    /// <summary>The day after the last of the term, once it has come, or that of an earlier release.</summary>
    public DateOnly? ExpiredOn
    {
        get
        {
            DateOnly? over = State.EndsOn < Today ? State.EndsOn.Value.AddDays(1) : null;
            var released = Standing.Where(act => act.Kind == MeasureActKind.Released).Min(act => (DateOnly?)act.On);
            return Measure.EndedOn is not null && released is null ? null : released < over || over is null ? released : over;
        }
    }

    /// <summary>The windows that are over and were asked for.</summary>
    public IReadOnlyList<ScreeningWindow> PastWindows =>
        [.. State.Windows.Where(window => window.Closes < Today && window.State is not (ScreeningWindowState.Suspended or ScreeningWindowState.Excused or ScreeningWindowState.Future or ScreeningWindowState.Open))];

    public IEnumerable<MeasureAct> Standing => Measure.Acts.Where(act => !act.IsAnnulled && act.On <= Today);
}

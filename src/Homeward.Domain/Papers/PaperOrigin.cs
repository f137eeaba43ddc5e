using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>What a paper tells of, beside the client: the measure, an act under it, a screen.</summary>
public sealed record PaperOrigin(Measure? Measure = null, MeasureAct? Act = null, Screen? Screen = null)
{
    /// <summary>The day that the paper calls for, such as that of the screen of a notice.</summary>
    public DateOnly? ForDay { get; init; }

    /// <summary>The obligation of the worklist that the paper was made for.</summary>
    public Guid? ObligationId { get; init; }

    /// <summary>Papers that were made together lie in one file.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>A no-show or a serious breach is suspected and nobody has confirmed it: what the confirmation will rest on can be written.</summary>
    public bool IsSuspected { get; init; }

    /// <summary>It tells of somebody who has not come, to the first office or to that of a new place, and not of what happened since the report.</summary>
    public bool IsNoShow => Measure?.ReportedOn is not { } reported || (Act?.Kind == MeasureActKind.OverdueConfirmed && Act.On >= reported);

    /// <summary>The same with what the state of the measure says of it.</summary>
    public PaperOrigin In(MeasureState? state) => this with
    {
        IsSuspected = state is { NoShow: MeasureStatus.OverdueUnconfirmed } or { AwaitsConfirmation: true },
    };
}

/// <summary>The number of a paper: gapless within the unit that made it and the year.</summary>
public sealed record PaperNumber(Guid UnitId, string UnitCode, int Year, int Serial)
{
    public override string ToString() => $"{UnitCode}-{Year}-{Serial:0000}";
}

/// <summary>Which template a paper was made from, for good: the same version gives the same paper again.</summary>
/// <param name="Id">The organisation's own template; null for one that comes with the product.</param>
/// <param name="Version">Its version, such as <c>TestNotice.1</c>.</param>
public sealed record TemplateMark(Guid? Id, string Version);

using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Screening;

/// <summary>A step of a dispute, or its close.</summary>
public sealed record ApiDisputeStep : IApiBody
{
    public DisputeStep? Step { get; init; }
    public required DateOnly On { get; init; }
    [StringLength(100)]
    public string? Laboratory { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }
    public bool? IsPositive { get; init; }

    /// <summary>Who was told of a decision or of a result; of a result the client, where it is left out.</summary>
    [MaxLength(4)]
    public List<ToldParty> ToldTo { get; init; } = [];

    /// <summary>The day on which they were told; the day of the step, where it is left out.</summary>
    public DateOnly? ToldOn { get; init; }
    public TimeOnly? ToldAt { get; init; }
    public bool Close { get; init; }

    public DisputeEntry ToEntry() => new(Step ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.step"), On, Laboratory, DocumentNumber, IsPositive) { ToldTo = ToldTo, ToldOn = ToldOn, ToldAt = ToldAt };
}

/// <summary>A dispute as the API shows one.</summary>
public sealed record ApiDispute(Guid ScreenId, IReadOnlyList<DisputeEntry> Entries, DisputeStep? Next, DateOnly? ClosedOn, bool? IsPositive, int Version);

using System.Globalization;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Features.Worklist;

/// <summary>One line of the worklist.</summary>
public sealed record WorklistRow
{
    public required Guid Id { get; init; }
    public required Guid ClientId { get; init; }
    public required string Name { get; init; }
    public Sex? Sex { get; init; }
    public int? Age { get; init; }

    /// <summary>In clear: whatever shows it masks it.</summary>
    public string? Number { get; init; }

    /// <summary>Sealed: of all that shows a line only the exported file tells it.</summary>
    public Sealed? Phone { get; init; }
    public RiskLevel? Risk { get; init; }
    public required Guid UnitId { get; init; }
    public required string Unit { get; init; }
    public Guid? ResponsibleId { get; init; }
    public string? Responsible { get; init; }
    public required ObligationKind Kind { get; init; }
    public required DateOnly Opens { get; init; }
    public required DateOnly Closes { get; init; }
    public required string Rule { get; init; }
    public MeasureKind? Measure { get; init; }

    /// <summary>A day of it can still be moved by holidays that are not announced (rules R1.49).</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Days since the window closed; zero or less while it is open, and where its last day is not certain.</summary>
    public required int DaysOverdue { get; init; }

    /// <summary>Of a screen: the reminder to serve a notice that has come, in days from the close of the window (rules R2.18).</summary>
    public int? NoticeReminder { get; init; }

    /// <summary>Of a screen: the day on which a notice was served for its window.</summary>
    public DateOnly? NoticeServedOn { get; init; }
    public required int Version { get; init; }

    public WorklistPlace Place => new(Closes, Id);
}

/// <summary>Where a page of the worklist ended.</summary>
public readonly record struct WorklistPlace(DateOnly Closes, Guid Id)
{
    public override string ToString() => $"{Closes:yyyyMMdd}{Id:N}";

    public static WorklistPlace? Read(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var closes) && Guid.TryParseExact(text[8..], "N", out var id)
            ? new WorklistPlace(closes, id) : null;
}

/// <summary>How much is overdue, due now, and coming in seven days.</summary>
public sealed record WorklistCounts(int Overdue, int Due, int Coming);

/// <summary>What waits for others, what has changed, and which releases and changes of place wait for an answer.</summary>
public sealed record WorklistOthers(int Waiting, int Changed, int Announced, int Arriving);

/// <summary>What one worker has in one unit.</summary>
public sealed record WorklistShare(Guid UnitId, Guid? ResponsibleId, int Overdue, int Due);

using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>A line of the book: what was told, of which days, when it reached the office, and when it was struck out.</summary>
sealed record LogLine(MeasureActKind What, DateOnly On, DateOnly? To, string? Reason, DateOnly KnownOn)
{
    public DateOnly? StruckOn { get; set; }
}

/// <summary>The papers as they read since a day.</summary>
sealed record LogPapers(DateOnly Since, DateOnly? Ordered, DateOnly? Served, DateOnly? Enrolled, int? Years);

/// <summary>A screen that somebody entered, with all its days.</summary>
sealed record LogScreen(DateOnly On, ScreenFinding Finding, Specimen Specimen);

/// <summary>The book of one isolation, maintenance treatment or measure by agreement, kept in plain lines beside the product's record.</summary>
sealed class Logbook(MeasureKind kind, Reading reading)
{
    public List<LogLine> Lines { get; } = [];
    public List<LogPapers> Papers { get; } = [];
    public List<LogScreen> Screens { get; } = [];

    /// <summary>All that is written now.</summary>
    public DayWalk Now() => new(kind, reading, Papers[^1], [.. Lines.Where(line => line.StruckOn is null)], Screens);

    /// <summary>What was written on the evening of a day.</summary>
    public DayWalk AsKnownOn(DateOnly day) => new(
        kind, reading, Papers.Last(papers => papers.Since <= day), [.. Lines.Where(line => line.KnownOn <= day && !(line.StruckOn <= day))], Screens);
}

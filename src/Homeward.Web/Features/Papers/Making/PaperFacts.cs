using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>All that the values of a paper are taken from.</summary>
public sealed record PaperFacts
{
    public required Client Client { get; init; }
    public required PaperKind Kind { get; init; }
    public required PaperOrigin Origin { get; init; }
    public required PaperPlaces Places { get; init; }
    public required DateOnly MadeOn { get; init; }
    public string MadeBy { get; init; } = "";
    public string Responsible { get; init; } = "";

    /// <summary>Where the measure stands today; null where the paper is about none.</summary>
    public MeasureState? State { get; init; }
    public int? TermYears { get; init; }

    /// <summary>The work team of the measure on the day of the paper, where the paper names it.</summary>
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    /// <summary>The screens of the measure.</summary>
    public IReadOnlyList<Screen> Screens { get; init; } = [];

    /// <summary>The day written by hand, such as that of the screen to come.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What else was written by hand.</summary>
    public IReadOnlyDictionary<WrittenField, string> Written { get; init; } = new Dictionary<WrittenField, string>();
}

/// <summary>The names of the places around a client and a measure.</summary>
public sealed record PaperPlaces(string Unit, string Station, string Organisation, string Street, string District, string Execution, string Act);

using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>One person of a roster with the measure in force.</summary>
public sealed record RosterRow
{
    /// <summary>The kind that stands for three years clean: a person without an open measure.</summary>
    const string ThreeYearsClean = "CLEAN";
    const int LongestTerm = 10;

    public required int Row { get; init; }
    public required string Name { get; init; }
    public required IdentityNumber IdentityNumber { get; init; }
    public Sex Sex => IdentityNumber.Sex;
    public DateOnly BirthDate => IdentityNumber.BirthDate;
    public required Guid StreetId { get; init; }

    /// <summary>Null for somebody three years clean.</summary>
    public required MeasureKind? Measure { get; init; }
    public string? RegisteredAddress { get; init; }
    public string? ResidenceAddress { get; init; }
    public IReadOnlyList<string> Phones { get; init; } = [];
    public string? OrderNumber { get; init; }
    public string? OrderedBy { get; init; }
    public MeasureDays Days { get; init; } = new();
    public int? TermYears { get; init; }
    public IReadOnlyList<string> Substances { get; init; } = [];
    public RiskLevel? Risk { get; init; }
    public string? Worker { get; init; }
    public string? Employment { get; init; }
    public string? Education { get; init; }
    public string? MaritalStatus { get; init; }
    public string? Remarks { get; init; }

    public static Parsed<RosterRow> Parse(RowCells cells, UnitLookup streets, DateOnly asOf)
    {
        var reading = new RowReading(cells);
        var name = reading.Name("name");
        if (name is null)
        {
            reading.Refuse("no-name");
        }
        var number = reading.IdentityNumber("idNumber", asOf);
        PersonFacts.Check(reading, number, asOf);
        var kind = reading.RequiredChoice("kind");
        var street = reading.Unit("street", streets);
        var days = MeasureDays.Read(reading, isClean: kind == ThreeYearsClean);
        days.Check(reading, asOf, number?.BirthDate, isClean: kind == ThreeYearsClean);
        var row = Rest(reading, cells.Row, MeasureKinds.TryParse(kind, out var measure) ? measure : null, days);
        return reading.Finish(() => row with { Name = name!, IdentityNumber = number!, StreetId = street!.Id });
    }

    static RosterRow Rest(RowReading reading, int row, MeasureKind? measure, MeasureDays days)
    {
        var term = reading.Whole("termYears", 1, LongestTerm);
        days.Note(reading, measure);
        return new RosterRow
        {
            Row = row,
            Name = "",
            IdentityNumber = null!,
            StreetId = default,
            Measure = measure,
            RegisteredAddress = reading.Text("registeredAddress"),
            ResidenceAddress = reading.Text("residenceAddress"),
            Phones = reading.Phones("phone"),
            OrderNumber = reading.Text("orderNumber"),
            OrderedBy = reading.Text("orderedBy"),
            Days = days,
            TermYears = term,
            Substances = reading.Choices("substances"),
            Risk = Enum.TryParse<RiskLevel>(reading.Choice("risk"), ignoreCase: true, out var risk) ? risk : null,
            Worker = reading.Name("worker"),
            Employment = reading.Choice("employment"),
            Education = reading.Choice("education"),
            MaritalStatus = reading.Choice("maritalStatus"),
            Remarks = reading.Text("remarks"),
        };
    }
}

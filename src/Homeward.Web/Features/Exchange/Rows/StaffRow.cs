using Homeward.Domain.People;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>One person of staff.</summary>
public sealed record StaffRow
{
    public required int Row { get; init; }
    public required string WorkNumber { get; init; }
    public required string Name { get; init; }
    public required Guid UnitId { get; init; }
    public Sex? Sex { get; init; }
    public DateOnly? BirthDate { get; init; }
    public DateOnly? HiredOn { get; init; }
    public string? Education { get; init; }
    public string? Qualification { get; init; }
    public string? QualificationNumber { get; init; }
    public DateOnly? QualificationValidUntil { get; init; }
    public string? Post { get; init; }

    public static Parsed<StaffRow> Parse(RowCells cells, UnitLookup units, DateOnly asOf)
    {
        var reading = new RowReading(cells);
        var (workNumber, name, unit) = (reading.Required("workNumber", reading.Text), reading.Required("name", reading.Name), reading.Unit("unit", units));
        var (born, hired) = (reading.Day("birthDate"), reading.Day("hiredOn"));
        if (born > asOf)
        {
            reading.Refuse("in-future", reading.Column("birthDate"), born);
        }
        if (hired <= born)
        {
            reading.Refuse("hired-before-birth", hired!, born!);
        }
        var rest = Rest(reading, cells.Row) with { BirthDate = born, HiredOn = hired };
        return reading.Finish(() => rest with { WorkNumber = workNumber!, Name = name!, UnitId = unit!.Id });
    }

    static StaffRow Rest(RowReading reading, int row) => new()
    {
        Row = row,
        WorkNumber = "",
        Name = "",
        UnitId = default,
        Sex = PersonFacts.Sex(reading),
        Education = reading.Choice("education"),
        Qualification = reading.Text("qualification"),
        QualificationNumber = reading.Text("qualificationNumber"),
        QualificationValidUntil = reading.Day("qualificationValidUntil"),
        Post = reading.Text("post"),
    };
}

using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>One unit with its parents by code: the administrative one, and where it has one the organisation's.</summary>
public sealed record UnitRow
{
    public required int Row { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Level { get; init; }
    public string? ParentCode { get; init; }
    public string? OrganisationParentCode { get; init; }

    public static Parsed<UnitRow> Parse(RowCells cells)
    {
        var reading = new RowReading(cells);
        var (code, name) = (reading.Required("code", reading.Text), reading.Required("name", reading.Text));
        var level = reading.RequiredChoice("level");
        var (parent, organisation) = (reading.Text("parentCode"), reading.Text("organisationParentCode"));
        if (code is not null && (code == parent || code == organisation))
        {
            reading.Refuse("own-parent");
        }
        if (level is "district" or "street" && parent is null)
        {
            reading.Refuse("no-parent-code", reading.Column("parentCode"));
        }
        return reading.Finish(() => new UnitRow
        {
            Row = cells.Row,
            Code = code!,
            Name = name!,
            Level = level!,
            ParentCode = parent,
            OrganisationParentCode = organisation,
        });
    }
}

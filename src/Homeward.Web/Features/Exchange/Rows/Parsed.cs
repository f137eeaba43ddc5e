using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>What came of one row: its value, or the reasons why it was refused; what had to be repaired in its ID number, and what it lacks.</summary>
public sealed record Parsed<T>(RowCells Cells, T? Value, IReadOnlyList<Broken> Reasons, IReadOnlyList<string> Repaired, IReadOnlyList<Broken> Warnings)
    where T : class
{
    public int Row => Cells.Row;
    public bool IsTaken => Value is not null;
}

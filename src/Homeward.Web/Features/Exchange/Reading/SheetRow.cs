namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>One line of a worksheet as text: its number as the file counts it, and its cells from the first column on.</summary>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

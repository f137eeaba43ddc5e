namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>How wide the columns of a table are: heads of rows are narrow, the rest shares what is left.</summary>
static class GridWidths
{
    const float HeadShare = 1;
    const float CellShare = 1.65f;

    public static float[] Of(Grid grid, float width)
    {
        var shares = Enumerable.Repeat(CellShare, Math.Max(1, grid.Columns)).ToArray();
        // The first row in which nothing is joined tells which columns are heads; a row of heads alone tells nothing.
        if (grid.Rows.FirstOrDefault(row => row.Count == grid.Columns && row.Any(cell => !cell.IsHead)) is { } plain)
        {
            for (var column = 0; column < plain.Count; column++)
            {
                shares[column] = plain[column].IsHead ? HeadShare : CellShare;
            }
        }
        var all = shares.Sum();
        return [.. shares.Select(share => share / all * width)];
    }
}

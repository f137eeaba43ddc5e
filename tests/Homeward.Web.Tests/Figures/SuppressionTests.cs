using CsCheck;
using Homeward.Web.Features.Figures;

namespace Homeward.Web.Tests.Figures;

/// <summary>What leaves the organisation gives no small number away (rules R6.17).</summary>
public class SuppressionTests
{
    static Figure Of(IEnumerable<int> values)
    {
        var cells = values.Select((value, place) => new FigureCell($"{place}", $"{place}", value)).ToList();
        return new Figure("overdue-by-unit", "", new DateOnly(2026, 11, 23), "1", "", cells.Sum(cell => cell.Value), cells);
    }

    [Fact]
    public void No_small_number_is_shown_and_none_can_be_worked_out_from_the_total() => Gen.Int[0, 40].List[0, 12].Sample(values =>
    {
        var shown = FigureReader.Suppressed(Of(values));
        var hidden = shown.Cells.Count(cell => cell.Value is null);
        var rest = shown.Total - shown.Cells.Sum(cell => cell.Value ?? 0);

        Assert.DoesNotContain(shown.Cells, cell => cell.Value is > 0 and < 5);
        Assert.True(hidden == 0 || shown.Total is null || (hidden >= 2 && rest >= 5));
    });

    [Fact]
    public void What_is_large_enough_is_shown_as_it_is()
    {
        var figure = Of([5, 0, 12]);

        Assert.Equal(figure, FigureReader.Suppressed(figure));
    }

    [Fact]
    public void A_single_small_number_takes_the_next_smallest_with_it()
    {
        var shown = FigureReader.Suppressed(Of([3, 9, 7, 20]));

        Assert.Equal([null, 9, null, 20], shown.Cells.Select(cell => cell.Value));
        Assert.Equal(39, shown.Total);
    }
}

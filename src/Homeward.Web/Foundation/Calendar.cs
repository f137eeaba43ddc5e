namespace Homeward.Web.Foundation;

/// <summary>The days that a field or an address may name: beyond them nobody was born and nothing is planned, and reckoning with them would fail.</summary>
public static class Calendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    public static bool Has(DateOnly day) => day.Year is >= FirstYear and <= LastYear;
}

using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Where a client stands: which measure is in force, or why none.</summary>
enum LifePath
{
    Detox,
    Rehabilitation,
    AtLarge,
    Maintenance,
    Isolation,
    Clean,
    Voluntary,
    Residential,
    Expired,
    Awaited,
    DaysMissing,
}

/// <summary>The shares of the paths. PROPOSED: no published share by measure was found for Shanghai (rules R7.5 has totals only).</summary>
static class LifePaths
{
    static readonly (LifePath Choice, int Weight)[] shares =
    [
        (LifePath.Detox, 250), (LifePath.Rehabilitation, 330), (LifePath.AtLarge, 150), (LifePath.Maintenance, 80), (LifePath.Isolation, 60), (LifePath.Clean, 55),
        (LifePath.Voluntary, 20), (LifePath.Residential, 10), (LifePath.Expired, 12), (LifePath.Awaited, 18), (LifePath.DaysMissing, 15),
    ];

    public static LifePath Draw(Dice dice) => dice.Weighed(shares);

    /// <summary>The first order of the path, and the order of the measure that is in force now.</summary>
    public static PathDays Days(LifePath path, DateOnly asOf, Dice dice)
    {
        DateOnly Ago(int least, int most) => asOf.AddDays(-dice.Between(least, most));
        switch (path)
        {
            case LifePath.Detox:
                return new(MeasureKind.Cdt, Ago(35, 1_060));
            case LifePath.Rehabilitation:
                var order = Ago(35, 1_060);
                return new(MeasureKind.Crh, order) { Before = dice.Chance(0.6) ? MeasureKind.Cid : null, BeforeFrom = order.AddYears(-2).AddDays(1) };
            case LifePath.AtLarge:
                return Released(Ago(25, 1_060), dice);
            case LifePath.Clean:
                return Released(Ago(1_130, 1_800), dice);
            case LifePath.Isolation:
                var isolated = Ago(6, 700);
                return new(MeasureKind.Cid, isolated) { Before = dice.Chance(0.4) ? MeasureKind.Cdt : null, BeforeFrom = isolated.AddDays(-dice.Between(90, 900)) };
            case LifePath.Expired:
                return new(MeasureKind.Cdt, asOf.AddYears(-3).AddDays(-dice.Between(12, 20)));
            case LifePath.Awaited:
                return new(MeasureKind.Cdt, dice.Chance(0.2) ? Ago(19, 32) : Ago(2, 12));
            case LifePath.DaysMissing:
                return new(MeasureKind.Cdt, Ago(60, 400));
            default:
                var kind = path switch { LifePath.Maintenance => MeasureKind.Mmt, LifePath.Voluntary => MeasureKind.Vol, _ => MeasureKind.Drc };
                return new(kind, Ago(30, 1_060));
        }
    }

    static PathDays Released(DateOnly on, Dice dice) =>
        new(MeasureKind.AtLarge, on) { Before = dice.Chance(0.5) ? MeasureKind.Cdt : MeasureKind.Crh, BeforeFrom = on.AddYears(-3).AddDays(-14) };
}

/// <summary>The days of a path.</summary>
sealed record PathDays(MeasureKind Now, DateOnly OrderedOn)
{
    /// <summary>A measure that has ended before.</summary>
    public MeasureKind? Before { get; init; }
    public DateOnly BeforeFrom { get; init; }

    public DateOnly First => Before is null ? OrderedOn : BeforeFrom;
}

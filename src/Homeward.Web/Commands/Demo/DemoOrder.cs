namespace Homeward.Web.Commands.Demo;

public enum DemoSize
{
    Station,
    District,
    City,
}

/// <summary>Which world is wanted. The same order gives the same world.</summary>
/// <param name="Size">How large.</param>
/// <param name="Seed">Where all chance comes from.</param>
/// <param name="AsOf">The day on which the world stands.</param>
/// <param name="Latest">No record is entered after this instant.</param>
public sealed record DemoOrder(DemoSize Size, ulong Seed, DateOnly AsOf, DateTime Latest)
{
    public const ulong UsualSeed = 1;
    public const string FirstUser = "worker1";
    public static readonly DateOnly UsualDay = new(2026, 11, 23);

    /// <summary>A world as it stands at half past nine on the morning of a day in Shanghai.</summary>
    public static DemoOrder On(DateOnly day, DemoSize size, ulong seed = UsualSeed) => new(size, seed, day, Instants.At(day, 9 * 60 + 30));

    public int Clients => Size switch { DemoSize.Station => 400, DemoSize.District => 6_000, _ => 60_000 };

    /// <summary>About one worker for fifty clients; the city's number is one that can give the published shares of degrees and titles to the second decimal.</summary>
    public int Workers => Size switch { DemoSize.Station => 9, DemoSize.District => 120, _ => 1_223 };

    /// <summary>Division codes of the districts; null means all.</summary>
    public string? District => Size switch { DemoSize.Station => "310109", DemoSize.District => "310110", _ => null };

    /// <summary>The first day of the records.</summary>
    public DateOnly RecordsFrom => AsOf.AddYears(-3);
}

/// <summary>Instants of a day in Shanghai, which has been eight hours ahead of UTC since 1991.</summary>
static class Instants
{
    public static DateTime At(DateOnly day, int minute) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(minute).AddHours(-8);
}

namespace Homeward.Web.Foundation.Storage;

/// <summary>Today in Shanghai, where the law counts its days; the zone comes from <c>Homeward:TimeZone</c>.</summary>
public sealed class ShanghaiClock(TimeProvider clock, IConfiguration configuration)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Homeward:TimeZone"] is { Length: > 0 } given ? given : "Asia/Shanghai");

    /// <summary>A fixed day for a demo world or a shell command with <c>--as-of</c>.</summary>
    readonly DateOnly? fixedDay = configuration["Homeward:AsOf"] is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => fixedDay ?? DayOf(Now);

    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), zone));

    /// <summary>The instant at which a Shanghai day begins.</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The instant of a time on a clock in Shanghai.</summary>
    public DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);

    public DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), zone);
}

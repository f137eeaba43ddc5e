using System.Globalization;

namespace Homeward.Web.Foundation;

/// <summary>Where a page of a list ended that is ordered by an instant: many records may share it, so the id tells them apart.</summary>
public readonly record struct InstantPlace(DateTime At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks:D19}{Id:N}");

    public static InstantPlace? Read(string? text) =>
        text is { Length: 51 } && long.TryParse(text.AsSpan(0, 19), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(text.AsSpan(19), "N", out var id)
            ? new InstantPlace(new DateTime(ticks, DateTimeKind.Utc), id) : null;
}

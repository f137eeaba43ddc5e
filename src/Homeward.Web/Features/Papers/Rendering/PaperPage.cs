namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>Something drawn on a page, in points from its upper left corner; the closed set follows.</summary>
public abstract record Ink
{
    private protected Ink()
    {
    }
}

/// <summary>A text whose base line starts at a point.</summary>
public sealed record TextInk(float X, float Y, float Size, bool IsBold, string Text) : Ink;

public sealed record LineInk(float FromX, float FromY, float ToX, float ToY) : Ink;

/// <summary>One page of A4.</summary>
public sealed class PaperPage
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Side = 62;
    public const float Top = 60;
    public const float Bottom = Height - 78;
    public const float Inside = Width - (2 * Side);

    public List<Ink> Inks { get; } = [];
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>The photo of a kit, re-encoded and sealed; one for a screen.</summary>
public sealed class ScreenPhoto : IAboutClient, IAudited
{
    ScreenPhoto()
    {
    }

    public ScreenPhoto(Guid id, Screen screen, Sealed content)
    {
        Id = id;
        ScreenId = screen.Id;
        ClientId = screen.ClientId;
        UnitId = screen.UnitId;
        Content = content;
    }

    public Guid Id { get; private set; }
    public Guid ScreenId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>A JPEG.</summary>
    public Sealed Content { get; private set; } = null!;
}

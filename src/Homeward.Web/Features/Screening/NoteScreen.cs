using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Screening;

/// <summary>A part of what was written on the spot that may be emptied.</summary>
public enum SpotPart
{
    SealedOn,
    SealedBy,
    SealSigned,
    KeptAt,
    ToldOnSpot,
    ToldOn,
    TestersSigned,
    ReportSigned,
    RefusalNote,
}

/// <summary>Writes down after a screen what was not written with it: how the samples were sealed and where they are, what was told on the spot, who signed (rules R2.5, R2.7).</summary>
public sealed class NoteScreen(Db db, Keyring keys, ShanghaiClock clock)
{
    /// <param name="screenId">The screen.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="change">What is to stand, from what stands.</param>
    /// <param name="refusalNote">What the officer noted, in clear on its way to the seal; empty where it is not said.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Screen> RunAsync(Guid screenId, int version, Func<SpotNotes, SpotNotes> change, string? refusalNote, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        var notes = change(screen.Spot);
        screen.Note(keys.SealOrNull(refusalNote, SealedColumn.ScreenRefusalNote, screen.Id) is { } note ? notes with { RefusalNote = note } : notes, clock.Today);
        db.Trail = db.Trail with { Act = "screen.note" };
        await db.SaveChangesAsync(ct);
        return screen;
    }
}

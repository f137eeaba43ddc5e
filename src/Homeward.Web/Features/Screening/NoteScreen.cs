using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Screening;

/// <summary>Writes down after a screen what was not written with it: how the samples were sealed and where they are, what was told on the spot, who signed (rules R2.5, R2.7).</summary>
public sealed class NoteScreen(Db db, Keyring keys, ShanghaiClock clock)
{
    public async Task<Screen> RunAsync(Guid screenId, int version, SpotNotes notes, string? refusalNote, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        screen.Note(notes with { RefusalNote = keys.SealOrNull(string.IsNullOrWhiteSpace(refusalNote) ? null : refusalNote.Trim(), SealedColumn.ScreenRefusalNote, screen.Id) }, clock.Today);
        db.Trail = db.Trail with { Act = "screen.note" };
        await db.SaveChangesAsync(ct);
        return screen;
    }
}

using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

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

/// <summary>The numbers of a pair of samples as somebody corrects them.</summary>
public sealed record SampleNumbers(string? A, string? B);

/// <summary>Writes down after a screen what was not written with it: how the samples were sealed and where they are, what was told on the spot, who signed (rules R2.5, R2.7).</summary>
public sealed class NoteScreen(Db db, Keyring keys, ShanghaiClock clock)
{
    /// <param name="screenId">The screen.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="change">What is to stand, from what stands.</param>
    /// <param name="samples">The numbers of A and B as they ought to be; null where they are not spoken of.</param>
    /// <param name="refusalNote">What the officer noted, in clear on its way to the seal; empty where it is not said.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Screen> RunAsync(Guid screenId, int version, Func<SpotNotes, SpotNotes> change, SampleNumbers? samples, string? refusalNote, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        if (samples is { } said && new SampleNumbers(said.A?.Trim() ?? screen.SampleA, said.B?.Trim() ?? screen.SampleB) is var numbers && numbers != new SampleNumbers(screen.SampleA, screen.SampleB))
        {
            var disputes = await db.ScreenDisputes.AsNoTracking().Where(dispute => dispute.ScreenId == screenId).ToListAsync(ct);
            screen.Renumber(numbers.A, numbers.B, disputes.Any(dispute => dispute.IsSent));
        }
        var notes = change(screen.Spot);
        screen.Note(keys.SealOrNull(refusalNote, SealedColumn.ScreenRefusalNote, screen.Id) is { } note ? notes with { RefusalNote = note } : notes, clock.Today);
        db.Trail = db.Trail with { Act = "screen.note" };
        await db.SaveChangesAsync(ct);
        return screen;
    }
}

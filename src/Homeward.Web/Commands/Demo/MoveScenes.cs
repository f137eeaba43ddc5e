using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Fixed lives of those who move: from here and to here, and out of an isolation centre.</summary>
static class MoveScenes
{
    public static readonly IReadOnlyList<Exemplar> All =
    [
        // From here: asked, rejected, and taken back by somebody who was under dual control for a time.
        new(MeasureKind.Cdt, 220) { Acts = told => Ask(told, 3) },
        new(MeasureKind.Crh, 230) { Acts = told => Reject(told, 40) },
        new(MeasureKind.Cdt, 400) { Acts = Revoked, Risks = LawScenes.RefusedLowering },
        // Came from the second point two months ago.
        new(MeasureKind.Cdt, 310) { Acts = told => MoveIn(told, 60) },
        // To here: asked, accepted, rejected, taken back.
        new(MeasureKind.Cdt, 200) { Elsewhere = true, Acts = told => Ask(told, 4) },
        new(MeasureKind.Crh, 205)
        {
            Elsewhere = true,
            Acts = told =>
            {
                Ask(told, 9).Accept(told.Ago(6));
                told.Act(MeasureActKind.TransferAccepted, 6);
            },
        },
        new(MeasureKind.Cdt, 215) { Elsewhere = true, Acts = told => Reject(told, 30) },
        new(MeasureKind.Cdt, 225) { Elsewhere = true, Acts = told => Revoke(told, 25) },
        // Went to the second point a week ago: the file as it was can still be read here.
        new(MeasureKind.Cdt, 255) { Elsewhere = true, Acts = told => MoveIn(told, 14), Closing = told => KeepFormer(told, 8) },
        // Out of isolation: accepted for next week, fetched some days ago, and all of it done.
        new(MeasureKind.Cid, 500) { Reports = false, Releases = told => told.Releases.ComeOut(told.Measure, told.Ago(-9), isOut: false) },
        new(MeasureKind.Cid, 505) { Reports = false, Releases = told => told.Releases.ComeOut(told.Measure, told.Ago(4), isOut: true) },
        new(MeasureKind.Crh, 60) { Before = MeasureKind.Cid, Releases = told => told.Releases.Tell() },
    ];

    /// <summary>The first point where the life is told elsewhere, else the second.</summary>
    static Post Other(Told told) => told.Scene.Posts[told.Scene.Exemplar!.Elsewhere ? 0 : 1];

    static IncomingTransfer Ask(Told told, int ago) => told.Law.AskFor(told.Measure, Other(told), told.Ago(ago));

    static void Reject(Told told, int ago)
    {
        var transfer = Ask(told, ago);
        transfer.Reject(told.Ago(ago - 5), told.Seal(told.Scene.Stock.Cases.TransferRefusal, SealedColumn.TransferAnswer, transfer.Id));
        told.Act(MeasureActKind.TransferRejected, ago - 5, "notResident");
    }

    static void Revoke(Told told, int ago)
    {
        Ask(told, ago).Revoke(told.Ago(ago - 6));
        told.Act(MeasureActKind.TransferRevoked, ago - 6, "withdrawn");
    }

    static void Revoked(Told told)
    {
        told.Act(MeasureActKind.DualControl, 190, "livesElsewhere", "S");
        told.Act(MeasureActKind.DualControlEnded, 100);
        Revoke(told, 45);
    }

    /// <summary>Asked for there, accepted here, reported and signed here.</summary>
    static void MoveIn(Told told, int ago)
    {
        var (measure, here) = (told.Measure, told.Scene.Worker.Post);
        measure.Correct(measure.Facts() with { PlaceOfExecutionId = Other(told).Street.Id }, told.File.Client.BirthDate, told.Today);
        var transfer = told.Law.AskFor(measure, here, told.Ago(ago), Other(told).Point.Id);
        transfer.Accept(told.Ago(ago - 3));
        told.Act(MeasureActKind.TransferAccepted, ago - 3);
        transfer.Receive(told.Ago(ago - 6));
        told.Act(MeasureActKind.ReportedAnew, ago - 6);
        told.Act(MeasureActKind.SignedAnew, ago - 7);
    }

    static void KeepFormer(Told told, int ago)
    {
        var (file, pack, movedOn) = (told.File, told.Scene.Pack, told.Ago(ago));
        var moved = new MovedCase(file.Client, told.Measure, Other(told).Point.Id, movedOn)
        {
            Screens = [.. file.Screens.Where(screen => screen.On <= movedOn)],
            Open = [.. file.Obligations.Where(due => due.Opens <= movedOn && !(due.SettledOn <= movedOn))],
        };
        file.Former.Add(FormerFiles.Copy(moved, pack, FormerFile.LastReadableDay(movedOn, pack)!.Value, told.Scene.Keys));
    }
}

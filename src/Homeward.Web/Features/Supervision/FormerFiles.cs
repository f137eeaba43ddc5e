using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>What the old office may still read: the legal part of the file as it stood on the day of the hand-over.</summary>
public sealed record FormerContent(
    string? OrderNumber, DateOnly? OrderedOn, DateOnly? ReportedOn, DateOnly? EndsOn, MeasureStatus Status, BreachCounters Counters,
    IReadOnlyList<ScreeningWindow> Windows, IReadOnlyList<FormerAct> Acts, int OpenObligations)
{
    /// <summary>What was to do and moved along, by its last day; null in a copy that was kept before copies named it.</summary>
    public IReadOnlyList<FormerDuty>? Duties { get; init; }
}

/// <summary>An obligation that moved along, as it stood on the day of the hand-over.</summary>
public sealed record FormerDuty(ObligationKind Kind, DateOnly Opens, DateOnly Closes, string Rule, ObligationState State);

/// <summary>One act of the hand-over.</summary>
public sealed record FormerAct(MeasureActKind Kind, DateOnly On, DateOnly? To, string? DocumentNumber);

/// <summary>A case on the day on which it moves.</summary>
public sealed record MovedCase(Client Client, Measure Measure, Guid FromUnitId, DateOnly On)
{
    public required IReadOnlyCollection<Screen> Screens { get; init; }

    /// <summary>All that was to do on that day, due or still ahead.</summary>
    public required IReadOnlyCollection<Obligation> Open { get; init; }
}

/// <summary>Keeps and opens the read-only copy of a file that has moved (rules R1.37; how long is a policy value).</summary>
public sealed class FormerFiles(Db db, Keyring keys, ShanghaiClock clock, PlanObligations plan)
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps the copy for the old office; the caller saves.</summary>
    public async Task KeepAsync(Client client, Measure measure, IncomingTransfer transfer, DateOnly movedOn, CancellationToken ct)
    {
        var pack = plan.PackOf(client, measure);
        if (FormerFile.LastReadableDay(movedOn, pack) is not { } readableUntil)
        {
            return;
        }
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == client.Id).ToListAsync(ct);
        var open = await db.Obligations.AsNoTracking().Where(obligation => obligation.ClientId == client.Id && obligation.SettledOn == null).ToListAsync(ct);
        var moved = new MovedCase(client, measure, transfer.FromUnitId, movedOn) { Screens = screens, Open = open };
        db.FormerFiles.Add(Copy(moved, pack, readableUntil, keys));
    }

    /// <summary>The legal part of the file as it stands on the day of the hand-over.</summary>
    public static FormerFile Copy(MovedCase moved, PolicyPack pack, DateOnly readableUntil, Keyring keys)
    {
        var (client, measure) = (moved.Client, moved.Measure);
        var state = MeasureClock.StateOf(measure.History(client.Sex, measure.Own(moved.Screens)), pack, moved.On);
        var limits = ProvisionalLimits.Of(pack).Where(limit => !limit.IsFirstDay).ToList();
        var content = new FormerContent(
            measure.OrderNumber, measure.OrderedOn, measure.ReportedOn, state.EndsOn, state.Status, state.Counters, state.Windows,
            [.. measure.Acts.Where(act => !act.IsAnnulled).OrderBy(act => act.On).Select(act => new FormerAct(act.Kind, act.On, act.To, act.DocumentNumber))], moved.Open.Count)
        {
            Duties = [.. moved.Open.OrderBy(duty => duty.Closes).ThenBy(duty => duty.Id).Select(duty => new FormerDuty(duty.Kind, duty.Opens, duty.Closes, duty.Rule, duty.StateOn(moved.On, limits.Any(limit => limit.IsBeyond(duty)))))],
        };
        var id = Ids.New();
        return new FormerFile(
            id, measure, moved.FromUnitId, moved.On, readableUntil,
            keys.Seal(keys.Open(client.Name, SealedColumn.ClientName, client.Id), SealedColumn.FormerFileName, id),
            keys.Seal(JsonSerializer.Serialize(content, json), SealedColumn.FormerFileContent, id));
    }

    /// <summary>Opens a copy that may still be read; the look is logged.</summary>
    public async Task<(FormerFile File, string Name, FormerContent Content)> OpenAsync(Guid id, CancellationToken ct)
    {
        var file = await db.FormerFiles.AsNoTracking().RequireAsync(id, ct);
        if (!file.IsReadableOn(clock.Today))
        {
            throw new NotFoundException();
        }
        db.Audit("formerFile.read", nameof(FormerFile), file.Id, file.ClientId);
        await db.SaveChangesAsync(ct);
        var content = JsonSerializer.Deserialize<FormerContent>(keys.Open(file.Content, SealedColumn.FormerFileContent, file.Id), json)!;
        return (file, keys.Open(file.Name, SealedColumn.FormerFileName, file.Id), content);
    }
}

using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Batches;

/// <summary>Makes the notices of a week in one go: all of them or none, each with its own number.</summary>
public sealed class MakeBatch(Db db, NoticesOfWeek week, PaperGathering gathering, MakePaper make, TakeNumber numbers, ShanghaiClock clock)
{
    public static readonly Broken NothingDue = new("papers.batch-nothing", "From");
    const int Tries = 8;

    /// <param name="batchId">The id given by the form: sent twice it is the same batch.</param>
    /// <param name="input">The week and what stands on every notice.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Guid> RunAsync(Guid batchId, BatchInput input, CancellationToken ct)
    {
        IReadOnlyList<Guid> asked = [];
        for (var tries = 1; ; tries++)
        {
            if (await db.Papers.AnyAsync(paper => paper.BatchId == batchId, ct))
            {
                return batchId;
            }
            // The counters are read before what is due: of two who make the same notices one loses the race for the numbers, and sees those of the other.
            await numbers.HoldAsync(ct);
            var due = await week.DueAsync(input.Asked, onlyOpen: true, ct);
            if (due.Count == 0 && await MadeBesideAsync(asked, ct) is { } other)
            {
                return other;
            }
            numbers.Begin(due.Select(one => one.Client.UnitId));
            await AddAsync(batchId, input, due, ct);
            asked = [.. due.Select(one => one.Obligation.Id)];
            try
            {
                db.Trail = db.Trail with { Act = "paper.make" };
                await db.SaveChangesAsync(ct);
                return batchId;
            }
            catch (Exception fault) when (fault is LostRaceException or DbUpdateException && tries < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The batch that somebody else has made of the same notices in that instant.</summary>
    async Task<Guid?> MadeBesideAsync(IReadOnlyList<Guid> asked, CancellationToken ct) => asked.Count == 0 ? null
        : await db.Papers.Where(paper => paper.ObligationId != null && asked.Contains(paper.ObligationId.Value) && paper.VoidedOn == null && paper.BatchId != null).Select(paper => paper.BatchId).FirstOrDefaultAsync(ct);

    async Task AddAsync(Guid batchId, BatchInput input, List<NoticeDue> due, CancellationToken ct)
    {
        var from = input.From!.Value;
        RulesBrokenException.ThrowIfAny(NoticeDays.WhyNotOn(PaperKind.TestNotice, from, null, clock.Today).Select(broken => broken with { Field = nameof(input.From) }).Concat(NoticeDays.WhyNotAt(input.Hour)));
        RulesBrokenException.ThrowIfAny(due.Count == 0 ? [NothingDue] : []);
        var clientIds = due.Select(one => one.Client.Id).Distinct().ToList();
        var measures = (await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => clientIds.Contains(measure.ClientId)).ToListAsync(ct)).ToDictionary(measure => measure.Id);
        var screens = (await db.Screens.AsNoTracking().Where(screen => clientIds.Contains(screen.ClientId)).ToListAsync(ct)).ToLookup(screen => screen.ClientId);
        var staffIds = due.Select(one => one.Client.ResponsibleId).OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(staff => staffIds.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
        foreach (var one in due)
        {
            var measure = measures[one.Obligation.MeasureId!.Value];
            var responsible = one.Client.ResponsibleId is { } id ? names.GetValueOrDefault(id, "") : "";
            var facts = gathering.Facts(one.Client, PaperKind.TestNotice, new PaperOrigin(measure) { ObligationId = one.Obligation.Id, BatchId = batchId }, [.. screens[one.Client.Id]], responsible, input.For(one.DayIn(from)));
            await make.AddAsync(Ids.New(), facts, ct);
        }
    }
}

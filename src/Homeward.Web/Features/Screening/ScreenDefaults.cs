using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>Fills the record form with what is usual: today, urine, myself, and the kit and second tester of my last record.</summary>
public sealed class ScreenDefaults(Db db, Actor actor, ShanghaiClock clock)
{
    /// <summary>The lines of the kits in common use, where nobody has recorded any yet.</summary>
    static readonly List<string> UsualPanel = ["morphine", "methamphetamine", "ketamine", "etomidate"];
    const int LooksBackDays = 90;
    const int MostColleagues = 60;

    /// <summary>Names of those who work at the client's point or at mine: offered while somebody types.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Client client, CancellationToken ct)
    {
        var mine = actor.Grants.Select(grant => grant.UnitId).Append(client.UnitId).Distinct().ToArray();
        var today = clock.Today;
        return await db.Staff.AsNoTracking().Where(staff => (mine.Contains(staff.UnitId) || staff.Id == actor.StaffId) && (staff.LeftOn == null || staff.LeftOn >= today))
            .OrderBy(staff => staff.Name).Take(MostColleagues).Select(staff => new Colleague(staff.Id, staff.Name, staff.Sex)).ToListAsync(ct);
    }

    public async Task<ScreenInput> ForAsync(Client client, IReadOnlyList<Colleague> colleagues, CancellationToken ct)
    {
        var since = clock.Today.AddDays(-LooksBackDays);
        var last = await db.Screens.AsNoTracking().Where(screen => screen.EnteredById == actor.AccountId && screen.On >= since && screen.Outcome == ScreenOutcome.Done)
            .OrderByDescending(screen => screen.EnteredAt).FirstOrDefaultAsync(ct);
        var me = colleagues.FirstOrDefault(colleague => colleague.Id == actor.StaffId);
        var mayCollect = client.Sex != Sex.Female || me?.Sex == Sex.Female;
        var kitIsGood = !(last?.KitExpiresOn < clock.Today);
        return new ScreenInput
        {
            On = clock.Today,
            Kind = ScreenKind.Scheduled,
            Specimen = Specimen.Urine,
            Outcome = ScreenOutcome.Done,
            EvasionReason = EvasionReason.DidNotCome,
            Panel = last is { Readings.Count: > 0 } ? [.. last.Readings.Keys] : UsualPanel,
            FirstTester = me?.Name ?? actor.DisplayName,
            SecondTester = last?.SecondTester,
            Collector = mayCollect ? me?.Name ?? actor.DisplayName : LastWoman(last),
            CollectorSex = mayCollect ? me?.Sex : LastWoman(last) is null ? null : Sex.Female,
            Place = last?.Place,
            KitBrand = kitIsGood ? last?.KitBrand : null,
            KitLot = kitIsGood ? last?.KitLot : null,
            KitExpiresOn = kitIsGood ? last?.KitExpiresOn : null,
        };
    }

    static string? LastWoman(Screen? last) => last?.CollectorSex == Sex.Female ? last.Collector : null;
}

/// <summary>Somebody who may test or collect.</summary>
public sealed record Colleague(Guid Id, string Name, Sex? Sex);

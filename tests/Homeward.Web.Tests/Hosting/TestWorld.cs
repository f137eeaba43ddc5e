using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Hosting;

/// <summary>
/// A small city: two districts, in the first a station with two points. Accounts: <c>worker</c> and <c>leader</c> at point A, <c>neighbour</c> at point B of the same station,
/// <c>head</c> of the station, <c>stranger</c> in the other district, <c>street</c> of point A's sub-district office, <c>liaison</c> and <c>otherLiaison</c> of two isolation centres, <c>office</c> city-wide, and the administrators.
/// </summary>
public sealed class TestWorld
{
    public const string Password = "Plum-Rain-Walks-77";

    public Dictionary<string, Unit> Units { get; } = [];
    public Dictionary<string, Staff> Staff { get; } = [];
    public Dictionary<string, Account> Accounts { get; } = [];
    public Dictionary<string, string> Keys { get; } = [];

    public static Task<TestWorld> BuildAsync(Home home) => home.WithDbAsync(async (db, services) =>
    {
        var world = new TestWorld();
        await world.AddUnitsAsync(db);
        var create = services.GetRequiredService<CreateAccount>();
        await world.AddAsync(db, create, "worker", "pointA", Role.Worker);
        await world.AddAsync(db, create, "leader", "pointA", Role.PointLeader);
        await world.AddAsync(db, create, "neighbour", "pointB", Role.Worker);
        await world.AddAsync(db, create, "head", "station", Role.StationHead);
        await world.AddAsync(db, create, "street", "streetA", Role.StreetOffice);
        await world.AddAsync(db, create, "stranger", "pointC", Role.Worker);
        await world.AddAsync(db, create, "office", "city", Role.HeadOffice);
        await world.AddAsync(db, create, "police", "city", Role.NarcoticsOffice);
        await world.AddAsync(db, create, "peer", "pointA", Role.Peer);
        await world.AddAsync(db, create, "liaison", "centre", Role.Liaison);
        await world.AddAsync(db, create, "otherLiaison", "otherCentre", Role.Liaison);
        await world.AddAsync(db, create, "auditor", "city", Role.Auditor);
        await world.AddAsync(db, create, "security", "city", Role.SecurityAdministrator);
        await world.AddAsync(db, create, "system", "city", Role.SystemAdministrator);
        return world;
    });

    async Task AddUnitsAsync(Db db)
    {
        var city = Put("city", new Unit("31", "上海市", UnitLevel.City, null, null));
        var hongkou = Put("hongkou", new Unit("310109", "虹口区", UnitLevel.District, city.Id, null));
        var yangpu = Put("yangpu", new Unit("310110", "杨浦区", UnitLevel.District, city.Id, null));
        var streetA = Put("streetA", new Unit("310109009", "欧阳路街道", UnitLevel.Street, hongkou.Id, null));
        var streetB = Put("streetB", new Unit("310109010", "曲阳路街道", UnitLevel.Street, hongkou.Id, null));
        var streetC = Put("streetC", new Unit("310110001", "定海路街道", UnitLevel.Street, yangpu.Id, null));
        var organisation = Put("organisation", new Unit("O1", "自强总社", UnitLevel.Organisation, null, null));
        var station = Put("station", new Unit("O1-HK", "虹口工作站", UnitLevel.Station, null, organisation.Id));
        Put("pointA", new Unit("O1-HK-1", "欧阳路社工点", UnitLevel.Point, streetA.Id, station.Id));
        Put("pointB", new Unit("O1-HK-2", "曲阳路社工点", UnitLevel.Point, streetB.Id, station.Id));
        Put("pointC", new Unit("O1-YP-1", "定海路社工点", UnitLevel.Point, streetC.Id, organisation.Id));
        Put("centre", new Unit("C1", "青东强制隔离戒毒所", UnitLevel.Centre, city.Id, null));
        Put("otherCentre", new Unit("C2", "夏阳强制隔离戒毒所", UnitLevel.Centre, city.Id, null));
        db.Units.AddRange(Units.Values);
        await db.SaveChangesAsync();
    }

    Unit Put(string key, Unit unit) => Units[key] = unit;

    async Task AddAsync(Db db, CreateAccount create, string user, string unit, Role role)
    {
        var staff = new Staff($"员工{user}", Units[unit].Id, new StaffDetails { WorkNumber = user });
        db.Staff.Add(staff);
        await db.SaveChangesAsync();
        Staff[user] = staff;
        var account = await create.RunAsync(user, staff.Name, Password, staff.Id);
        await create.GrantAsync(account, role, Units[unit].Id, "casework", new DateOnly(2020, 1, 1));
        Accounts[user] = account;
        Keys[user] = await create.KeyAsync(account);
    }
}

using Homeward.Data.Accounts;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Trust;
using Microsoft.AspNetCore.Identity;

namespace Homeward.Web.Commands.Demo;

/// <summary>The demo accounts and what they may do; all have one password, hashed once. The sign-in page lists them in this order.</summary>
sealed class DemoUsers
{
    readonly List<Account> accounts = [];
    readonly List<Grant> grants = [];
    readonly DemoOrder order;
    readonly Dice dice;
    readonly string hash = new PasswordHasher<Account>().HashPassword(new Account(), DemoAccounts.Password);

    DemoUsers(DemoOrder order)
    {
        this.order = order;
        dice = Dice.For(order.Seed, "accounts");
    }

    public IReadOnlyList<Account> Accounts => accounts;

    public IReadOnlyList<Grant> Grants => grants;

    public static DemoUsers Draw(DemoOrder order, DemoUnits units, DemoStaff staff)
    {
        var users = new DemoUsers(order);
        using var ids = Ids.DrawFrom(() => users.dice.Id(order.RecordsFrom));
        var first = units.Posts[0];
        users.AddWorker(staff.Workers, 0);
        users.Add("leader1", staff, Role.PointLeader, first.Point, "casework");
        users.Add("head", staff, Role.StationHead, first.Station, "management");
        users.Add("street", staff, Role.StreetOffice, first.Street, "oversight");
        users.Add("liaison", staff, Role.Liaison, units.Centres[0], "casework");
        users.Add("office", staff, Role.HeadOffice, units.City, "management");
        users.Add("police", staff, Role.NarcoticsOffice, units.City, "oversight");
        users.Add("auditor", staff, Role.Auditor, units.City, "audit");
        users.Add("security", staff, Role.SecurityAdministrator, units.City, "administration");
        users.Add("system", staff, Role.SystemAdministrator, units.City, "administration");
        for (var place = 1; place < staff.Workers.Count; place++)
        {
            users.AddWorker(staff.Workers, place);
        }
        return users;
    }

    /// <summary>The first station's head has an account; the other heads of a large world have none.</summary>
    public Guid? HeadOf(Unit station, DemoUnits units) => station.Id == units.Posts[0].Station.Id ? accounts.Single(account => account.UserName == "head").Id : null;

    void AddWorker(IReadOnlyList<Worker> workers, int place) =>
        Add($"worker{place + 1}", workers[place].Staff, workers[place].AccountId, Role.Worker, workers[place].Post.Point, "casework");

    void Add(string user, DemoStaff staff, Role role, Unit unit, string purpose) => Add(user, staff.Others[user], dice.Id(order.RecordsFrom), role, unit, purpose);

    void Add(string user, Staff person, Guid id, Role role, Unit unit, string purpose)
    {
        accounts.Add(new Account
        {
            Id = id,
            UserName = user,
            NormalizedUserName = user.ToUpperInvariant(),
            DisplayName = person.Name,
            StaffId = person.Id,
            IsDemo = true,
            PasswordHash = hash,
            SecurityStamp = Convert.ToHexString(dice.Bytes(20)),
            ConcurrencyStamp = dice.Id(order.RecordsFrom).ToString(),
            LockoutEnabled = true,
            CreatedAt = Instants.At(order.RecordsFrom, 0).AddSeconds(accounts.Count),
        });
        grants.Add(new Grant(id, role, unit.Id, purpose, order.RecordsFrom, null, []));
    }
}

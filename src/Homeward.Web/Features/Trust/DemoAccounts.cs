using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>The accounts of a demo world, offered on the sign-in page in Development and nowhere else.</summary>
public sealed class DemoAccounts(Db db, UnitTree units, IHostEnvironment environment)
{
    /// <summary>One password for all demo accounts; they are refused in Production.</summary>
    public const string Password = "Homeward-Demo-2026";
    const int Most = 14;

    public async Task<IReadOnlyList<DemoAccount>> ListAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            return [];
        }
        var rows = await (
            from account in db.Accounts.AsNoTracking()
            join grant in db.Grants.AsNoTracking() on account.Id equals grant.AccountId
            where account.IsDemo && account.EndedAt == null
            orderby account.CreatedAt, account.UserName
            select new { account.UserName, account.DisplayName, grant.Role, grant.UnitId }).Take(Most * 2).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.UserName).Take(Most)
            .Select(group => new DemoAccount(group.Key ?? "", group.First().DisplayName, [.. group.Select(row => (row.Role, units.NameOf(row.UnitId)))]))];
    }
}

/// <summary>A demo account and what it may be.</summary>
public sealed record DemoAccount(string UserName, string DisplayName, IReadOnlyList<(Role Role, string Unit)> Held)
{
    public string Roles(Words words) => string.Join(words["ui.list-comma"], Held.Select(held => $"{held.Unit} {words.Code("role", held.Role.ToString())}"));
}

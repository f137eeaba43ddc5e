using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Demo;

/// <summary>A digest of all that lies unsealed in a world. Sealed values, blind indexes and password hashes differ each time, as they must.</summary>
static class Digests
{
    public static async Task<Dictionary<string, string>> OfAsync(Db db) => new()
    {
        ["units"] = await OfAsync(db, db.Units),
        ["staff"] = await OfAsync(db, db.Staff),
        ["accounts"] = await OfAsync(db, db.Accounts),
        ["grants"] = await OfAsync(db, db.Grants),
        ["clients"] = await OfAsync(db, db.Clients),
        ["contact persons"] = await OfAsync(db, db.ContactPersons),
        ["assignments"] = await OfAsync(db, db.ClientAssignments),
        ["risks"] = await OfAsync(db, db.RiskRecords),
        ["measures"] = await OfAsync(db, db.Measures),
        ["acts"] = await OfAsync(db, db.MeasureActs),
        ["teams"] = await OfAsync(db, db.TeamMembers),
        ["screens"] = await OfAsync(db, db.Screens),
        ["disputes"] = await OfAsync(db, db.ScreenDisputes),
        ["transfers"] = await OfAsync(db, db.IncomingTransfers),
        ["former files"] = await OfAsync(db, db.FormerFiles),
        ["certifications"] = await OfAsync(db, db.CleanCertifications),
        ["releases"] = await OfAsync(db, db.CentreReleases),
        ["scans"] = await OfAsync(db, db.Scans),
        ["contacts"] = await OfAsync(db, db.Contacts),
        ["papers"] = await OfAsync(db, db.Papers),
        ["obligations"] = await OfAsync(db, db.Obligations),
    };

    static async Task<string> OfAsync<T>(Db db, IQueryable<T> records) where T : class
    {
        var properties = db.Model.FindEntityType(typeof(T))!.GetProperties()
            .Where(property => !property.IsShadowProperty() && property.ClrType != typeof(Sealed) && property.ClrType != typeof(byte[]) && property.Name != "PasswordHash")
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => property.GetGetter()).ToList();
        var lines = new List<string>();
        foreach (var record in await records.AsNoTracking().ToListAsync())
        {
            lines.Add(string.Join('|', properties.Select(property => Text(property.GetClrValue(record)))));
        }
        lines.Sort(StringComparer.Ordinal);
        return $"{lines.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))}";
    }

    static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime at => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many => string.Join(',', many.Cast<object>().Select(one => one.ToString())),
        IFormattable value1 => value1.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

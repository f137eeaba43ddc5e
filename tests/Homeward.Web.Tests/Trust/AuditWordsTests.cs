using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Tests.Fences;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Trust;

/// <summary>The auditor reads words, and quotes the code that stands beside them.</summary>
public abstract class AuditPageTests(Home home)
{
    [Fact]
    public async Task The_auditor_reads_an_act_in_words_beside_its_code()
    {
        var client = await home.NewClientAsync("worker", "pointA", "审计读词");
        await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}");
        var auditor = await home.SignedInAsync("auditor");

        var page = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=client.open"));
        await auditor.SendFormAsync("/audit", "/preferences/culture", new() { ["culture"] = "en" }, "/preferences/culture");
        var english = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=client.open"));

        Assert.Matches($@"建档<small class=""sub""><code>client\.open</code></small>[\s\S]*服务对象档案</span><small class=""sub""><code>{client}</code>", page);
        Assert.Matches(@"File opened<small class=""sub""><code>client\.open</code></small>", english);
    }

    [Fact]
    public async Task A_changed_field_and_a_refused_sign_in_are_told_in_words()
    {
        var client = await home.NewClientAsync("worker", "pointA", "审计改项");
        await home.Api("worker").SendJsonAsync(HttpMethod.Patch, $"/people/{client}", new { phone = "13900000001" }, ifMatch: "\"0\"");
        await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "peer", ["Input.Password"] = "not-this-one-1" });
        var auditor = await home.SignedInAsync("auditor");

        var changes = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=client.correct"));
        var entries = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=account.sign-in"));

        Assert.Matches(@"title=""[^""]*\bPhone\b[^""]*"">改动：[^<]*联系电话", changes);
        Assert.Matches(@"账号或密码不对[^<]*</span><small class=""sub""><code>trust\.sign-in-wrong</code>", entries);
    }

    [Fact]
    public async Task The_filter_offers_acts_in_words_and_keeps_a_code_that_somebody_wrote()
    {
        await home.NewClientAsync("worker", "pointA", "审计筛选");
        var auditor = await home.SignedInAsync("auditor");

        var chosen = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=client.open"));
        var written = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?act=client."));

        Assert.Contains("<option value=\"client.open\" selected>建档</option>", chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>client.read</code>", chosen, StringComparison.Ordinal);
        Assert.Contains("<option value=\"client.\" selected>client.</option>", written, StringComparison.Ordinal);
        Assert.Contains("<code>client.open</code>", written, StringComparison.Ordinal);
    }
}

public sealed class AuditPageOnSqlite(SqliteHome home) : AuditPageTests(home), IClassFixture<SqliteHome>;

public sealed class AuditPageOnPostgres(PostgresHome home) : AuditPageTests(home), IClassFixture<PostgresHome>;

/// <summary>Whatever the source can write into the audit log has a word in both languages; a code list always has both.</summary>
public sealed partial class AuditWordsTests
{
    static readonly string[] Written = [.. Sources().SelectMany(file => Acts().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))];

    [Fact]
    public void Every_act_that_the_source_writes_has_a_word()
    {
        Assert.True(Written.Length > 60, $"Only {Written.Length} acts were found: the fence no longer sees how they are written.");
        var built = Enum.GetValues<MeasureVerb>().Select(verb => $"measure.{verb.Word()}")
            .Concat(new[] { MeasureActKind.TransferAccepted, MeasureActKind.TransferRejected, MeasureActKind.ReportedAnew }.Select(kind => $"measure.{Camel($"{kind}")}"))
            .Concat(Enum.GetValues<CertificationStep>().Where(step => step is not (CertificationStep.Applied or CertificationStep.Refused)).Select(step => $"cleanCertification.{Camel($"{step}")}"))
            .Concat(new[] { "apply", "refuse" }.Select(step => $"cleanCertification.{step}"))
            .Concat(ReleaseSteps().Matches(Source("Features/Supervision/Releases/ReceiveRelease.cs")).Select(match => $"release.{match.Groups[1].Value}"))
            .Concat(Sheet.All.Select(sheet => $"{sheet.Name}.export"));

        Assert.DoesNotContain(Written.Concat(built), act => !CodeList.Has("auditAct", act));
    }

    [Fact]
    public void Every_kind_of_record_in_the_log_has_a_word()
    {
        var named = Sources().SelectMany(file => Resources().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        var things = Audited().Select(type => type.Name).Concat(named).Concat(CodeList.Of("auditAct").Select(entry => entry.Code[..entry.Code.IndexOf('.')])).Concat(Sheet.All.Select(sheet => sheet.Name));

        Assert.DoesNotContain(things, thing => !CodeList.Has("auditThing", Camel(thing)));
    }

    [Fact]
    public void Every_field_that_can_change_or_be_shown_has_a_word()
    {
        using var db = new SqliteDb(Databases.Sqlite("Data Source=:memory:"));
        var fields = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAudited))).SelectMany(type => type.GetProperties()).Where(field => MayChange(field.PropertyInfo))
            .Select(field => field.Name).Concat(Enum.GetNames<RevealedField>());

        Assert.DoesNotContain(fields, field => field != nameof(IVersioned.Version) && !CodeList.Has("auditField", field));
    }

    static bool MayChange(PropertyInfo? field) => field?.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    static IEnumerable<Type> Audited() => typeof(IAudited).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAudited)));

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(HouseTests.Root, "src", "Homeward.Web"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor");

    static string Source(string file) => File.ReadAllText(Path.Combine(HouseTests.Root, "src", "Homeward.Web", file));

    static string Camel(string noun) => $"{char.ToLowerInvariant(noun[0])}{noun[1..]}";

    // Audit("act", …), TellAsync(db, "act", …), Act = "act", and a save that is told its act.
    [GeneratedRegex("""(?:\bAudit\(|TellAsync\([Dd]b, |\bAct = (?:cancel \? "[a-z.]+" : )?|Sav(?:e|ed)Async\((?:[^;]*?, )?|WithTheFileAsync\([^;]*?, )"([a-z][A-Za-z]*\.[A-Za-z-]+)"(?=[,) ])""")]
    private static partial Regex Acts();

    [GeneratedRegex("""(?:StepAsync\(id, version, |SavedAsync\(release, )"([a-z]+)",""")]
    private static partial Regex ReleaseSteps();

    [GeneratedRegex("""(?:\bAudit|TellAsync)\((?:[Dd]b, )?"[^"]+", (?:nameof\(|")([A-Za-z]+)[)"],""")]
    private static partial Regex Resources();
}

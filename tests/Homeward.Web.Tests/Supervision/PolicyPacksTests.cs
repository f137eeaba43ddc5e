using System.Text;
using System.Text.Json;
using Homeward.Data.Policies;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Tests.Supervision;

public sealed class PolicyPacksTests : IDisposable
{
    static readonly DateOnly today = new(2026, 11, 23);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeward-policies-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_product_brings_three_packs() => Assert.Equal(["national", "national-cdt28", "shanghai"], PolicyPacks.Embedded.Names.Order());

    [Fact]
    public void National_sets_every_value_that_is_asked_of_all() => Assert.All(
        PolicyKeys.All.Values.Where(key => key.Required), key => Assert.NotNull(National.Find(key)));

    [Theory]
    [InlineData("reportDays", 15, "R1.13", Evidence.Confirmed)]
    [InlineData("breachMoreThanDays", 30, "R1.29", Evidence.Confirmed)]
    [InlineData("sampleRetentionMonths", 6, "R2.5", Evidence.SingleSource)]
    [InlineData("releasePreparationDays", 30, "R1.42", Evidence.Proposed)]
    [InlineData("clientsPerWorker", 30, "R3.1", Evidence.Confirmed)]
    public void A_value_stands_with_its_rule_and_evidence(string name, int number, string rule, Evidence evidence)
    {
        var value = National.Value(PolicyKeys.All[name]);

        Assert.Equal((number, rule, evidence), ((int)value.Number, value.Rule, value.Evidence));
    }

    [Fact]
    public void The_flags_are_as_the_specification_reads_the_law() => Assert.Equal(
        (true, false, true), (National.Flag(PolicyKeys.SuspensionStopsClock), National.Flag(PolicyKeys.RollsToWorkingDay), National.Flag(PolicyKeys.LastDayIsDayBefore)));

    [Theory]
    [InlineData("national", MeasureKind.Cdt, 3, 22)]
    [InlineData("national", MeasureKind.Crh, 3, 12)]
    [InlineData("national", MeasureKind.Crh, 2, 12)]
    [InlineData("national-cdt28", MeasureKind.Cdt, 3, 28)]
    [InlineData("national-cdt28", MeasureKind.Crh, 3, 12)]
    [InlineData("shanghai", MeasureKind.Cdt, 3, 22)]
    public void A_pack_has_its_schedules_and_those_of_its_parent(string pack, MeasureKind kind, int term, int windows) =>
        Assert.Equal(windows, PolicyPacks.Embedded.On(pack, today).Schedule(kind, term)!.Windows);

    [Fact]
    public void The_city_overrides_and_inherits()
    {
        var shanghai = PolicyPacks.Embedded.On("shanghai", today);

        Assert.Equal((7, true), ((int)shanghai.Value(PolicyKeys.CentreReleaseNotice).Number, shanghai.Value(PolicyKeys.CentreReleaseNotice).InWorkingDays));
        Assert.Equal((50, 15), (shanghai.Number(PolicyKeys.ClientsPerWorker), shanghai.Number(PolicyKeys.ReportDays)));
        Assert.Equal("shanghai/2026.1+national/2026.1", shanghai.Version);
    }

    [Theory]
    [InlineData("310109011", "shanghai")]
    [InlineData("31", "shanghai")]
    [InlineData("330100", "national")]
    [InlineData(null, "national")]
    public void A_place_is_governed_by_the_nearest_layer(string? code, string pack) => Assert.Equal(pack, PolicyPacks.Embedded.For(code, today).Name);

    [Fact]
    public void High_risk_goes_before_the_year_of_the_measure()
    {
        Assert.Equal(24, National.Rhythm(MeasureKind.Cdt, ContactActivity.Interview, 3, RiskLevel.High)!.Every.TurnsIn(today, 0, 12));
        Assert.Equal(4, National.Rhythm(MeasureKind.Cdt, ContactActivity.Interview, 3, RiskLevel.Medium)!.Every.TurnsIn(today, 0, 12));
    }

    [Fact]
    public void Shifted_weekends_are_working_days()
    {
        Assert.True(National.Calendar.IsWorkingDay(new DateOnly(2026, 10, 10)));
        Assert.False(National.Calendar.IsWorkingDay(new DateOnly(2026, 10, 7)));
        Assert.Equal(new DateOnly(2026, 10, 8), National.Calendar.OnOrAfter(new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public void A_district_layer_of_a_folder_stands_on_the_city()
    {
        Write("hongkou.json", District("""{ "signAgreementDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" } }"""));
        var pack = PolicyPacks.Load(folder.FullName).For("310109011", today);

        Assert.Equal(("hongkou", 1, 50), (pack.Name, pack.Number(PolicyKeys.SignAgreementDays), pack.Number(PolicyKeys.ClientsPerWorker)));
    }

    [Fact]
    public void A_later_version_takes_over_on_its_day()
    {
        Write("a.json", District("""{ "signAgreementDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" } }"""));
        Write("b.json", District("""{ "signAgreementDays": { "value": 2, "rule": "R1.18", "evidence": "PROPOSED" } }""", "2", "2026-06-01"));
        var packs = PolicyPacks.Load(folder.FullName);

        Assert.Equal([1, 1, 2], new[] { "2010-01-01", "2026-05-31", "2026-06-01" }.Select(day => packs.On("hongkou", DateOnly.Parse(day, null)).Number(PolicyKeys.SignAgreementDays)));
    }

    [Theory]
    [InlineData("""{ "signDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" } }""", 9, "unknown value signDays")]
    [InlineData("""{ "signAgreementDays": { "value": 91, "rule": "R1.18", "evidence": "PROPOSED" } }""", 9, "whole number from 0 to 90")]
    [InlineData("""{ "signAgreementDays": { "value": "3", "rule": "R1.18", "evidence": "PROPOSED" } }""", 9, "value must be a number")]
    [InlineData("""{ "signAgreementDays": { "value": 3, "rule": "art. 16", "evidence": "PROPOSED" } }""", 9, "rule number")]
    [InlineData("""{ "signAgreementDays": { "value": 3, "rule": "R1.18", "evidence": "MAYBE" } }""", 9, "evidence must be one of")]
    [InlineData("""{ "signAgreementDays": { "value": 3, "rule": "R1.18" } }""", 9, "evidence is missing")]
    [InlineData("""{ "signAgreementDays": { "value": 3, "rule": "R1.18", "evidence": "PROPOSED", "vlaue": 4 } }""", 9, "unknown field vlaue")]
    [InlineData("""{ "rollsToWorkingDay": { "value": 1, "rule": "R1.49", "evidence": "PROPOSED" } }""", 9, "must be true or false")]
    [InlineData("""{ "screenNotices": { "value": [3, 0], "rule": "R2.18", "evidence": "PROPOSED" } }""", 9, "must rise")]
    [InlineData("""{ } , "schedules": [ { "name": "X", "kind": "CDT", "termYears": 1, "minimum": 11, "years": [[{ "windows": 11, "everyMonths": 1 }]], "rule": "R2.10", "evidence": "PROPOSED" } ]""", 9, "covers 11 months instead of 12")]
    [InlineData("""{ } , "schedules": [ { "name": "X", "kind": "CDT", "termYears": 2, "minimum": 12, "years": [[{ "windows": 12, "everyMonths": 1 }]], "rule": "R2.10", "evidence": "PROPOSED" } ]""", 9, "1 years for a term of 2")]
    [InlineData("""{ } , "schedules": [ { "name": "X", "kind": "CDT", "termYears": 1, "minimum": 22, "years": [[{ "windows": 12, "everyMonths": 1 }]], "rule": "R2.10", "evidence": "PROPOSED" } ]""", 9, "12 windows, its minimum says 22")]
    [InlineData("""{ } , "contacts": [ { "kinds": ["CDT"], "activity": "interview", "everyMonths": 5, "rule": "R2.30", "evidence": "PROPOSED" } ]""", 9, "must divide 12")]
    [InlineData("""{ } , "contacts": [ { "kinds": ["ABC"], "activity": "interview", "everyMonths": 1, "rule": "R2.30", "evidence": "PROPOSED" } ]""", 9, "not ABC")]
    [InlineData("""{ } , "calendar": { "daysOff": ["2026-13-01"], "rule": "R1.49", "evidence": "RECALLED" }""", 9, "yyyy-MM-dd")]
    [InlineData("""{ """, 10, "not JSON")]
    public void A_bad_pack_is_refused_with_line_and_reason(string values, int line, string reason)
    {
        var faults = PolicyPacks.Check("hongkou.json", Encoding.UTF8.GetBytes(District(values)));

        Assert.Contains(faults, fault => fault.Line == line && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"parent\": \"shanghai\"", "\"parent\": \"nowhere\"", "parent nowhere does not exist")]
    [InlineData("\"parent\": \"shanghai\"", "\"parent\": \"hongkou\"", "stands on itself")]
    [InlineData("\"unit\": \"310109\"", "\"unit\": \"31\"", "governed by several packs")]
    [InlineData("\"level\": \"district\"", "\"level\": \"national\"", "lies below its child")]
    [InlineData("\"unit\": \"310109\",", "", "names its unit")]
    [InlineData("\"name\": \"hongkou\"", "\"name\": \"Hong Kou\"", "small letters")]
    public void A_layer_that_stands_nowhere_is_refused(string right, string wrong, string reason)
    {
        var json = District("{ }").Replace(right, wrong, StringComparison.Ordinal);

        Assert.Contains(PolicyPacks.Check("hongkou.json", Encoding.UTF8.GetBytes(json)), fault => fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_pack_must_set_everything()
    {
        var json = """{ "name": "own", "version": "1", "level": "national", "effectiveFrom": "2020-01-01", "title": { "zh-CN": "x", "en": "x" } }""";

        Assert.Contains(PolicyPacks.Check("own.json", Encoding.UTF8.GetBytes(json)), fault => fault.Reason == "a pack without a parent must set reportDays");
    }

    [Fact]
    public void A_folder_with_a_bad_pack_is_not_loaded()
    {
        Write("bad.json", District("""{ "signDays": { } }"""));

        var exception = Assert.Throws<PolicyFaultException>(() => PolicyPacks.Load(folder.FullName));
        Assert.Contains("bad.json:9: unknown value signDays", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_schema_names_every_value()
    {
        using var schema = JsonDocument.Parse(PolicyPacks.Schema());
        var names = schema.RootElement.GetProperty("properties").GetProperty("values").GetProperty("properties").EnumerateObject().Select(field => field.Name);

        Assert.Equal(PolicyKeys.All.Keys.Order(), names.Order());
    }

    [Fact]
    public void A_fingerprint_follows_what_packs_say_and_not_how_their_files_look()
    {
        var plain = Fingerprint("""{ "signAgreementDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" }, "warningDays": { "value": 2, "rule": "R1.31", "evidence": "PROPOSED" } }""");

        Assert.Equal(plain, Fingerprint("""{ "warningDays": { "value": 2, "rule": "R1.31", "evidence": "RECALLED", "note": "x" }, "signAgreementDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" } }"""));
        Assert.NotEqual(plain, Fingerprint("""{ "signAgreementDays": { "value": 1, "rule": "R1.18", "evidence": "PROPOSED" }, "warningDays": { "value": 3, "rule": "R1.31", "evidence": "PROPOSED" } }"""));
        Assert.NotEqual(plain, PolicyPacks.Embedded.FingerprintOn(today));
    }

    string Fingerprint(string values)
    {
        Write("a.json", District(values));
        return PolicyPacks.Load(folder.FullName).FingerprintOn(today);
    }

    static PolicyPack National => PolicyPacks.Embedded.On("national", today);

    void Write(string name, string json) => File.WriteAllText(Path.Combine(folder.FullName, name), json);

    static string District(string values, string version = "1", string from = "2020-01-01") => $$"""
        {
          "name": "hongkou",
          "version": "{{version}}",
          "level": "district",
          "unit": "310109",
          "parent": "shanghai",
          "effectiveFrom": "{{from}}",
          "title": { "zh-CN": "H", "en": "Hongkou" },
          "values": {{values}}
        }
        """;
}

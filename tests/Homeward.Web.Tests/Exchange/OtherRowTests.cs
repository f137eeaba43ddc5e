using System.Text;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

public sealed class OtherRowTests
{
    const string Screens = "ID number,Screened on,Specimen,Kind,Morphine,Conclusion,Tester 1,Tester 2,Collector\n";
    const string Contacts = "ID number,Date,Kind,Minutes,Worker,Content\n";
    const string Staff = "Work number,Name,Birth date,Hired on,Unit,Education\n";
    const string Units = "code,name,level,parent_code,organisation_parent_code\n";

    [Theory]
    [InlineData("310110200204221794,2026-01-05,Urine,Scheduled,-,Negative,A,B,C", "", "")]
    [InlineData("310110200204221794,2026-01-05,Urine,Scheduled,+,Positive,A,B,C", "", "")]
    [InlineData("310110200204221794,2026-01-05,Urine,Scheduled,+,Negative,A,B,C", "conclusion-mismatch", "")]
    [InlineData("310110200204221794,2026-01-05,Urine,Scheduled,-,Positive,A,B,C", "", "positive-without-reading")]
    [InlineData("310110200204221794,2026-12-05,Urine,Scheduled,-,Negative,A,B,C", "in-future", "")]
    [InlineData("310110200204221794,2001-12-05,Urine,Scheduled,-,Negative,A,B,C", "before-birth", "")]
    [InlineData("310110200204221794,,Urine,Scheduled,-,,A,B,C", "no-date unknown-conclusion", "")]
    [InlineData("310110200204221794,2026-01-05,Breath,Daily,-,Negative,A,B,C", "unknown-kind unknown-specimen", "")]
    [InlineData("310110200204221794,2026-01-05,Urine,Scheduled,-,Negative,A,A,", "", "incomplete incomplete")]
    [InlineData("320106200301156821,2026-01-05,Urine,Scheduled,-,Negative,A,B,C", "", "collector-sex-unknown")]
    public void A_screen_is_taken_or_refused_by_its_facts(string line, string codes, string warnings) =>
        AssertFindings(Sheet.Screens, Screens + line, row => ScreenRow.Parse(row, Samples.AsOf), codes, warnings);

    [Theory]
    [InlineData("310110200204221794,2026-01-05,Home visit,45,Ann,All well", "", "")]
    [InlineData("310110200204221794,2026-01-05,Home visit,,,All well", "", "incomplete")]
    [InlineData("310110200204221794,2026-01-05,Telepathy,2000,Ann,All well", "number-out-of-range unknown-kind", "")]
    public void A_contact_is_taken_or_refused_by_its_facts(string line, string codes, string warnings) =>
        AssertFindings(Sheet.Contacts, Contacts + line, row => ContactRow.Parse(row, Samples.AsOf), codes, warnings);

    [Theory]
    [InlineData("戒毒知识辅导、技能培训", "drugKnowledge training", "")]
    [InlineData("Help with employment; psychology", "employment psychology", "")]
    [InlineData("", "", "")]
    [InlineData("就医援助、算命", "", "unknown-services")]
    public void The_services_of_a_contact_are_read_in_both_languages_and_an_unknown_one_is_refused(string cell, string services, string codes)
    {
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes($"身份证号,日期,方式,社工,服务\n310110200204221794,2026-01-05,面谈,Ann,{cell}")));
        var row = Table.Find(file, Sheet.Contacts).Rows().Select(cells => ContactRow.Parse(cells, Samples.AsOf)).Single();

        Assert.Equal(codes, string.Join(' ', row.Reasons.Select(reason => reason.Code)));
        Assert.Equal(services, string.Join(' ', row.Value?.Services ?? []));
    }

    [Fact]
    public void The_words_of_the_services_are_those_of_the_code_list() => Assert.Equal(
        Data.CodeLists.CodeList.Of("service").Select(entry => (entry.Code, entry.Zh, entry.En)), Sheet.Contacts["services"].Values.Select(pair => (pair.Key, pair.Value[0], pair.Value[1])));

    [Theory]
    [InlineData("0012,Ann,1990-01-01,2015-03-01,310109009,Bachelor", "", "")]
    [InlineData(",,1990-01-01,1985-03-01,Nowhere,", "hired-before-birth no-name no-work-number unknown-unit", "")]
    public void A_person_of_staff_is_taken_or_refused_by_its_facts(string line, string codes, string warnings) =>
        AssertFindings(Sheet.Staff, Staff + line, row => StaffRow.Parse(row, Samples.Streets, Samples.AsOf), codes, warnings);

    [Theory]
    [InlineData("P1,Point one,point,310109009,S1", "", "")]
    [InlineData("P1,Point one,point,P1,", "own-parent", "")]
    [InlineData("D1,District one,district,,", "no-parent-code", "")]
    [InlineData(",,planet,,", "no-code no-name unknown-level", "")]
    public void A_unit_is_taken_or_refused_by_its_facts(string line, string codes, string warnings) =>
        AssertFindings(Sheet.Units, Units + line, UnitRow.Parse, codes, warnings);

    [Fact]
    public void The_division_file_is_a_units_file()
    {
        using var file = TableFile.Open(Samples.PathOf("shanghai-divisions.csv"));
        var units = Table.Find(file, Sheet.Units).Rows().Select(UnitRow.Parse).ToList();

        Assert.Equal(232, units.Count);
        Assert.All(units, unit => Assert.True(unit.IsTaken));
    }

    static void AssertFindings<T>(Sheet sheet, string text, Func<RowCells, Parsed<T>> parse, string codes, string warnings)
        where T : class
    {
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var row = Table.Find(file, sheet).Rows().Select(parse).Single();

        Assert.Equal(codes, string.Join(' ', row.Reasons.Select(reason => reason.Code).Order()));
        Assert.Equal(warnings, string.Join(' ', row.Warnings.Select(warning => warning.Code)));
    }
}

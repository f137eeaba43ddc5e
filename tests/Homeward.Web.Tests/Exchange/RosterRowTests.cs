using System.Text;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

public sealed class RosterRowTests
{
    const string Header = "Name,Sex,ID number,Birth date,Street,Phone,Kind,Ordered on,Served on,Reported on,Agreement signed on,Term (years),Education,Remarks\n";
    const string Id = "310110200204221794";

    [Fact]
    public void A_good_row_is_taken_without_a_word() =>
        AssertFindings("Ann,Male,310110200204221794,2002-04-22,310109009,13800138000,CDT,2024-01-02,2024-01-05,2024-01-15,2024-01-15,3,Senior secondary,", "", "");

    [Theory]
    [InlineData(",M,#,2002-04-22,310109009,,VOL,,,,,,,", "no-name")]
    [InlineData("Ann,F,#,,310109009,,VOL,,,,,,,", "sex-mismatch")]
    [InlineData("Ann,M,#,2002-04-23,310109009,,VOL,,,,,,,", "birth-date-mismatch")]
    [InlineData("Ann,M,310110200204221795,2002-04-22,310109009,,VOL,,,,,,,", "check-digit")]
    [InlineData("Ann,M,3101102002042217,2002-04-22,310109009,,VOL,,,,,,,", "identity-number-shape")]
    [InlineData("Ann,M,3.10110200204221E+17,2002-04-22,310109009,,VOL,,,,,,,", "digits-lost")]
    [InlineData("Ann,M,,2002-04-22,310109009,,VOL,,,,,,,", "no-id-number")]
    [InlineData("Ann,M,#,2002-04-22,Nowhere,,VOL,,,,,,,", "unknown-street")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,Jail,,,,,,,", "unknown-kind")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,VOL,soon,,,,,,", "bad-date")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,VOL,2001-01-01,,,,,,", "ordered-before-birth")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,VOL,2026-11-24,,,,,,", "in-future")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-06,2024-01-05,2024-01-15,,3,,", "served-before-ordered")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-02,2024-01-05,2024-01-04,,3,,", "reported-before-served")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,MMT,2024-01-02,,2024-01-01,,,,", "reported-before-ordered")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-02,2024-01-05,2024-01-15,2024-01-14,3,,", "agreement-before-reported")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-02,,,2024-01-01,3,,", "agreement-before-served")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-02,2024-01-05,2024-01-15,,three,,", "bad-number")]
    [InlineData("Ann,M,#,2002-04-22,310109009,,CDT,2024-01-02,2024-01-05,2024-01-15,,30,,", "number-out-of-range")]
    [InlineData("Ann,F,310110200204221795,,Nowhere,,Jail,,,,,,,", "check-digit unknown-kind unknown-street")]
    public void A_row_that_contradicts_a_rule_is_refused_with_every_reason(string line, string codes) => AssertFindings(line, codes, "");

    [Theory]
    [InlineData("Ann,,#,,310109009,,CLEAN,2099-01-01,,,,,,", "")]
    [InlineData("Ann,,#,,310109009,,CLEAN,long ago,,,,,,", "bad-date")]
    [InlineData("Ann,?,#,,310109009,none,VOL,,,,,,Magic,", "unknown-sex unusual-phone unknown-education")]
    [InlineData("Ann,M,#,,310109009,,CDT,2024-01-02,,,,3,,", "incomplete incomplete")]
    public void A_row_that_merely_lacks_something_is_taken_with_a_warning(string line, string warnings) => AssertFindings(line, "", warnings);

    [Fact]
    public void A_text_over_its_limit_is_refused() =>
        AssertFindings($"Ann,M,#,,310109009,,VOL,,,,,,,{new string('a', 2001)}", "too-long", "");

    [Fact]
    public void Of_two_rows_of_one_person_the_last_taken_one_wins()
    {
        var lines = "Ann,M,#,,310109009,,VOL,,,,,,,\nBen,M,#,,310109009,,VOL,,,,,,,\n,M,#,,310109009,,VOL,,,,,,,\n";
        using var file = Open(lines);
        var roster = Samples.Roster(file);
        var summary = roster.Check();

        Assert.Equal((3, 1, 1), (summary.Read, summary.Folded, summary.Rejected.Count));
        Assert.Equal("Ben", Assert.Single(roster.Taken()).Name);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_code_has_its_sentence_in_both_languages(string language)
    {
        var say = Samples.Words(language);
        var codes = typeof(RosterRowTests).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false)).Cast<InlineDataAttribute>()
            .Where(data => data.Data.Length == 2).SelectMany(data => ((string)data.Data[1]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
        Assert.All(codes, code => Assert.NotEmpty(say("exchange." + code, "0", "1", "2", "3")));
    }

    static void AssertFindings(string line, string codes, string warnings)
    {
        using var file = Open(line);
        var row = Table.Find(file, Sheet.Roster).Rows()
            .Select(cells => RosterRow.Parse(cells, Samples.Streets, Samples.AsOf)).Single();

        Assert.Equal(codes, string.Join(' ', row.Reasons.Select(reason => reason.Code).Order()));
        Assert.Equal(warnings, codes.Length > 0 ? warnings : string.Join(' ', row.Warnings.Select(warning => warning.Code)));
        Assert.Equal(codes.Length == 0, row.IsTaken);
    }

    static TableFile Open(string lines) => TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(Header + lines.Replace("#", Id, StringComparison.Ordinal))));
}

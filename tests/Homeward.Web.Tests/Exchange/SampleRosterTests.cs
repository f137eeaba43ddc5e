using System.Text.Json;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Tests.Exchange;

public sealed class SampleRosterTests
{
    static readonly JsonElement Expected = Samples.Read<JsonElement>("roster-hongkou.expected.json");

    public static TheoryData<string> Files => ["roster-hongkou.xlsx", "roster-hongkou-gb18030.csv"];

    [Theory, MemberData(nameof(Files))]
    public void The_sample_roster_gives_the_persons_expected(string name)
    {
        using var file = TableFile.Open(Samples.PathOf(name));
        var roster = Samples.Roster(file);
        var summary = roster.Check();
        var taken = roster.Taken().ToList();

        Assert.Equal(241, summary.Read);
        Assert.Equal(Expected.GetProperty("persons").GetInt32(), taken.Count);
        Assert.Equal(Expected.GetProperty("duplicateRowUpdates").GetInt32(), summary.Folded);
        Assert.Equal("13900000000", Assert.Single(taken, row => row.Row == 241).Phones[0]);
    }

    [Theory, MemberData(nameof(Files))]
    public void The_sample_roster_is_rejected_row_by_row_as_expected(string name)
    {
        using var file = TableFile.Open(Samples.PathOf(name));
        var summary = Samples.Roster(file).Check();

        Assert.Equal(Pairs("rejected"), summary.Rejected.Select(row => (row.Row, string.Join(" ", row.Reasons.Select(reason => reason.Code)))));
        Assert.Equal(Pairs("repaired"), summary.Repaired.Select(row => (row.Row, row.What)));
    }

    [Theory, MemberData(nameof(Files))]
    public void The_kinds_of_the_sample_roster_are_counted_as_expected(string name)
    {
        using var file = TableFile.Open(Samples.PathOf(name));
        var roster = Samples.Roster(file);
        roster.Check();
        var kinds = roster.Taken().CountBy(row => Sheet.Roster["kind"].Values[row.Measure?.Code() ?? "CLEAN"][0]).ToDictionary();

        Assert.Equal(Expected.GetProperty("kinds").EnumerateObject().ToDictionary(kind => kind.Name, kind => kind.Value.GetInt32()), kinds);
    }

    [Fact]
    public void The_second_worksheet_gives_all_screens()
    {
        using var file = TableFile.Open(Samples.PathOf("roster-hongkou.xlsx"));
        var screens = Samples.Screens(file);
        var summary = screens.Check();

        Assert.Empty(summary.Rejected);
        Assert.Equal(Expected.GetProperty("screens").GetInt32(), screens.Taken().Count());
        Assert.Equal(41, screens.Taken().Count(screen => screen.Conclusion == "positivePreliminary"));
    }

    [Fact]
    public void Both_files_of_the_sample_give_the_same_rows()
    {
        using var workbook = TableFile.Open(Samples.PathOf("roster-hongkou.xlsx"));
        using var csv = TableFile.Open(Samples.PathOf("roster-hongkou-gb18030.csv"));
        var (one, other) = (Samples.Roster(workbook), Samples.Roster(csv));
        one.Check();
        other.Check();

        Assert.Equal(JsonSerializer.Serialize(one.Taken()), JsonSerializer.Serialize(other.Taken()));
    }

    static IEnumerable<(int Row, string Code)> Pairs(string name) =>
        Expected.GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetString()!));
}

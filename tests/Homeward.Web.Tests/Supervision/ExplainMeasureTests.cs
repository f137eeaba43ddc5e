using System.Text.Json.Nodes;
using Homeward.Web.Commands.Explain;

namespace Homeward.Web.Tests.Supervision;

public class ExplainMeasureTests
{
    const string Example = """
        { "policy": "national", "asOf": "2026-11-23", "sex": "female",
          "measure": { "kind": "CDT", "termYears": 3, "orderedOn": "2024-01-02", "servedOn": "2024-01-05",
                       "reportedOn": "2024-01-15", "agreementSignedOn": "2024-01-15", "servedIsolationDays": 0 },
          "events": [
            { "type": "screen", "on": "2024-02-10", "scheduled": true, "outcome": "negative", "specimen": "urine" },
            { "type": "leave", "reportedInWriting": true, "from": "2024-03-01", "to": "2024-03-05", "returnedOn": "2024-03-05" },
            { "type": "absence", "from": "2024-04-01", "to": "2024-04-04" },
            { "type": "suspended", "from": "2024-05-01", "to": "2024-06-01" },
            { "type": "transferred", "on": "2024-07-01", "reportedOn": "2024-07-09" },
            { "type": "terminated", "on": "2025-01-01", "reason": "imprisoned" },
            { "type": "noticeServed", "on": "2024-08-20", "year": 1, "index": 6 },
            { "type": "released", "on": "2027-01-15" } ] }
        """;

    [Fact]
    public void The_example_of_the_specification_is_answered()
    {
        var answer = Answer(Example);

        Assert.Equal(
            ["breachGrounds", "counters", "deadlines", "endsOn", "policyVersion", "reportBy", "seriousBreach", "status", "windows"],
            answer.AsObject().Select(field => field.Key).Order());
        Assert.Equal(("terminated", "2024-01-20", "2027-02-15"), ((string?)answer["status"], (string?)answer["reportBy"], (string?)answer["endsOn"]));
        Assert.Equal("""{"refused":0,"evaded":0,"unauthorisedLeavings":1,"unauthorisedDays":4,"refusedOrEvaded":0}""", answer["counters"]!.ToJsonString());
        Assert.Equal("""{"year":1,"index":1,"opens":"2024-01-15","closes":"2024-02-14","state":"done","screenOn":"2024-02-10"}""", answer["windows"]![0]!.ToJsonString());
    }

    [Fact]
    public void Every_field_is_there_when_nearly_nothing_is_known()
    {
        var answer = Answer("""{ "asOf": "2024-01-01", "measure": { "kind": "CRH" } }""");

        Assert.Equal(
            """{"status":"ordered","reportBy":null,"endsOn":null,"policyVersion":"national/2026.1","windows":[],"counters":{"refused":0,"evaded":0,"unauthorisedLeavings":0,"unauthorisedDays":0,"refusedOrEvaded":0},"breachGrounds":[],"deadlines":[],"seriousBreach":false}""",
            answer.ToJsonString());
    }

    [Fact]
    public void Evidence_names_the_events_behind_each_figure_where_it_is_asked_for()
    {
        var output = new StringWriter();
        ExplainMeasure.Run("-", new StringReader(Example), output, TextWriter.Null, evidence: true);

        Assert.Equal("""[{"counter":"leaving","first":"2024-04-01","last":"2024-04-04","recordIds":[],"days":4}]""", JsonNode.Parse(output.ToString())!["counted"]!.ToJsonString());
        Assert.Equal(
            """[{"what":"reported","first":"2024-01-15","last":"2024-01-15","count":null,"recordIds":[]},{"what":"term","first":null,"last":null,"count":3,"recordIds":[]},{"what":"suspended","first":"2024-05-01","last":"2024-06-01","count":32,"recordIds":[]}]""",
            JsonNode.Parse(output.ToString())!["figures"]![1]!["madeBy"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "type": "justCause", "on": "2024-01-21", "reportBy": "2024-02-10" }""", "ordered")]
    [InlineData("""{ "type": "confirmed", "on": "2024-01-22", "what": "overdue" }""", "noShowNotHandedOver")]
    [InlineData("""{ "type": "confirmed", "on": "2024-01-22", "what": "overdue", "handedOverOn": "2024-01-23" }""", "noShowHandedOver")]
    public void What_a_person_confirmed_is_answered_too(string happened, string status) => Assert.Equal(
        status, (string?)Answer($$"""{ "asOf": "2024-01-30", "measure": { "kind": "CDT", "servedOn": "2024-01-05" }, "events": [ {{happened}} ] }""")["status"]);

    [Fact]
    public void Deadlines_carry_what_by_and_rule() => Assert.Equal(
        """[{"what":"signAgreement","by":"2024-01-18","rule":"R1.18"},{"what":"screen","by":"2024-02-14","rule":"R2.15"},{"what":"reReport","by":"2024-02-15","rule":"R1.14"},{"what":"releasePreparation","by":"2026-12-15","rule":"R1.42"}]""",
        Answer("""{ "asOf": "2024-02-01", "measure": { "kind": "CDT", "reportedOn": "2024-01-15" }, "events": [ { "type": "transferred", "on": "2024-01-31" } ] }""")["deadlines"]!.ToJsonString());

    [Theory]
    [InlineData("national", 22)]
    [InlineData("national-cdt28", 28)]
    [InlineData("shanghai", 22)]
    public void The_policy_is_taken_by_name(string policy, int windows) => Assert.Equal(
        windows, Answer($$"""{ "policy": "{{policy}}", "asOf": "2024-02-01", "measure": { "kind": "CDT", "reportedOn": "2024-01-15" } }""")["windows"]!.AsArray().Count);

    [Fact]
    public void An_array_is_answered_in_order()
    {
        var answer = Answer("""[ { "asOf": "2024-01-01", "measure": { "kind": "CDT" } }, { "asOf": "2024-02-01", "measure": { "kind": "CDT", "reportedOn": "2024-01-15" } } ]""");

        Assert.Equal(["ordered", "active"], answer.AsArray().Select(one => (string?)one!["status"]));
    }

    [Fact]
    public void An_empty_array_is_answered_by_an_empty_one() => Assert.Equal("[]", Answer("[]").ToJsonString());

    [Fact]
    public void A_null_is_an_unknown_day() => Assert.Equal(
        "ordered", (string?)Answer("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT", "servedOn": null } }""")["status"]);

    [Theory]
    [InlineData("""{ "measure": { "kind": "CDT" } }""", "asOf is missing")]
    [InlineData("""{ "asOf": "2024-01-01" }""", "measure is missing")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { } }""", "measure.kind is missing")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CID" } }""", "must be CDT or CRH")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "cdt" } }""", "must be CDT or CRH")]
    [InlineData("""{ "asOf": "2024-1-1", "measure": { "kind": "CDT" } }""", "asOf must be a day")]
    [InlineData("""{ "asOf": "2024-02-30", "measure": { "kind": "CDT" } }""", "asOf must be a day")]
    [InlineData("""{ "asOf": 20240101, "measure": { "kind": "CDT" } }""", "asOf must be a day")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "note": "x" }""", "unknown field note")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT", "term": 3 } }""", "unknown field measure.term")]
    [InlineData("""{ "asOf": "2026-11-23", "policy": "\ud800", "measure": { "kind": "CDT" } }""", "policy has an escape that is no character")]
    [InlineData("""{ "asOf": "\udc00", "measure": { "kind": "CDT" } }""", "asOf has an escape that is no character")]
    [InlineData("""{ "asOf": "2026-11-23", "measure": { "kind": "CDT" }, "events": [{ "type": "absence", "from": "2024-04-01", "\ud800": 1 }] }""", "escape that is no character")]
    [InlineData("""{ "asOf": "2026-11-23", "measure": { "kind": "CDT", "reportedOn": "2024-01-15", "servedIsolationDays": 3660 } }""", "servedIsolationDays: 3660 days fill the whole term of 3 years")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT", "termYears": 2 } }""", "no schedule for CDT over 2 years")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CRH", "termYears": 1 } }""", "no schedule for CRH over 1 years")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CRH", "termYears": "3" } }""", "termYears must be a whole number")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT", "servedIsolationDays": -1 } }""", "servedIsolationDays must be")]
    [InlineData("""{ "asOf": "2024-01-01", "sex": "other", "measure": { "kind": "CDT" } }""", "sex must be one of female, male")]
    [InlineData("""{ "asOf": "2024-01-01", "policy": "mars", "measure": { "kind": "CDT" } }""", "no policy mars")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT", "servedOn": "2024-01-05", "reportedOn": "2024-01-04" } }""", "reported-before-served")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": [ { "type": "holiday", "on": "2024-01-01" } ] }""", "unknown event type holiday")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": [ { "type": "screen", "outcome": "negative" } ] }""", "events[0].on is missing")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": [ { "type": "screen", "on": "2024-01-01", "outcome": "positive" } ] }""", "events[0].outcome must be one of")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": [ { "type": "screen", "on": "2024-01-01", "outcome": "negative", "to": "2024-01-02" } ] }""", "unknown field events[0].to")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": [ { "type": "absence", "from": "2024-04-05", "to": "2024-04-04" } ] }""", "events[0]: ends-before-it-begins")]
    [InlineData("""{ "asOf": "2024-01-01", "measure": { "kind": "CDT" }, "events": { } }""", "events must be a list")]
    [InlineData("7", "a history must be an object")]
    [InlineData("{", "not JSON")]
    [InlineData("", "not JSON")]
    [InlineData("""{ "asOf": "2024-01-01", "asOf": "2024-01-02", "measure": { "kind": "CDT" } }""", "not JSON")]
    public void A_bad_history_prints_its_index_and_reason_and_no_json(string json, string reason)
    {
        var (exit, output, error) = Run(json);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("history 0: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_history_among_good_ones_is_named_by_its_index()
    {
        var (exit, output, error) = Run("""[ { "asOf": "2024-01-01", "measure": { "kind": "CDT" } }, { "asOf": "2024-01-01", "measure": { "kind": "XXX" } } ]""");

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("history 1: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(2, ExplainMeasure.Run("/nowhere/history.json", TextReader.Null, output, error));
        Assert.Contains("cannot be read", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_and_specimen_of_the_specification_is_read(string outcome, string specimen) => Assert.NotNull(Answer(
        $$"""{ "asOf": "2024-02-01", "measure": { "kind": "CDT" }, "events": [ { "type": "screen", "on": "2024-01-20", "outcome": "{{outcome}}", "specimen": "{{specimen}}" } ] }"""));

    public static TheoryData<string, string> Outcomes { get; } = new(
        from outcome in new[] { "negative", "positivePreliminary", "positiveConfirmed", "invalid", "refused", "evaded", "excused" }
        from specimen in new[] { "urine", "hair", "saliva", "blood" }
        select (outcome, specimen));

    static JsonNode Answer(string json)
    {
        var (exit, output, error) = Run(json);
        Assert.Equal((0, ""), (exit, error));
        return JsonNode.Parse(output)!;
    }

    static (int Exit, string Output, string Error) Run(string json)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (ExplainMeasure.Run("-", new StringReader(json), output, error), output.ToString(), error.ToString());
    }
}

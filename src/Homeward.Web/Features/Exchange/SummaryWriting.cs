using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Homeward.Web.Features.Exchange;

/// <summary>The two forms in which the shell prints a summary; the shape of the JSON is promised to other programs.</summary>
public static class SummaryWriting
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(this ImportSummary summary, Say say) => JsonSerializer.Serialize(
        new
        {
            summary.Read,
            summary.Created,
            summary.Updated,
            summary.Unchanged,
            Rejected = summary.Rejected.Select(row => new
            {
                row.Row,
                Reasons = row.Reasons.Select(reason => new { reason.Code, Message = say.Sentence(reason) }),
            }),
            Repaired = summary.Repaired.Select(repaired => new { repaired.Row, repaired.What }),
            Warnings = summary.Warnings.Select(warning => new { warning.Row, warning.Warning.Code, Message = say.Sentence(warning.Warning) }),
        },
        Json);

    public static string ToText(this ImportSummary summary, Say say)
    {
        var text = new StringBuilder();
        text.Append(say("exchange.summary", summary.Read, summary.Created, summary.Updated, summary.Unchanged, summary.Rejected.Count)).Append('\n');
        AppendIfAny(text, say, "exchange.summary-folded", summary.Folded);
        AppendIfAny(text, say, "exchange.summary-new-staff", summary.NewStaff);
        foreach (var row in summary.Rejected)
        {
            text.Append(say("exchange.line-rejected", row.Row, string.Join(" ", row.Reasons.Select(say.Sentence)))).Append('\n');
        }
        foreach (var row in summary.Repaired)
        {
            text.Append(say("exchange.line-repaired", row.Row, say("exchange.repaired-" + row.What))).Append('\n');
        }
        foreach (var row in summary.Warnings)
        {
            text.Append(say("exchange.line-warning", row.Row, say.Sentence(row.Warning))).Append('\n');
        }
        return text.ToString();
    }

    static void AppendIfAny(StringBuilder text, Say say, string key, int count)
    {
        if (count > 0)
        {
            text.Append(say(key, count)).Append('\n');
        }
    }
}

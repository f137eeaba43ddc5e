using Homeward.Data.CodeLists;
using Homeward.Domain.Foundation;
using Homeward.Domain.Trust;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Trust;

/// <summary>The audit log in the reader's language. What has no word is shown as the code that it is: a line of the log is never hidden.</summary>
public sealed class AuditWords(Words words)
{
    const string Acts = "auditAct";
    const string Things = "auditThing";
    const string AllFields = "auditField";

    /// <summary>The verbs, and beside them the three things that can happen to a record without one.</summary>
    static readonly IReadOnlyList<string> Known = [.. CodeList.Of(Acts).Select(entry => entry.Code)
        .Concat(typeof(IAudited).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAudited)))
            .OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(type => new[] { "add", "change", "remove" }.Select(how => $"{Camel(type.Name)}.{how}"))).Distinct()];

    /// <summary>What was done; a change that no verb names is called by its record: added, changed or removed.</summary>
    public string Act(string act)
    {
        var (thing, how) = act.LastIndexOf('.') is var dot and > 0 ? (act[..dot], act[(dot + 1)..]) : (act, "");
        return !CodeList.Has(Acts, act) && CodeList.Has(Things, thing) && words.Has($"trust.audit-do-{how}") ? words[$"trust.audit-do-{how}", words.Code(Things, thing)] : words.Code(Acts, act);
    }

    /// <summary>What it was done to: a kind of record, a field that was shown, or the number of lines that were taken out.</summary>
    public string Thing(string? resource)
    {
        if (int.TryParse(resource, out var lines))
        {
            return words["trust.audit-lines", lines];
        }
        return string.IsNullOrEmpty(resource) ? "" : CodeList.Has(Things, Camel(resource)) ? words.Code(Things, Camel(resource)) : words.Code(AllFields, resource);
    }

    /// <summary>The fields that changed.</summary>
    public string Fields(string? fields) => string.Join(words["ui.list-comma"], (fields ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => words.Code(AllFields, field)));

    /// <summary>Who did it, where that was no account: the shell, the product itself, whoever set it up.</summary>
    public string Actor(AuditEntry entry) => entry.AccountId is null && words.Has($"trust.audit-by-{entry.Actor}") ? words[$"trust.audit-by-{entry.Actor}"] : entry.Actor;

    public string Reason(string? reason) => CodeList.Has("assignmentReason", reason) ? words.Code("assignmentReason", reason) : words.Code("settlementReason", reason);

    public string Result(string result) => result == "ok" ? words["trust.audit-ok"] : words.Has(result) ? words[result] : result;

    /// <summary>What can be asked for, by what it is done to; what the address asks for beside them is offered as it is written.</summary>
    public IReadOnlyList<Option> Choices(string? asked)
    {
        var known = Known.Select(act => new Option(act, Act(act), words.Code(Things, act[..act.IndexOf('.')]))).ToList();
        return asked is null || IsKnown(asked) ? known : [new Option(asked, Act(asked), words["trust.audit-as-written"]), .. known];
    }

    public static bool IsKnown(string act) => Known.Contains(act);

    static string Camel(string noun) => $"{char.ToLowerInvariant(noun[0])}{noun[1..]}";
}

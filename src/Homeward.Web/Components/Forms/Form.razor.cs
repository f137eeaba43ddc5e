using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Homeward.Web.Components.Forms;

/// <summary>A form that keeps what was typed, says what is wrong in words, and shows the rules that the domain would not break.</summary>
public partial class Form
{
    /// <summary>A number drawn with the form: a second click sends it again, and the operation answers as the first time.</summary>
    public const string SubmissionName = "_submission";

    EditContext edit = default!;
    FormErrors errors = FormErrors.None;
    FormDraft? restored;
    string? key;
    Guid submission;

    [Inject] Words Words { get; set; } = default!;
    [Inject] FormDrafts Drafts { get; set; } = default!;
    [Inject] CurrentActor Current { get; set; } = default!;
    [Inject] ShanghaiClock Clock { get; set; } = default!;
    [CascadingParameter] HttpContext? Http { get; set; }
    [CascadingParameter] FormMappingContext? Mapping { get; set; }

    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public object Model { get; set; } = default!;
    /// <summary>The name of the page's property that holds the model.</summary>
    [Parameter] public string Root { get; set; } = "Input";
    /// <summary>Runs when the input is sound, with the submission's number. A RulesBrokenException is shown above the form.</summary>
    [Parameter, EditorRequired] public EventCallback<Guid> OnValid { get; set; }
    [Parameter] public EventCallback OnFailed { get; set; }
    [Parameter] public string? Submit { get; set; }
    [Parameter] public string? Cancel { get; set; }
    [Parameter] public bool Danger { get; set; }
    /// <summary>The form takes files.</summary>
    [Parameter] public bool Files { get; set; }
    /// <summary>False where nothing of what is typed may be kept: secrets.</summary>
    [Parameter] public bool Keep { get; set; } = true;
    /// <summary>What tells this form apart from others of its name on its page.</summary>
    [Parameter] public string? Apart { get; set; }
    [Parameter] public RenderFragment? Actions { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        if (edit?.Model != Model)
        {
            edit = new EditContext(Model);
        }
        if (submission == Guid.Empty)
        {
            key = Keep && Http is { } http && Current.Actor.IsSignedIn ? FormDrafts.KeyOf(http.Request, Name, Apart) : null;
            restored = IsPosted ? null : Drafts.Of(key);
            submission = Guid.TryParse(IsPosted ? Posted(SubmissionName) : restored?.Text(SubmissionName), out var known) ? known : Ids.New();
        }
    }

    /// <summary>The record behind the form has been saved by somebody else since the draft was kept.</summary>
    bool IsOvertaken => restored?.Text($"{Root}.{nameof(IVersioned.Version)}") is { } kept && Model.GetType().GetProperty(nameof(IVersioned.Version))?.GetValue(Model)?.ToString() != kept;

    string Here => Http is null ? "/" : Http.Request.Path + Http.Request.QueryString;

    async Task SubmitAsync()
    {
        errors = Check();
        if (!errors.Any)
        {
            await RunAsync();
        }
        if (errors.Any)
        {
            await KeepAsync();
            await OnFailed.InvokeAsync();
        }
    }

    Task DoneAsync() => key is not null && Current.Actor.HasDrafts ? Drafts.RemoveAsync(key) : Task.CompletedTask;

    Task KeepAsync() => key is null ? Task.CompletedTask : Drafts.KeepAsync(Http!.Request.Form);

    async Task RunAsync()
    {
        try
        {
            await OnceAsync();
            await DoneAsync();
        }
        catch (NavigationException)
        {
            // Saved, and on the way elsewhere: so a host says it that is not told to go without an exception.
            await DoneAsync();
            throw;
        }
        catch (RulesBrokenException broken)
        {
            errors = new FormErrors(broken.Rules.Select(rule => new FormError(rule.Field is null ? null : $"{Root}.{rule.Field}", Words[rule.Code, [.. rule.Values]])));
        }
        catch (LostRaceException)
        {
            errors = new FormErrors([new FormError(null, Words["ui.lost-race"])]);
        }
        catch (Exception fault) when (Databases.IsUnknownReference(fault))
        {
            errors = new FormErrors([new FormError(null, Words["ui.unknown-choice"])]);
        }
        catch (Exception fault) when (fault is not NotFoundException)
        {
            await KeepAsync();
            throw;
        }
    }

    /// <summary>
    /// Whoever lost a race tries once more on what stands now: where the same form came twice, the operation knows its submission and answers as the first time;
    /// where somebody else was first, the version that the form was opened with or the rules refuse it again.
    /// </summary>
    async Task OnceAsync()
    {
        try
        {
            await OnValid.InvokeAsync(submission);
        }
        catch (LostRaceException)
        {
            Drafts.ReadAnew();
            await OnValid.InvokeAsync(submission);
        }
    }

    FormErrors Check()
    {
        var unread = Unread().ToList();
        var paths = unread.Select(error => error.Path).ToHashSet();
        return new FormErrors(unread.Concat(new GraphValidator(Words).Check(Model, Root).Where(error => !paths.Contains(error.Path))));
    }

    // The framework's own sentences are English and name the property; only the place is taken from them.
    IEnumerable<FormError> Unread() => (Mapping?.GetAllErrors() ?? [])
        .Where(error => error.Path.StartsWith(Root + ".", StringComparison.Ordinal) && !IsLeftEmpty(error.Path))
        .Select(error => new FormError(error.Path, Words["ui.not-readable", FieldLabels.Of(Model.GetType(), error.Path, Words)]));

    // The framework takes an empty choice of an optional id for one that cannot be read.
    bool IsLeftEmpty(string path) =>
        Model.GetType().GetProperty(path[(Root.Length + 1)..]) is { } property && Nullable.GetUnderlyingType(property.PropertyType) is not null && string.IsNullOrEmpty(Posted(path));

    bool IsPosted => Http is { Request.HasFormContentType: true } http && http.Request.Form["_handler"] == Name;

    string? Posted(string name) => IsPosted ? Http!.Request.Form[name].ToString() : null;
}

using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
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
    Guid submission;

    [Inject] Words Words { get; set; } = default!;
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
            submission = Posted(SubmissionName) is { } posted && Guid.TryParse(posted, out var known) ? known : Ids.New();
        }
    }

    async Task SubmitAsync()
    {
        errors = Check();
        if (!errors.Any)
        {
            await RunAsync();
        }
        if (errors.Any)
        {
            await OnFailed.InvokeAsync();
        }
    }

    async Task RunAsync()
    {
        try
        {
            await OnValid.InvokeAsync(submission);
        }
        catch (RulesBrokenException broken)
        {
            errors = new FormErrors(broken.Rules.Select(rule => new FormError(rule.Field is null ? null : $"{Root}.{rule.Field}", Words[rule.Code, [.. rule.Values]])));
        }
        catch (LostRaceException)
        {
            errors = new FormErrors([new FormError(null, Words["ui.lost-race"])]);
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
        .Where(error => error.Path.StartsWith(Root + ".", StringComparison.Ordinal))
        .Select(error => new FormError(error.Path, Words["ui.not-readable", FieldLabels.Of(Model.GetType(), error.Path, Words)]));

    string? Posted(string name) => Http is { Request.HasFormContentType: true } http && http.Request.Form["_handler"] == Name ? http.Request.Form[name].ToString() : null;
}

using Homeward.Domain.Foundation;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>Why a template is not taken: the line and what stands there.</summary>
public sealed record TemplateFault(string Code, int Line, string What)
{
    public static readonly Broken Tag = new("papers.template-tag", "File");
    public static readonly Broken Runs = new("papers.template-runs", "File");
    public static readonly Broken Attribute = new("papers.template-attribute", "File");
    public static readonly Broken Unclosed = new("papers.template-unclosed", "File");
    public static readonly Broken Misplaced = new("papers.template-misplaced", "File");
    public static readonly Broken Braces = new("papers.template-braces", "File");
    public static readonly Broken Unknown = new("papers.template-unknown", "File");
    public static readonly Broken Empty = new("papers.template-empty", "File");

    public static TemplateFault At(Broken rule, int line, string what) => new(rule.Code, line, what.Length > 60 ? what[..60] : what);

    public Broken ToBroken() => new Broken(Code, "File").With(Line, What);
}

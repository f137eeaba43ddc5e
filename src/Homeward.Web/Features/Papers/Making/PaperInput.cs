using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>What the form of a paper takes; which of it a paper has, its rule says.</summary>
public sealed class PaperInput
{
    public static readonly Broken Missing = new("papers.written-missing");

    [Display(Name = "papers.act")]
    public Guid? ActId { get; set; }

    [Display(Name = "papers.screen")]
    public Guid? ScreenId { get; set; }

    [Display(Name = "papers.field-day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "papers.field-hour"), StringLength(40)]
    public string? Hour { get; set; }

    [Display(Name = "papers.field-place"), StringLength(200)]
    public string? Place { get; set; }

    [Display(Name = "papers.field-person"), StringLength(200)]
    public string? Person { get; set; }

    [Display(Name = "papers.field-facts"), StringLength(4000)]
    public string? Facts { get; set; }

    [Display(Name = "papers.field-plan"), StringLength(4000)]
    public string? Plan { get; set; }

    [Display(Name = "papers.field-opinion"), StringLength(2000)]
    public string? Opinion { get; set; }

    [Display(Name = "papers.field-note"), StringLength(1000)]
    public string? Note { get; set; }

    /// <summary>What is missing for a paper of this kind or cannot be read, each at its field.</summary>
    public IEnumerable<Broken> WhyNot(PaperKind kind, Words words) => PaperRules.Of(kind).Needed
        .Where(field => field == WrittenField.Day ? Day is null : string.IsNullOrWhiteSpace(Text(field)))
        .Select(field => (Missing with { Field = $"{field}" }).With(PaperLabels.Of(kind, field, words)))
        .Concat(PaperRules.Of(kind).Fields.Contains(WrittenField.Hour) ? NoticeDays.WhyNotAt(Hour) : []);

    /// <summary>What was written in the fields that the paper has.</summary>
    public Dictionary<WrittenField, string> Written(PaperKind kind) => PaperRules.Of(kind).Fields
        .Where(field => field != WrittenField.Day && !string.IsNullOrWhiteSpace(Text(field)))
        .ToDictionary(field => field, field => Text(field)!.ReplaceLineEndings("\n").Trim());

    string? Text(WrittenField field) => field switch
    {
        WrittenField.Hour => Hour is { } hour ? NoticeDays.HourOf(hour) ?? hour : null,
        WrittenField.Place => Place,
        WrittenField.Person => Person,
        WrittenField.Facts => Facts,
        WrittenField.Plan => Plan,
        WrittenField.Opinion => Opinion,
        WrittenField.Note => Note,
        _ => null,
    };
}

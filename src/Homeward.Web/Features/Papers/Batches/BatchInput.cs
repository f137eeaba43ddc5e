using System.ComponentModel.DataAnnotations;
using Homeward.Web.Features.Papers.Making;

namespace Homeward.Web.Features.Papers.Batches;

/// <summary>What the form of a batch of notices takes.</summary>
public sealed class BatchInput
{
    [Display(Name = "papers.week-from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "papers.field-TestNotice-Hour"), StringLength(40)]
    public string? Hour { get; set; }

    [Display(Name = "papers.field-TestNotice-Place"), Required, StringLength(200)]
    public string? Place { get; set; }

    [Display(Name = "papers.field-TestNotice-Person"), StringLength(200)]
    public string? Person { get; set; }

    [Display(Name = "papers.field-note"), StringLength(1000)]
    public string? Note { get; set; }

    /// <summary>Everybody in scope, not the caller's own clients only.</summary>
    [Display(Name = "papers.batch-all")]
    public bool All { get; set; }

    /// <summary>Those whose reminder has come and for which no notice was served, instead of those of the week.</summary>
    [Display(Name = "papers.batch-reminded")]
    public bool Reminded { get; set; }

    public NoticesAsked Asked => new(From!.Value, All, Reminded);

    public PaperInput For(DateOnly day) => new() { Day = day, Hour = Hour, Place = Place, Person = Person, Note = Note };
}

using Homeward.Domain.Foundation;

namespace Homeward.Domain.Papers;

public enum TemplateFormat
{
    Html,
    Docx,
}

/// <summary>A template that an organisation uses instead of the one that comes with the product. Versions are kept for ever: papers were made from them.</summary>
public sealed class PaperTemplate : IVersioned, IAudited
{
    public static readonly Broken AlreadyRetired = new("papers.template-retired");

    PaperTemplate()
    {
    }

    /// <param name="id">Its id.</param>
    /// <param name="ownerId">The unit that uses it, with all that hangs under it.</param>
    /// <param name="kind">The paper.</param>
    /// <param name="number">Counted from 1 for each owner and paper.</param>
    /// <param name="format">How <paramref name="content"/> is written.</param>
    /// <param name="content">The checked file.</param>
    /// <param name="entry">Who put it in and when.</param>
    public PaperTemplate(Guid id, Guid ownerId, PaperKind kind, int number, TemplateFormat format, byte[] content, EntryNote entry)
    {
        Id = id;
        OwnerId = ownerId;
        Kind = kind;
        Number = number;
        Format = format;
        Content = content;
        TakenOn = entry.Today;
        TakenById = entry.EnteredById;
        TakenAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public PaperKind Kind { get; private set; }
    public int Number { get; private set; }
    public TemplateFormat Format { get; private set; }
    public byte[] Content { get; private set; } = [];
    public DateOnly TakenOn { get; private set; }
    public Guid? TakenById { get; private set; }
    public DateTime TakenAt { get; private set; }

    /// <summary>From this day on new papers are made from an earlier one or from the product's.</summary>
    public DateOnly? RetiredOn { get; private set; }
    public int Version { get; private set; }

    public IEnumerable<Broken> WhyNotRetire() => RetiredOn is { } day ? [AlreadyRetired.With(day)] : [];

    public void Retire(DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotRetire());
        RetiredOn = today;
    }
}

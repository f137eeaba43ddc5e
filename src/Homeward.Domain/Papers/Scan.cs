using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Papers;

/// <summary>What kind of file a scan is, by its own first bytes.</summary>
public enum ScanFormat
{
    Pdf,
    Jpeg,
}

/// <summary>A paper that was signed or came from elsewhere, scanned into a slot of the dossier; the file lies sealed.</summary>
public sealed class Scan : IVersioned, IAudited, IAboutClient
{
    public static readonly Broken AlreadyAnnulled = new("papers.scan-annulled");
    public static readonly Broken InFuture = new("papers.scan-in-future", "On");

    Scan()
    {
    }

    public Scan(Client client, Guid? measureId, DossierSlot slot, DateOnly on, ScanFile file, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(on > entry.Today ? [InFuture.With(on)] : []);
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        MeasureId = measureId;
        Slot = slot;
        On = on;
        Format = file.Format;
        Length = file.Length;
        Hash = file.Hash;
        Content = file.Content;
        Title = file.Title;
        AddedOn = entry.Today;
        AddedById = entry.EnteredById;
        AddedAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public DossierSlot Slot { get; private set; }

    /// <summary>The day that the paper bears.</summary>
    public DateOnly On { get; private set; }
    public ScanFormat Format { get; private set; }
    public int Length { get; private set; }
    public string Hash { get; private set; } = "";
    public Sealed Content { get; private set; } = null!;
    public Sealed? Title { get; private set; }
    public DateOnly AddedOn { get; private set; }
    public Guid? AddedById { get; private set; }
    public DateTime AddedAt { get; private set; }
    public DateOnly? AnnulledOn { get; private set; }
    public Sealed? AnnulReason { get; private set; }
    public int Version { get; private set; }

    public IEnumerable<Broken> WhyNotAnnul() => AnnulledOn is { } day ? [AlreadyAnnulled.With(day)] : [];

    public void Annul(Sealed reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnnul());
        (AnnulledOn, AnnulReason) = (today, reason);
    }
}

/// <summary>The sealed file of a scan and what is known of it in clear.</summary>
public sealed record ScanFile(ScanFormat Format, int Length, string Hash, Sealed Content, Sealed? Title);

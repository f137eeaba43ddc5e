using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Campaigns;

/// <summary>
/// A key date (Spring Festival, 26 June, …): a slice of a unit's caseload that is fixed when it is opened, with a checklist for each person and a
/// report that stays as it was at closing. PROPOSED: who meets the selection later joins when the list is brought up to date, who has no such
/// measure any more leaves it, another level of risk moves nobody, and a person who moved to a place outside is counted as moved away.
/// </summary>
public sealed class Campaign : IVersioned, IAudited
{
    /// <summary>A campaign is about some days, not about a season.</summary>
    public const int MostDays = 100;

    public static readonly Broken NameMissing = new("campaigns.name-missing", "Name");
    public static readonly Broken DaysCross = new("campaigns.days-cross", "To");
    public static readonly Broken AlreadyOver = new("campaigns.already-over", "To");
    public static readonly Broken TooLong = new("campaigns.too-long", "To");
    public static readonly Broken NothingAsked = new("campaigns.nothing-asked", "Items");
    public static readonly Broken Nobody = new("campaigns.nobody");
    public static readonly Broken IsClosed = new("campaigns.closed");
    public static readonly Broken NotOver = new("campaigns.not-over");
    public static readonly Broken OpenWithoutReason = new("campaigns.open-without-reason", "Note");

    bool isClosing;

    Campaign()
    {
    }

    /// <param name="unitId">The unit whose caseload it looks at, with all that hangs under it.</param>
    /// <param name="order">What it is.</param>
    /// <param name="persons">How many clients it takes.</param>
    /// <param name="entry">Who opens it, and when.</param>
    public Campaign(Guid unitId, CampaignOrder order, int persons, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotOpen(order, persons, entry));
        Id = entry.RecordId;
        UnitId = unitId;
        Name = order.Name.Trim();
        Kind = order.Kind;
        From = order.From;
        To = order.To;
        Risks = [.. order.Risks.Distinct().Select(risk => risk.ToString())];
        Measures = [.. order.Measures.Distinct().Select(kind => kind.ToString())];
        Items = [.. order.Items.Distinct().Order().Select(item => item.ToString())];
        Persons = persons;
        OpenedOn = entry.Today;
        OpenedById = entry.EnteredById;
        EnteredAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid UnitId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Code of the list <c>campaignKind</c>.</summary>
    public string Kind { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>Names of <see cref="RiskLevel"/>, <see cref="MeasureKind"/> and <see cref="CampaignItem"/>.</summary>
    public IReadOnlyList<string> Risks { get; private set; } = [];
    public IReadOnlyList<string> Measures { get; private set; } = [];
    public IReadOnlyList<string> Items { get; private set; } = [];

    /// <summary>How many were ever taken into the list; the last one's number.</summary>
    public int Persons { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public Guid? OpenedById { get; private set; }
    public DateTime EnteredAt { get; private set; }

    /// <summary>The last day on which the list was brought up to date.</summary>
    public DateOnly? RefreshedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public Guid? ClosedById { get; private set; }

    /// <summary>The closing report as it was, and the hash of its text.</summary>
    public string? Report { get; private set; }
    public string? ReportHash { get; private set; }
    public Sealed? ClosingNote { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => ClosedOn is null;

    /// <summary>The records of the period fill the list; once closing has begun it shows what was kept of them.</summary>
    public bool IsFilledByRecords => IsOpen && !isClosing;

    public IEnumerable<CampaignItem> Asked => Items.Select(Enum.Parse<CampaignItem>);

    public bool Asks(CampaignItem item) => Items.Contains(item.ToString());

    public IEnumerable<RiskLevel> RiskLevels => Risks.Select(Enum.Parse<RiskLevel>);

    public IEnumerable<MeasureKind> MeasureKinds => Measures.Select(Enum.Parse<MeasureKind>);

    public static IEnumerable<Broken> WhyNotOpen(CampaignOrder order, int persons, EntryNote entry)
    {
        if (string.IsNullOrWhiteSpace(order.Name))
        {
            yield return NameMissing;
        }
        if (order.To < order.From)
        {
            yield return DaysCross.With(order.From, order.To);
        }
        if (order.To < entry.Today && !entry.IsHistory)
        {
            yield return AlreadyOver.With(order.To);
        }
        if (order.To.DayNumber - order.From.DayNumber >= MostDays)
        {
            yield return TooLong.With(MostDays);
        }
        if (order.Items.Count == 0)
        {
            yield return NothingAsked;
        }
        if (persons == 0)
        {
            yield return Nobody;
        }
    }

    public IEnumerable<Broken> WhyNotChange() => IsOpen ? [] : [IsClosed.With(ClosedOn!)];

    /// <summary>Counts those who joined since.</summary>
    public void Refresh(int joined, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotChange());
        Persons += joined;
        RefreshedOn = today;
    }

    /// <summary>It is closed on its last day or later; what is still open then is explained in words.</summary>
    public IEnumerable<Broken> WhyNotClose(int open, bool hasNote, DateOnly today)
    {
        foreach (var broken in WhyNotChange())
        {
            yield return broken;
        }
        if (today < To)
        {
            yield return NotOver.With(To);
        }
        if (open > 0 && !hasNote)
        {
            yield return OpenWithoutReason.With(open);
        }
    }

    /// <summary>The list is kept as it is; the report is drawn from what was kept.</summary>
    public void BeginClosing()
    {
        RulesBrokenException.ThrowIfAny(WhyNotChange());
        isClosing = true;
    }

    /// <summary>Closes it with its report.</summary>
    /// <param name="report">The text that is kept.</param>
    /// <param name="open">How many persons are left with something open.</param>
    /// <param name="note">Why, in words.</param>
    /// <param name="entry">Who closes it, and when.</param>
    public void Close(string report, int open, Sealed? note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotClose(open, note is not null, entry.Today));
        ClosedOn = entry.Today;
        ClosedById = entry.EnteredById;
        ClosingNote = note;
        Report = report;
        ReportHash = CampaignReport.HashOf(report);
    }
}

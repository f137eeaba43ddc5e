using Homeward.Domain.Foundation;

namespace Homeward.Domain.Campaigns;

/// <summary>One person of a campaign: when they joined and left its list, and what was found by hand.</summary>
public sealed class CampaignEntry : IAboutClient, IVersioned, IAudited
{
    public static readonly Broken HasLeft = new("campaigns.has-left");
    public static readonly Broken NothingMarked = new("campaigns.nothing-marked");
    public static readonly Broken NotAsked = new("campaigns.not-asked");
    public static readonly Broken OutsideDays = new("campaigns.outside-days", "On");

    CampaignEntry()
    {
    }

    /// <param name="campaign">The campaign.</param>
    /// <param name="number">The place in its list, from one.</param>
    /// <param name="clientId">Who.</param>
    /// <param name="unitId">The client's unit.</param>
    /// <param name="joinedOn">Since when they are on the list.</param>
    public CampaignEntry(Campaign campaign, int number, Guid clientId, Guid unitId, DateOnly joinedOn)
    {
        Id = Ids.New();
        CampaignId = campaign.Id;
        Number = number;
        ClientId = clientId;
        UnitId = unitId;
        JoinedOn = joinedOn;
    }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public int Number { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public DateOnly JoinedOn { get; private set; }

    /// <summary>The day on which the client was found without such a measure; counted no more.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Codes of the lists <c>whereabouts</c> and <c>relief</c>, with the day that they were found on and who entered them.</summary>
    public string? Whereabouts { get; private set; }
    public DateOnly? WhereaboutsOn { get; private set; }
    public Guid? WhereaboutsById { get; private set; }
    public string? Relief { get; private set; }
    public DateOnly? ReliefOn { get; private set; }
    public Guid? ReliefById { get; private set; }
    public Sealed? Note { get; private set; }

    /// <summary>What the records of the period had filled when the campaign was closed; until then the records themselves tell.</summary>
    public DateOnly? ContactedOn { get; private set; }
    public DateOnly? VisitedOn { get; private set; }
    public DateOnly? ScreenedOn { get; private set; }
    public int Version { get; private set; }

    public IEnumerable<Broken> WhyNotMark(Campaign campaign, CampaignMark mark, DateOnly today)
    {
        foreach (var broken in campaign.WhyNotChange())
        {
            yield return broken;
        }
        if (LeftOn is { } left)
        {
            yield return HasLeft.With(left);
        }
        if (mark is { Whereabouts: null, Relief: null, Note: null })
        {
            yield return NothingMarked;
        }
        if ((mark.Whereabouts is not null && !campaign.Asks(CampaignItem.Whereabouts)) || (mark.Relief is not null && !campaign.Asks(CampaignItem.Relief)))
        {
            yield return NotAsked;
        }
        if (mark.On < campaign.From || mark.On > campaign.To || mark.On > today)
        {
            yield return OutsideDays.With(campaign.From, campaign.To < today ? campaign.To : today);
        }
    }

    /// <summary>Writes down what was found by hand; what is not given stays.</summary>
    public void Mark(Campaign campaign, CampaignMark mark, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotMark(campaign, mark, entry.Today));
        if (mark.Whereabouts is not null)
        {
            (Whereabouts, WhereaboutsOn, WhereaboutsById) = (mark.Whereabouts, mark.On, entry.EnteredById);
        }
        if (mark.Relief is not null)
        {
            (Relief, ReliefOn, ReliefById) = (mark.Relief, mark.On, entry.EnteredById);
        }
        Note = mark.Note ?? Note;
    }

    public void Leave(DateOnly on) => LeftOn ??= on;

    public void Rejoin() => LeftOn = null;

    /// <summary>Keeps what the records of the period filled.</summary>
    public void Freeze(DateOnly? contactedOn, DateOnly? visitedOn, DateOnly? screenedOn) => (ContactedOn, VisitedOn, ScreenedOn) = (contactedOn, visitedOn, screenedOn);
}

/// <summary>What somebody found by hand on a day.</summary>
public sealed record CampaignMark(DateOnly On)
{
    public string? Whereabouts { get; init; }
    public string? Relief { get; init; }
    public Sealed? Note { get; init; }
}

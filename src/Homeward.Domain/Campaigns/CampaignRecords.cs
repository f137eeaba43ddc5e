using System.Linq.Expressions;
using Homeward.Domain.Casework;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Campaigns;

/// <summary>Which records of the period fill the checklist by themselves: work is recorded once, where it belongs, and never for a campaign.</summary>
public static class CampaignRecords
{
    /// <summary>Any contact: a meeting, visit, call or report.</summary>
    public static Expression<Func<Contact, bool>> Contacts(DateOnly from, DateOnly to) =>
        contact => contact.AnnulledOn == null && contact.On >= from && contact.On <= to;

    /// <summary>A visit at home.</summary>
    public static Expression<Func<Contact, bool>> Visits(DateOnly from, DateOnly to) =>
        contact => contact.AnnulledOn == null && contact.On >= from && contact.On <= to && contact.Mode == ContactMode.HomeVisit;

    /// <summary>A screen that was held and has a result; an invalid one is repeated (rules R2.27).</summary>
    public static Expression<Func<Screen, bool>> Screens(DateOnly from, DateOnly to) =>
        screen => screen.AnnulledOn == null && screen.On >= from && screen.On <= to && screen.Outcome == ScreenOutcome.Done && screen.Result != ScreenResult.Invalid;
}

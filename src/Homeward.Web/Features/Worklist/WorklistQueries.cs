using Homeward.Data;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Worklist;

/// <summary>The parts of a worklist query that page, API, export and counts share.</summary>
public static class WorklistQueries
{
    public const int ComingDays = 7;

    public static IQueryable<Obligation> Matching(this Db db, WorklistFilter filter, UnitTree units, Lateness lateness, NoticeCalls notices, DateOnly today)
    {
        var open = db.Obligations.Where(obligation => obligation.SettledOn == null).InState(filter, lateness, today);
        if (filter.On is { } on)
        {
            open = open.Where(obligation => obligation.Closes == on);
        }
        if (filter.Kind is { } kind)
        {
            open = open.Where(obligation => obligation.Kind == kind);
        }
        if (filter.ResponsibleId is { } responsible)
        {
            open = open.Where(obligation => obligation.ResponsibleId == responsible);
        }
        if (filter.Unassigned)
        {
            open = open.Where(obligation => obligation.ResponsibleId == null);
        }
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            open = open.Where(obligation => below.Contains(obligation.UnitId));
        }
        if (filter.Clients is { } clients)
        {
            var ids = clients.ToArray();
            open = open.Where(obligation => ids.Contains(obligation.ClientId));
        }
        return filter.NoticeDue ? notices.Unserved(open, db) : open;
    }

    /// <summary>What comes after a place in the list, in either order.</summary>
    public static IQueryable<Obligation> Beyond(this IQueryable<Obligation> open, WorklistPlace? after, bool lastFirst)
    {
        if (after is not { } place)
        {
            return open;
        }
        return lastFirst
            ? open.Where(obligation => obligation.Closes < place.Closes || (obligation.Closes == place.Closes && obligation.Id.CompareTo(place.Id) < 0))
            : open.Where(obligation => obligation.Closes > place.Closes || (obligation.Closes == place.Closes && obligation.Id.CompareTo(place.Id) > 0));
    }

    static IQueryable<Obligation> InState(this IQueryable<Obligation> open, WorklistFilter filter, Lateness lateness, DateOnly today)
    {
        var soon = today.AddDays(ComingDays);
        return filter.State switch
        {
            _ when filter.On is not null => open,
            WorklistState.Overdue => open.Where(lateness.On(today)),
            WorklistState.Due => open.Where(lateness.DueOn(today)),
            WorklistState.Coming => open.Where(obligation => obligation.Opens > today && obligation.Opens <= soon),
            _ => open.Where(obligation => obligation.Opens <= today),
        };
    }
}

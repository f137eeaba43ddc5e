using System.Linq.Expressions;
using Homeward.Data.Policies;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Features.Worklist;

/// <summary>
/// What is late: its last day has passed, and no holiday that is not announced yet can move that day (rules R1.49). The one rule behind worklist, register, figures, files and releases;
/// the policy that an obligation was planned from says which days are certain, so nothing is stored and nothing is asked row by row.
/// </summary>
public sealed class Lateness(PolicyPacks packs)
{
    readonly IReadOnlyList<CertainLimit> limits = [.. packs.All().SelectMany(ProvisionalLimits.Of)];

    /// <summary>What is late on a day, for a query. As long as the announced holidays reach beyond the day it is the last day alone.</summary>
    public Expression<Func<Obligation, bool>> On(DateOnly today) => limits
        .Where(limit => !limit.IsFirstDay && limit.Until < today)
        .GroupBy(limit => (limit.Kind, limit.Rule, limit.Until), limit => limit.PolicyVersion)
        .Aggregate((Expression<Func<Obligation, bool>>)(obligation => obligation.Closes < today), (late, limit) => And(late, Certain(limit.Key.Kind, limit.Key.Rule, limit.Key.Until, [.. limit])));

    /// <summary>What is begun and not late.</summary>
    public Expression<Func<Obligation, bool>> DueOn(DateOnly today)
    {
        var late = On(today);
        return And(obligation => obligation.Opens <= today, Expression.Lambda<Func<Obligation, bool>>(Expression.Not(late.Body), late.Parameters));
    }

    public ObligationState StateOn(Obligation obligation, DateOnly day) =>
        obligation.StateOn(day, IsProvisional(obligation.Kind, obligation.Rule, obligation.PolicyVersion, obligation.Closes));

    /// <summary>Whether the last day of an obligation can still move.</summary>
    public bool IsProvisional(ObligationKind kind, string rule, string policyVersion, DateOnly closes) => IsBeyond(false, kind, rule, policyVersion, closes);

    /// <summary>Whether an obligation is marked as provisional: its last day, or a first one that is still to come.</summary>
    public bool IsMarked(Obligation obligation, DateOnly today) => IsMarked((obligation.Kind, obligation.Rule, obligation.PolicyVersion), obligation.Opens, obligation.Closes, today);

    public bool IsMarked((ObligationKind Kind, string Rule, string PolicyVersion) of, DateOnly opens, DateOnly closes, DateOnly today) =>
        IsBeyond(false, of.Kind, of.Rule, of.PolicyVersion, closes) || (opens > today && IsBeyond(true, of.Kind, of.Rule, of.PolicyVersion, opens));

    /// <summary>Whether the last day to announce a release can still move.</summary>
    public bool IsProvisional(CentreRelease release) => IsProvisional(ObligationKind.Announcement, "R1.47", release.PolicyVersion, release.AnnounceBy);

    public bool IsLate(CentreRelease release) => release.IsAfterLimit && !IsProvisional(release);

    /// <summary>The releases that were announced late.</summary>
    public IQueryable<CentreRelease> Late(IQueryable<CentreRelease> releases) => limits
        .Where(limit => limit.Kind == ObligationKind.Announcement)
        .GroupBy(limit => limit.Until, limit => limit.PolicyVersion)
        .Aggregate(releases.Where(release => release.AnnouncedOn > release.AnnounceBy), (late, limit) => Announced(late, limit.Key, [.. limit]));

    static IQueryable<CentreRelease> Announced(IQueryable<CentreRelease> late, DateOnly until, string[] versions) =>
        late.Where(release => release.AnnounceBy <= until || !versions.Contains(release.PolicyVersion));

    bool IsBeyond(bool isFirstDay, ObligationKind kind, string rule, string policyVersion, DateOnly day) =>
        limits.Any(limit => limit.IsFirstDay == isFirstDay && limit.IsBeyond(kind, rule, policyVersion, day));

    static Expression<Func<Obligation, bool>> Certain(ObligationKind kind, string rule, DateOnly until, string[] versions) =>
        obligation => obligation.Closes <= until || obligation.Kind != kind || obligation.Rule != rule || !versions.Contains(obligation.PolicyVersion);

    static Expression<Func<Obligation, bool>> And(Expression<Func<Obligation, bool>> one, Expression<Func<Obligation, bool>> other) =>
        Expression.Lambda<Func<Obligation, bool>>(Expression.AndAlso(one.Body, new Renaming(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

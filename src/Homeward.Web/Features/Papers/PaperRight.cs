using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Papers;

/// <summary>Which papers a person has a right to: who may read the file all of them, the street's office those that are its own.</summary>
static class PaperRight
{
    static readonly PaperKind[] office = [.. PaperRules.All.Where(rule => rule.IsOfOffice).Select(rule => rule.Kind)];

    public static bool MaySee(this Actor actor, PaperKind kind) => actor.May(Permission.ReadClients) || office.Contains(kind);

    public static IQueryable<Paper> SeenBy(this IQueryable<Paper> papers, Actor actor) =>
        actor.May(Permission.ReadClients) ? papers : papers.Where(paper => office.Contains(paper.Kind));
}

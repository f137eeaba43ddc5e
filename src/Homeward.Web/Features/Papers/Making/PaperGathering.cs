using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision.Teams;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>Gathers what a paper is filled from.</summary>
public sealed class PaperGathering(Db db, Actor actor, ShanghaiClock clock, PlanObligations plan, UnitTree units)
{
    public async Task<PaperFacts> GatherAsync(Guid clientId, PaperKind kind, Guid? measureId, PaperInput input, CancellationToken ct)
    {
        var found = await db.Clients.Where(client => client.Id == clientId).Select(client => new
        {
            Client = client,
            Responsible = db.Staff.Where(staff => staff.Id == client.ResponsibleId).Select(staff => staff.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.ClientId == clientId).ToListAsync(ct);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == clientId).ToListAsync(ct);
        var origin = Origin(kind, measureId, input, measures, screens);
        return Facts(found.Client, kind, origin, screens, found.Responsible ?? "", input) with { Team = await TeamAsync(kind, origin.Measure, ct) };
    }

    /// <summary>Who stands in the work team today, for the paper that names it.</summary>
    async Task<IReadOnlyList<TeamMember>> TeamAsync(PaperKind kind, Measure? measure, CancellationToken ct) => measure is null || !Placeholders.Of(kind).Contains("team") ? [] :
        [.. new WorkTeam(await db.TeamMembers.AsNoTracking().Where(member => member.MeasureId == measure.Id).OrderByDescending(member => member.From).Take(JoinTeam.MostRead).ToListAsync(ct)).StandingOn(clock.Today)];

    /// <summary>The facts of a paper from records that are at hand.</summary>
    public PaperFacts Facts(Client client, PaperKind kind, PaperOrigin origin, IReadOnlyCollection<Screen> screens, string responsible, PaperInput input)
    {
        var measure = origin.Measure;
        var own = measure is null ? [] : measure.Own(screens).ToList();
        var pack = plan.PackOf(client, measure);
        var history = measure?.History(client.Sex, own);
        var state = history is null ? null : MeasureClock.StateOf(history, pack, clock.Today);
        return new PaperFacts
        {
            Client = client,
            Kind = kind,
            Origin = About(kind, origin.In(state), input) with { ForDay = PaperRules.Of(kind).Fields.Contains(WrittenField.Day) ? input.Day : null },
            Places = PlacesOf(client, measure, origin.Act),
            MadeOn = clock.Today,
            MadeBy = actor.DisplayName,
            Responsible = responsible,
            State = state,
            TermYears = history is null ? null : MeasureTerm.Years(history, pack),
            Screens = own,
            Day = PaperRules.Of(kind).Fields.Contains(WrittenField.Day) ? input.Day : null,
            Written = input.Written(kind),
        };
    }

    /// <summary>A certificate that is written on a new suspicion tells of no breach that was confirmed before.</summary>
    static PaperOrigin About(PaperKind kind, PaperOrigin origin, PaperInput input) =>
        kind == PaperKind.BreachCertificate && origin.IsSuspected && input.ActId is null ? origin with { Act = null } : origin;

    /// <summary>The measure that is named, or the one in force; the act and the screen that are named, or the newest that fit.</summary>
    public static PaperOrigin Origin(PaperKind kind, Guid? measureId, PaperInput input, IReadOnlyCollection<Measure> measures, IReadOnlyCollection<Screen> screens)
    {
        var rule = PaperRules.Of(kind);
        var screen = rule.AboutScreen ? Named(screens, input.ScreenId, found => found.Id) : null;
        var measure = Named(measures, measureId, found => found.Id)
            ?? (screen is not null ? measures.FirstOrDefault(found => found.Id == screen.MeasureId) : Newest(measures, rule, input.ActId));
        if (rule.About.Count == 0 || measure is null)
        {
            return new PaperOrigin(measure, null, screen);
        }
        var act = Named(measure.Acts, input.ActId, found => found.Id)
            ?? measure.Acts.Where(found => rule.About.Contains(found.Kind) && !found.IsAnnulled).OrderByDescending(found => found.On).ThenByDescending(found => found.RecordedAt).FirstOrDefault();
        return new PaperOrigin(measure, act, screen);
    }

    /// <summary>Open before ended, in the community before others, the newest first; a paper about an act looks where there is one.</summary>
    static Measure? Newest(IReadOnlyCollection<Measure> measures, PaperRule rule, Guid? actId) => measures
        .OrderByDescending(measure => actId is { } id && measure.Acts.Any(act => act.Id == id))
        .ThenByDescending(measure => measure.IsOpen)
        .ThenByDescending(measure => rule.About.Count > 0 && measure.Acts.Any(act => rule.About.Contains(act.Kind) && !act.IsAnnulled))
        .ThenByDescending(measure => measure.Kind.IsInTheCommunity())
        .ThenByDescending(measure => measure.OrderedOn)
        .FirstOrDefault();

    /// <summary>What is named must be the client's own: anything else is answered as missing.</summary>
    static T? Named<T>(IReadOnlyCollection<T> records, Guid? id, Func<T, Guid> idOf) where T : class =>
        id is { } named ? records.FirstOrDefault(record => idOf(record) == named) ?? throw new NotFoundException() : null;

    PaperPlaces PlacesOf(Client client, Measure? measure, MeasureAct? act) => new(
        units.NameOf(client.UnitId),
        units.AboveInOrganisation(client.UnitId, UnitLevel.Station)?.Name ?? "",
        units.AboveInOrganisation(client.UnitId, UnitLevel.Organisation)?.Name ?? "",
        units.Above(client.UnitId, UnitLevel.Street)?.Name ?? "",
        units.Above(client.UnitId, UnitLevel.District)?.Name ?? "",
        units.NameOf(measure?.PlaceOfExecutionId ?? units.Above(client.UnitId, UnitLevel.Street)?.Id),
        units.NameOf(act?.PlaceId));
}

using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>Makes a paper: draws its number, fills its placeholders from the records, seals the values and keeps their hash.</summary>
public sealed class MakePaper(Db db, Keyring keys, Actor actor, ShanghaiClock clock, TakeNumber numbers, PaperGathering gathering, TemplateChoice templates, PlanObligations plan, Words words)
{
    const int Tries = 8;

    /// <param name="recordId">The id given by the form: a second submit of the same form is the same paper.</param>
    /// <param name="clientId">Whom it is about.</param>
    /// <param name="kind">Which paper.</param>
    /// <param name="measureId">The measure it speaks of; null takes the one in force.</param>
    /// <param name="input">What was written by hand, and of which act or screen it tells.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Paper> RunAsync(Guid recordId, Guid clientId, PaperKind kind, Guid? measureId, PaperInput input, CancellationToken ct)
    {
        if (!actor.MaySee(kind))
        {
            throw new NotFoundException();
        }
        RulesBrokenException.ThrowIfAny(input.WhyNot(kind, words));
        for (var tries = 1; ; tries++)
        {
            if (await db.Papers.AsNoTracking().SingleOrDefaultAsync(paper => paper.Id == recordId, ct) is { } same)
            {
                return same.ClientId == clientId ? same : throw new NotFoundException();
            }
            var facts = await gathering.GatherAsync(clientId, kind, measureId, input, ct);
            var paper = await AddAsync(recordId, facts, ct);
            if (kind == PaperKind.Assessment)
            {
                await plan.RunAsync(facts.Client, ct);
            }
            try
            {
                db.Trail = db.Trail with { Act = "paper.make" };
                await db.SaveChangesAsync(ct);
                return paper;
            }
            catch (Exception fault) when (fault is LostRaceException or DbUpdateException && tries < Tries)
            {
                // Somebody else drew the same number in that instant: the next one is ours.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Adds the paper to the unit of work; the caller saves.</summary>
    public async Task<Paper> AddAsync(Guid recordId, PaperFacts facts, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(Paper.WhyNotMake(facts.Kind, facts.Origin).Concat(NoticeDays.WhyNotOn(facts.Kind, facts.Day, facts.State?.EndsOn, clock.Today)));
        var number = await numbers.NextAsync(facts.Client.UnitId, ct);
        var paper = Make(recordId, facts, number, await templates.ForAsync(facts.Kind, facts.Client.UnitId, ct), keys,
            new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.Papers.Add(paper);
        return paper;
    }

    public static Paper Make(Guid recordId, PaperFacts facts, PaperNumber number, TemplateMark template, Keyring keys, EntryNote entry)
    {
        var content = new PaperContent(PaperValues.Of(facts, number.ToString(), keys));
        return new Paper(facts.Client, facts.Kind, facts.Origin, number, template, content.Seal(keys, recordId), content.Hash, entry);
    }
}

using System.Globalization;
using Homeward.Data.Sealing;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Components;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Screening;
using Homeward.Web.Features.Supervision.Teams;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.People;

/// <summary>Tells everything about a client in lines, each of which opens its record where the reader may.</summary>
public sealed class ClientStory(Words words, Keyring keys, ShanghaiClock clock, Actor actor)
{
    public const int PageSize = 20;

    public IEnumerable<StoryLine> Lines(StoryFacts facts) => facts.File.Screens.Select(Screen)
        .Concat(facts.Contacts.Select(Contact)).Concat(facts.Papers.Select(Paper))
        .Concat(facts.File.Disputes.SelectMany(Dispute)).Concat(facts.File.Certifications.SelectMany(Certification)).Concat(facts.File.Releases.SelectMany(Release)).Concat(facts.Team.SelectMany(Team))
        .Concat(facts.File.Risks.Select(Risk)).Concat(facts.File.Stretches.Select(Stretch))
        .Concat(facts.File.Measures.SelectMany(measure => Steps(measure.Measure).Concat(measure.Measure.Acts.Select(act => Act(measure.Measure, act)))));

    StoryLine Screen(ClientScreen found) => new(found.Screen.On, found.Screen.Id, "screen", $"{found.Screen.Result?.ToString() ?? found.Screen.Outcome.ToString()}",
        new Timeline.Entry(Day(found.Screen.On), ScreenWords.Title(found.Screen, words), Outlined.Science, ScreenWords.Tone(found.Screen))
        {
            Text = found.Screen.ConfirmedOn is { } confirmed && found.ConfirmedBy is { } by ? $"{ScreenWords.Line(found.Screen, words)} · {words["people.line-confirmed", by, confirmed]}" : ScreenWords.Line(found.Screen, words),
            Href = $"/screening/{found.Screen.Id}",
            Who = found.Screen.FirstTester ?? found.EnteredBy,
            EnteredAt = Later(found.Screen.On, found.Screen.EnteredAt),
            EnteredBy = found.EnteredBy,
        }) { EnteredAt = found.Screen.EnteredAt, Annulled = found.Screen.IsAnnulled };

    StoryLine Contact(ContactLine found)
    {
        var contact = found.Contact;
        var text = keys.OpenOrNull(contact.Content, SealedColumn.ContactContent, contact.Id);
        var isAnnulled = contact.AnnulledOn is not null;
        return new StoryLine(contact.On, contact.Id, "contact", $"{contact.Mode}",
            new Timeline.Entry(Day(contact.On) + (contact.StartedAt?.ToTimeSpan() ?? TimeSpan.Zero), Title(words.Code("contactMode", contact.Mode.ToString()), isAnnulled), ContactWords.Icon(contact.Mode), isAnnulled ? Tone.Neutral : Tone.Info)
            {
                Text = Joined(words.LifeEventsOf(contact), words.ServicesOf(contact), text is { Length: > 160 } ? string.Concat(text.AsSpan(0, 160), "…") : text),
                Href = $"/contacts/{contact.Id}",
                Who = found.Worker ?? found.EnteredBy,
                EnteredAt = Later(contact.On, contact.EnteredAt),
                EnteredBy = found.EnteredBy,
            }) { EnteredAt = contact.EnteredAt, StaffId = contact.StaffId, Annulled = isAnnulled };
    }

    StoryLine Paper(Paper paper) => new(paper.MadeOn, paper.Id, "paper", $"{paper.Kind}",
        new Timeline.Entry(Day(paper.MadeOn), Title(words["people.line-paper", words.Code("paperKind", paper.Kind.ToString())], paper.IsVoid), Outlined.Description, paper.IsVoid ? Tone.Neutral : Tone.Info)
        {
            Text = paper.ServedOn is { } served ? $"{paper.Number} · {words["papers.served-on", served]}" : paper.Number,
            Href = $"/papers/{paper.Id}",
        }) { EnteredAt = paper.MadeAt, Annulled = paper.IsVoid };

    /// <summary>Each step that was taken, and the close.</summary>
    IEnumerable<StoryLine> Dispute(ScreenDispute dispute)
    {
        var href = actor.May(Permission.RecordScreens) ? $"/screening/{dispute.ScreenId}/dispute" : $"/screening/{dispute.ScreenId}";
        var steps = dispute.Entries.Select((step, place) => (step.On, Code: $"{step.Step}", Title: words.Code("disputeStep", step.Step.ToString()), Text: step.DocumentNumber ?? step.Laboratory, Place: place));
        if (dispute.ClosedOn is { } closed)
        {
            steps = steps.Append((closed, "Closed", words[StorySteps.ClosingWord(dispute)], null, dispute.Entries.Count));
        }
        return steps.Select(step => new StoryLine(step.On, StorySteps.Nth(dispute.Id, step.Place), "dispute", step.Code,
            new Timeline.Entry(Day(step.On), words["people.line-dispute", step.Title], Outlined.Balance, Tone.Warn) { Text = step.Text, Href = href }) { RecordId = dispute.ScreenId });
    }

    IEnumerable<StoryLine> Certification(CleanCertification certification) => StorySteps.Of(certification.Id, StorySteps.Of(certification)).Select(step => new StoryLine(step.On, step.Id, "certification", step.Code,
        new Timeline.Entry(Day(step.On), words["people.line-certification", words[step.Word]], Outlined.WorkspacePremium, certification.Step == CertificationStep.Refused ? Tone.Neutral : Tone.Good)
        {
            Text = step.Code switch { nameof(CertificationStep.Certified) => certification.CertificateNumber, nameof(CertificationStep.PoliceConfirmed) => certification.PoliceDocument, _ => null },
            Href = actor.May(Permission.ConfirmMeasures) ? $"/people/{certification.ClientId}/three-years-clean" : null,
        }) { RecordId = certification.Id });

    StoryLine Risk(RiskRecord risk) => new(risk.On, risk.Id, "risk", $"{risk.Level}",
        new Timeline.Entry(Day(risk.On), words["people.line-risk", words.Code("risk", risk.Level.ToString())], Outlined.Balance, RiskTone(risk.Level))
        {
            Text = risk.State == RiskState.InForce ? words.Code("riskReason", risk.Reason) : $"{words.Code("riskReason", risk.Reason)} · {words[$"risk.state-{risk.State}"]}",
            Href = $"/people/{risk.ClientId}/risk-history",
            EnteredAt = risk.EnteredAt is { } entered ? Later(risk.On, entered) : null,
        }) { EnteredAt = risk.EnteredAt, StaffId = risk.DecidedById };

    StoryLine Stretch(ClientStretch stretch) => new(stretch.Assignment.From, stretch.Assignment.Id, "assignment", stretch.Assignment.Reason,
        new Timeline.Entry(Day(stretch.Assignment.From), words["people.line-assigned", stretch.Worker ?? words["people.nobody"]], Outlined.SwapHoriz) { Text = words.Code("assignmentReason", stretch.Assignment.Reason) }) { StaffId = stretch.Assignment.StaffId };

    IEnumerable<StoryLine> Release(ClientRelease release) => StorySteps.Of(release.Id, StorySteps.Of(release)).Select(step => new StoryLine(step.On, step.Id, "release", step.Code,
        new Timeline.Entry(Day(step.On), words["release.line", words[step.Word]], Outlined.DoorFront, release.State == ReleaseState.Withdrawn ? Tone.Neutral : Tone.Info) { Href = actor.May(Permission.ReadReleases) ? $"/releases/{release.Id}" : null }) { RecordId = release.Id });

    IEnumerable<StoryLine> Team(TeamLine line) => StorySteps.Of(line.Member.Id, StorySteps.Of(line.Member)).Select(step => new StoryLine(step.On, step.Id, "team", step.Code,
        new Timeline.Entry(Day(step.On), Title(words[step.Word, words.Code("teamRole", line.Member.Role.ToString())], line.Member.IsAnnulled), Outlined.Groups)
        {
            // Who does not work with the measure is told the role only.
            Text = actor.May(Permission.WriteMeasures) ? line.Name ?? words.Code("noFamilyReason", line.Member.NoFamilyReason) : null,
            Href = actor.May(Permission.WriteMeasures) ? $"/measures/{line.Member.MeasureId}/team" : null,
            EnteredAt = step.Code == "Joined" ? Later(step.On, line.Member.EnteredAt) : null,
        }) { RecordId = line.Member.MeasureId, Annulled = line.Member.IsAnnulled });

    IEnumerable<StoryLine> Steps(Measure measure) => StorySteps.Of(measure.Id, StorySteps.Of(measure)).Select(step => new StoryLine(step.On, step.Id, "measure", step.Code,
        new Timeline.Entry(Day(step.On), words[step.Word, words.Code("measure", measure.Kind.ToString())], Outlined.Gavel) { Text = step.Code == "Ordered" ? measure.OrderNumber : null, Href = Page(measure) }) { RecordId = measure.Id });

    StoryLine Act(Measure measure, MeasureAct act) => new(act.On, act.Id, "act", $"{act.Kind}",
        new Timeline.Entry(Day(act.On), Title(words["people.line-act", words.Code("measure", measure.Kind.ToString()), words[$"supervision.act-{act.Kind}"]], act.IsAnnulled), Outlined.Gavel, ActTone(act))
        {
            Text = string.Join(" · ", new[] { words.Code("actReason", act.Reason), act.To is { } to ? words[act.Kind == MeasureActKind.NoticeServed ? "people.line-for" : "people.line-until", to] : "", act.DocumentNumber ?? "" }.Where(text => text.Length > 0)),
            Href = Page(measure),
            EnteredAt = Later(act.On, act.RecordedAt),
        }) { RecordId = measure.Id, EnteredAt = act.RecordedAt, Annulled = act.IsAnnulled };

    string? Page(Measure measure) => actor.May(Permission.WriteMeasures) ? $"/measures/{measure.Id}" : null;

    static string? Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? text : null;

    string Title(string title, bool isAnnulled) => isAnnulled ? words["people.line-annulled", title] : title;

    static Tone ActTone(MeasureAct act) => act.IsAnnulled ? Tone.Neutral : act.Kind switch
    {
        MeasureActKind.Released or MeasureActKind.Returned or MeasureActKind.Resumed or MeasureActKind.BackInControl
            or MeasureActKind.Recaptured or MeasureActKind.BackInCentre or MeasureActKind.EarlyReleaseDecided or MeasureActKind.ClinicResumed or MeasureActKind.Agreed or MeasureActKind.Prolonged => Tone.Good,
        MeasureActKind.BreachConfirmed or MeasureActKind.OverdueConfirmed or MeasureActKind.OutOfControl or MeasureActKind.Warning or MeasureActKind.Escaped or MeasureActKind.DroppedOut => Tone.Bad,
        _ => Tone.Warn,
    };

    public static Tone RiskTone(RiskLevel? level) => level switch { RiskLevel.High => Tone.Bad, RiskLevel.Medium => Tone.Warn, RiskLevel.Low => Tone.Good, _ => Tone.Neutral };

    static DateTime Day(DateOnly on) => on.ToDateTime(TimeOnly.MinValue);

    /// <summary>The instant of entry, told where it was on another day.</summary>
    DateTime? Later(DateOnly on, DateTime enteredAt) => clock.DayOf(enteredAt) == on ? null : clock.Local(enteredAt);
}

/// <summary>Where a page of the timeline ended.</summary>
public readonly record struct TimelinePlace(DateOnly On, Guid Id)
{
    public bool IsBefore(DateOnly on, Guid id) => on < On || (on == On && id.CompareTo(Id) < 0);

    public override string ToString() => $"{On:yyyyMMdd}{Id:N}";

    public static TimelinePlace? Read(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(text[8..], "N", out var id)
            ? new TimelinePlace(on, id) : null;
}

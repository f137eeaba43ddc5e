using System.Globalization;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Components;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.People;

/// <summary>Everything about a client, merged, newest first; a page ends at a day and a record.</summary>
public sealed class ClientStory(Words words, Keyring keys, ShanghaiClock clock)
{
    public const int PageSize = 20;

    /// <summary>One line and where it stands: by day, then by record.</summary>
    public sealed record Line(DateOnly On, Guid Id, Timeline.Entry Entry);

    public (IReadOnlyList<Timeline.Entry> Entries, string? Next) Page(ClientFile file, IReadOnlyList<ContactLine> contacts, TimelinePlace? after)
    {
        var lines = Screens(file).Concat(contacts.Select(Contact)).Concat(file.Releases.SelectMany(Release)).Concat(Risks(file)).Concat(Stretches(file)).Concat(Measures(file))
            .Where(line => after is not { } place || place.IsBefore(line.On, line.Id))
            .OrderByDescending(line => line.On).ThenByDescending(line => line.Id).Take(PageSize + 1).ToList();
        var next = lines.Count > PageSize ? new TimelinePlace(lines[PageSize - 1].On, lines[PageSize - 1].Id).ToString() : null;
        return ([.. lines.Take(PageSize).Select(line => line.Entry)], next);
    }

    IEnumerable<Line> Screens(ClientFile file) => file.Screens.Select(found => new Line(found.Screen.On, found.Screen.Id, new Timeline.Entry(Day(found.Screen.On), ScreenWords.Title(found.Screen, words), Outlined.Science, ScreenWords.Tone(found.Screen))
    {
        Text = ScreenWords.Line(found.Screen, words),
        Href = $"/screening/{found.Screen.Id}",
        Who = found.Screen.FirstTester ?? found.EnteredBy,
        EnteredAt = Later(found.Screen.On, found.Screen.EnteredAt),
        EnteredBy = found.EnteredBy,
    }));

    Line Contact(ContactLine found)
    {
        var contact = found.Contact;
        var text = keys.OpenOrNull(contact.Content, SealedColumn.ContactContent, contact.Id);
        var title = contact.AnnulledOn is null ? words.Code("contactMode", contact.Mode.ToString()) : words["people.line-annulled", words.Code("contactMode", contact.Mode.ToString())];
        return new Line(contact.On, contact.Id, new Timeline.Entry(Day(contact.On) + (contact.StartedAt?.ToTimeSpan() ?? TimeSpan.Zero), title, ContactWords.Icon(contact.Mode), contact.AnnulledOn is null ? Tone.Info : Tone.Neutral)
        {
            Text = text is { Length: > 160 } ? string.Concat(text.AsSpan(0, 160), "…") : text,
            Href = $"/contacts/{contact.Id}",
            Who = found.Worker ?? found.EnteredBy,
            EnteredAt = Later(contact.On, contact.EnteredAt),
            EnteredBy = found.EnteredBy,
        });
    }

    IEnumerable<Line> Risks(ClientFile file) => file.Risks.Select(risk => new Line(risk.On, risk.Id, new Timeline.Entry(
        Day(risk.On), words["people.line-risk", words.Code("risk", risk.Level.ToString())], Outlined.Balance, RiskTone(risk.Level))
    {
        Text = risk.State == RiskState.InForce ? words.Code("riskReason", risk.Reason) : $"{words.Code("riskReason", risk.Reason)} · {words[$"risk.state-{risk.State}"]}",
        Href = $"/people/{file.Client.Id}/risk-history",
        EnteredAt = risk.EnteredAt is { } entered ? Later(risk.On, entered) : null,
    }));

    IEnumerable<Line> Stretches(ClientFile file) => file.Stretches.Select(stretch => new Line(stretch.Assignment.From, stretch.Assignment.Id, new Timeline.Entry(
        Day(stretch.Assignment.From), words["people.line-assigned", stretch.Worker ?? words["people.nobody"]], Outlined.SwapHoriz) { Text = words.Code("assignmentReason", stretch.Assignment.Reason) }));

    IEnumerable<Line> Measures(ClientFile file) => file.Measures.SelectMany(measure => Papers(measure.Measure).Concat(measure.Measure.Acts.Select(act => Act(measure.Measure, act))));

    /// <summary>The steps of a release from a centre, from the announcement to the papers; the interview is a contact and tells itself.</summary>
    IEnumerable<Line> Release(ClientRelease release) => new (DateOnly? On, string Word)[]
    {
        (release.AnnouncedOn, "release.step-announced"), (release.AnsweredOn, release.State == ReleaseState.Withdrawn ? "release.do-withdraw" : "release.step-accepted"), (release.VisitedOn, "release.step-visited"),
        (release.ReceivedOn, "release.step-received"), (release.PapersReceivedOn, "release.step-papers"),
    }.Where(step => step.On is not null).Select((step, place) => new Line(step.On!.Value, Nth(release.Id, place), new Timeline.Entry(
        Day(step.On.Value), words["release.line", words[step.Word]], Outlined.DoorFront, release.State == ReleaseState.Withdrawn ? Tone.Neutral : Tone.Info) { Href = $"/releases/{release.Id}" }));

    IEnumerable<Line> Papers(Measure measure) => new (DateOnly? On, string Word)[]
    {
        (measure.OrderedOn, "people.line-ordered"), (measure.ServedOn, "people.line-served"), (measure.ReportedOn, "people.line-reported"), (measure.AgreementSignedOn, "people.line-signed"),
    }.Where(paper => paper.On is not null).Select((paper, place) => new Line(paper.On!.Value, Nth(measure.Id, place), new Timeline.Entry(
        Day(paper.On.Value), words[paper.Word, words.Code("measure", measure.Kind.ToString())], Outlined.Gavel) { Text = place == 0 ? measure.OrderNumber : null, Href = $"/measures/{measure.Id}" }));

    Line Act(Measure measure, MeasureAct act) => new(act.On, act.Id, new Timeline.Entry(Day(act.On), ActTitle(measure, act), Outlined.Gavel, ActTone(act))
    {
        Text = string.Join(" · ", new[] { words.Code("actReason", act.Reason), act.To is { } to ? words[act.Kind == MeasureActKind.NoticeServed ? "people.line-for" : "people.line-until", to] : "", act.DocumentNumber ?? "" }.Where(text => text.Length > 0)),
        Href = $"/measures/{measure.Id}",
        EnteredAt = Later(act.On, act.RecordedAt),
    });

    string ActTitle(Measure measure, MeasureAct act)
    {
        var title = words["people.line-act", words.Code("measure", measure.Kind.ToString()), words[$"supervision.act-{act.Kind}"]];
        return act.IsAnnulled ? words["people.line-annulled", title] : title;
    }

    static Tone ActTone(MeasureAct act) => act.IsAnnulled ? Tone.Neutral : act.Kind switch
    {
        MeasureActKind.Released or MeasureActKind.Returned or MeasureActKind.Resumed or MeasureActKind.BackInControl
            or MeasureActKind.Recaptured or MeasureActKind.BackInCentre or MeasureActKind.EarlyReleaseDecided or MeasureActKind.ClinicResumed or MeasureActKind.Agreed or MeasureActKind.Prolonged => Tone.Good,
        MeasureActKind.BreachConfirmed or MeasureActKind.OverdueConfirmed or MeasureActKind.OutOfControl or MeasureActKind.Warning or MeasureActKind.Escaped or MeasureActKind.DroppedOut => Tone.Bad,
        _ => Tone.Warn,
    };

    public static Tone RiskTone(RiskLevel? level) => level switch { RiskLevel.High => Tone.Bad, RiskLevel.Medium => Tone.Warn, RiskLevel.Low => Tone.Good, _ => Tone.Neutral };

    /// <summary>Each paper of a measure has a place of its own, so that a page may end between two of one day.</summary>
    static Guid Nth(Guid id, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        bytes[15] += (byte)place;
        return new Guid(bytes);
    }

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

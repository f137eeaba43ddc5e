using Homeward.Data.Sealing;
using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>Writes down the meetings and calls with one client as a worker would.</summary>
sealed class ContactNotes(Scene scene, Dice dice, ClientFile file)
{
    static readonly (string Choice, int Weight)[] callPurposes = [("reminder", 45), ("support", 25), ("relief", 10), ("employment", 12), ("family", 6), ("crisis", 2)];
    static readonly (string Choice, int Weight)[] morePurposes = [("support", 40), ("employment", 25), ("family", 20), ("relief", 15)];

    static readonly (string Choice, int Weight)[] services =
        [("drugKnowledge", 24), ("dissuasion", 22), ("psychology", 16), ("training", 8), ("guidance", 10), ("schooling", 2), ("employment", 9), ("medicalCare", 6), ("other", 3)];

    readonly List<DateOnly> interviews = [];

    /// <summary>Of its own, so that what was given changes nothing else of the world.</summary>
    readonly Dice given = Dice.For(scene.Order.Seed, "service", BitConverter.ToInt32(file.Client.Id.ToByteArray(), 12));

    public DateOnly KnownFrom { get; } = file.Assignments[0].From;

    public bool HasInterviewIn(DateOnly first, DateOnly last) => interviews.Any(on => first <= on && on <= last);

    public void Meet(ContactMode mode, DateOnly on)
    {
        interviews.Add(on);
        var usual = ContactPurposes.UsualFor(mode);
        var telling = mode == ContactMode.HomeVisit ? scene.Stock.Cases.HomeVisit : scene.Stock.Cases.Interview;
        Add(mode, on, dice.Chance(0.25) ? [.. usual, dice.Weighed(morePurposes)] : usual, telling, dice.Between(25, 80));
    }

    public void Call(DateOnly on) => Add(ContactMode.Phone, on, [dice.Weighed(callPurposes)], scene.Stock.Cases.Phone, dice.Between(3, 18));

    /// <summary>A report that came in writing takes nobody's time and gives nothing.</summary>
    public void Report(DateOnly on) => Add(ContactMode.WrittenReport, on, ContactPurposes.UsualFor(ContactMode.WrittenReport), scene.Stock.Cases.Report, null);

    void Add(ContactMode mode, DateOnly on, IReadOnlyList<string> purposes, Telling telling, int? minutes)
    {
        var entered = dice.Chance(0.2) && on < scene.AsOf ? on.AddDays(1) : on;
        var id = dice.Id(entered);
        var next = dice.Chance(0.25);
        file.Contacts.Add(new Contact(file.Client, new ContactRecord
        {
            On = on,
            Mode = mode,
            StaffId = scene.Worker.Staff.Id,
            StartedAt = minutes is null ? null : new TimeOnly(on == scene.AsOf ? 8 : dice.Between(9, 17), dice.Between(0, 11) * 5),
            DurationMinutes = minutes,
            Purposes = purposes,
            Services = mode == ContactMode.WrittenReport ? [] : Given(mode),
            Content = scene.Keys.Seal(telling.Draw(dice), SealedColumn.ContactContent, id),
            Observations = dice.Chance(0.35) ? scene.Keys.Seal(dice.Of(scene.Stock.Cases.Observations), SealedColumn.ContactObservations, id) : null,
            NextStep = next ? scene.Keys.Seal(dice.Of(scene.Stock.Cases.NextSteps), SealedColumn.ContactNextStep, id) : null,
            NextStepOn = next ? on.AddDays(dice.Between(5, 30)) : null,
        }, new EntryNote(id, scene.Worker.AccountId, scene.Entered(entered, dice), entered)));
    }

    /// <summary>Most talks are only that; in others one or two of the team's measures are given, on the telephone seldom.</summary>
    IReadOnlyList<string> Given(ContactMode mode) =>
        given.Chance(mode == ContactMode.Phone ? 0.85 : 0.45) ? [] : [.. Enumerable.Range(0, given.Chance(0.25) ? 2 : 1).Select(_ => given.Weighed(services))];
}

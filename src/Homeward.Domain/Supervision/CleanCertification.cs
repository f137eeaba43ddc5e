using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>How far a certification has come.</summary>
public enum CertificationStep
{
    Applied,
    SeriesChecked,
    PoliceConfirmed,
    Certified,
    Refused,
}

/// <summary>The certification of three years without relapse (rules R7.1): application, check of the test series, the police's confirmation, certificate, control lifted.</summary>
public sealed class CleanCertification : IAboutClient, IVersioned, IAudited, IStandsUnder
{
    public static readonly Broken NotReached = new("supervision.clean-not-reached");
    public static readonly Broken AlreadyCertified = new("supervision.certified-already") { Rule = "R7.1" };
    public static readonly Broken WrongStep = new("supervision.certification-wrong-step");
    public static readonly Broken BeforeLastStep = new("supervision.certification-before-last-step", "On");

    CleanCertification()
    {
    }

    public CleanCertification(Client client, CleanState state, CertificationNote note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotApply(state, note.On, entry.Today));
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        Basis = state.Basis;
        CountsFrom = state.CountsFrom;
        FullOn = state.FullOn;
        AppliedOn = note.On;
        AppliedById = entry.EnteredById;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public CertificationStep Step { get; private set; }

    /// <summary>The starting day and its ground, as they were when the application was made.</summary>
    public CleanBasis Basis { get; private set; }
    public DateOnly CountsFrom { get; private set; }
    public DateOnly FullOn { get; private set; }
    public DateOnly AppliedOn { get; private set; }
    public Guid? AppliedById { get; private set; }
    public DateOnly? SeriesCheckedOn { get; private set; }
    public Guid? SeriesCheckedById { get; private set; }

    /// <summary>Screens found in the series and windows that none filled.</summary>
    public int ScreensFound { get; private set; }
    public int WindowsMissed { get; private set; }
    public DateOnly? PoliceConfirmedOn { get; private set; }
    public string? PoliceDocument { get; private set; }
    public string? PoliceOffice { get; private set; }

    /// <summary>The day of the certificate; dynamic control ends with it.</summary>
    public DateOnly? CertifiedOn { get; private set; }
    public string? CertificateNumber { get; private set; }
    public DateOnly? RefusedOn { get; private set; }
    public Sealed? RefusalReason { get; private set; }
    public int Version { get; private set; }

    Guid IStandsUnder.StandsUnderId => ClientId;

    public bool IsOpen => Step is not (CertificationStep.Certified or CertificationStep.Refused);

    public static IEnumerable<Broken> WhyNotApply(CleanState state, DateOnly on, DateOnly today)
    {
        if (state.Obstacles.Count > 0)
        {
            yield return NotReached.With(state.FullOn, state.Obstacles[0]);
        }
        if (on > today)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(on);
        }
        if (on < state.FullOn)
        {
            yield return BeforeLastStep.With(on, state.FullOn);
        }
    }

    /// <summary>What is known now and was not when the application was made: a use, a breach, an evasion in doubt. Then the certification does not go on, and is refused or waits.</summary>
    public static IEnumerable<Broken> WhyNotGoOn(CleanState? now) =>
        now is { Obstacles.Count: 0 } ? [] : [NotReached.With(now is null ? "–" : now.FullOn, now?.Obstacles[0] ?? CleanObstacle.TimeNotOver)];

    public void CheckSeries(CleanState? now, int screensFound, int windowsMissed, CertificationNote note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNot(CertificationStep.Applied, note.On, AppliedOn, entry.Today).Concat(WhyNotGoOn(now)));
        (ScreensFound, WindowsMissed, SeriesCheckedOn, SeriesCheckedById) = (screensFound, windowsMissed, note.On, entry.EnteredById);
        Step = CertificationStep.SeriesChecked;
    }

    public void ConfirmByPolice(CleanState? now, CertificationNote note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNot(CertificationStep.SeriesChecked, note.On, SeriesCheckedOn, entry.Today).Concat(WhyNotGoOn(now)).Concat(WhyNotPaper(note)));
        (PoliceConfirmedOn, PoliceDocument, PoliceOffice) = (note.On, note.DocumentNumber, note.IssuedBy);
        Step = CertificationStep.PoliceConfirmed;
    }

    /// <summary>The certificate is handed out, and dynamic control is lifted.</summary>
    public void Certify(Client client, CleanState? now, CertificationNote note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNot(CertificationStep.PoliceConfirmed, note.On, PoliceConfirmedOn, entry.Today).Concat(WhyNotGoOn(now)).Concat(WhyNotPaper(note)));
        (CertifiedOn, CertificateNumber) = (note.On, note.DocumentNumber);
        Step = CertificationStep.Certified;
        client.NoteThreeYearsClean(FullOn);
    }

    public void Refuse(Sealed reason, CertificationNote note, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(IsOpen ? WhyNot(Step, note.On, PoliceConfirmedOn ?? SeriesCheckedOn ?? AppliedOn, entry.Today) : [WrongStep.With(Step)]);
        (RefusedOn, RefusalReason) = (note.On, reason);
        Step = CertificationStep.Refused;
    }

    IEnumerable<Broken> WhyNot(CertificationStep step, DateOnly on, DateOnly? last, DateOnly today)
    {
        if (Step != step)
        {
            yield return WrongStep.With(Step);
        }
        if (on > today)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(on);
        }
        if (on < last)
        {
            yield return BeforeLastStep.With(on, last);
        }
    }

    static IEnumerable<Broken> WhyNotPaper(CertificationNote note) =>
        string.IsNullOrWhiteSpace(note.DocumentNumber) ? [MeasureRules.DocumentMissing with { Rule = "R7.1" }] : [];
}

/// <summary>The day of a step and its paper.</summary>
public sealed record CertificationNote(DateOnly On, string? DocumentNumber = null, string? IssuedBy = null);

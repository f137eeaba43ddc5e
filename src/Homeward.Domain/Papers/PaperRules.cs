using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

/// <summary>What a paper needs before it can be made, and what is written on it by hand.</summary>
public sealed record PaperRule(PaperKind Kind, string Rule)
{
    /// <summary>It speaks of a legal measure.</summary>
    public bool NeedsMeasure { get; init; } = true;

    /// <summary>Only community detox and rehabilitation know it.</summary>
    public bool CommunityOnly { get; init; } = true;

    /// <summary>Only after the client has reported.</summary>
    public bool AfterReport { get; init; }

    /// <summary>The acts of which it tells although the client has not reported.</summary>
    public IReadOnlyList<MeasureActKind> BeforeReport { get; init; } = [];

    /// <summary>It tells of an act of one of these kinds: of the newest that stands, where none is named.</summary>
    public IReadOnlyList<MeasureActKind> About { get; init; } = [];

    /// <summary>Whether it can be made without such an act.</summary>
    public bool NeedsAct { get; init; } = true;

    /// <summary>The confirmation rests on it (rules R1.17, R1.32): it can be written as soon as the case is suspected.</summary>
    public bool OnSuspicion { get; init; }

    /// <summary>It stays in the office's file; every other paper is handed to the client, to another office or to the police.</summary>
    public bool IsInternal { get; init; }

    /// <summary>It tells of one screen.</summary>
    public bool AboutScreen { get; init; }

    /// <summary>The street's office signs, sends or receives it; what the worker writes of the person, and what a screen showed, is not the office's (rules R1.1, R1.5).</summary>
    public bool IsOfOffice { get; init; } = true;

    /// <summary>What is written by hand, in the order of the form.</summary>
    public IReadOnlyList<WrittenField> Fields { get; init; } = [];

    /// <summary>Which of it may not stay empty.</summary>
    public IReadOnlyList<WrittenField> Needed { get; init; } = [];
}

/// <summary>The papers with what each needs.</summary>
public static class PaperRules
{
    static readonly Dictionary<PaperKind, PaperRule> all = new PaperRule[]
    {
        new(PaperKind.OrderReceipt, "R1.12") { CommunityOnly = false, IsInternal = true, Fields = [WrittenField.Person, WrittenField.Note] },
        new(PaperKind.RightsNotice, "R3.4") { Fields = [WrittenField.Person, WrittenField.Note] },
        new(PaperKind.Agreement, "R1.19") { AfterReport = true, Fields = [WrittenField.Plan, WrittenField.Person, WrittenField.Note], Needed = [WrittenField.Plan] },
        new(PaperKind.HandbookReceipt, "R3.4") { AfterReport = true, IsInternal = true, Fields = [WrittenField.Person, WrittenField.Note] },
        new(PaperKind.TestNotice, "R2.18")
        {
            AfterReport = true,
            Fields = [WrittenField.Day, WrittenField.Hour, WrittenField.Place, WrittenField.Person, WrittenField.Note],
            Needed = [WrittenField.Day, WrittenField.Place],
        },
        new(PaperKind.TestRecord, "R2.28") { IsOfOffice = false, IsInternal = true, NeedsMeasure = false, AboutScreen = true, Fields = [WrittenField.Note] },
        new(PaperKind.Warning, "R1.31")
        {
            AfterReport = true, BeforeReport = [MeasureActKind.OverdueConfirmed], About = [MeasureActKind.Warning, MeasureActKind.OverdueConfirmed], NeedsAct = false, OnSuspicion = true,
            Fields = [WrittenField.Facts, WrittenField.Opinion, WrittenField.Person], Needed = [WrittenField.Facts],
        },
        new(PaperKind.OverdueCertificate, "R1.17") { About = [MeasureActKind.OverdueConfirmed], Fields = [WrittenField.Facts, WrittenField.Person], Needed = [WrittenField.Facts] },
        new(PaperKind.BreachCertificate, "R1.32") { AfterReport = true, OnSuspicion = true, About = [MeasureActKind.BreachConfirmed], Fields = [WrittenField.Facts, WrittenField.Person], Needed = [WrittenField.Facts] },
        new(PaperKind.HandOverReceipt, "R1.17") { About = [MeasureActKind.OverdueConfirmed, MeasureActKind.BreachConfirmed], Fields = [WrittenField.Facts, WrittenField.Person], Needed = [WrittenField.Facts] },
        new(PaperKind.LeaveReport, "R1.25") { AfterReport = true, About = [MeasureActKind.Leave, MeasureActKind.LeaveExtended], Fields = [WrittenField.Opinion, WrittenField.Person] },
        new(PaperKind.TransferLetter, "R1.35") { AfterReport = true, About = [MeasureActKind.Transferred], Fields = [WrittenField.Facts, WrittenField.Note] },
        new(PaperKind.Suspension, "R1.39") { AfterReport = true, About = [MeasureActKind.Suspended], Fields = [WrittenField.Facts, WrittenField.Opinion] },
        new(PaperKind.Resumption, "R1.39") { AfterReport = true, About = [MeasureActKind.Resumed], Fields = [WrittenField.Facts, WrittenField.Opinion] },
        new(PaperKind.Termination, "R1.40") { CommunityOnly = false, About = [MeasureActKind.Terminated], Fields = [WrittenField.Facts, WrittenField.Opinion] },
        new(PaperKind.ReleaseApproval, "R1.43") { AfterReport = true, IsInternal = true, Fields = [WrittenField.Facts, WrittenField.Opinion, WrittenField.Person], Needed = [WrittenField.Facts] },
        new(PaperKind.ReleaseNotice, "R1.41") { AfterReport = true, About = [MeasureActKind.Released], Fields = [WrittenField.Person, WrittenField.Note] },
        new(PaperKind.HelpPlan, "R3.4") { IsOfOffice = false, IsInternal = true, Fields = [WrittenField.Facts, WrittenField.Plan, WrittenField.Person], Needed = [WrittenField.Plan] },
        new(PaperKind.Assessment, "R3.4") { IsOfOffice = false, IsInternal = true, Fields = [WrittenField.Day, WrittenField.Facts, WrittenField.Opinion, WrittenField.Person], Needed = [WrittenField.Facts, WrittenField.Opinion] },
    }.ToDictionary(rule => rule.Kind);

    public static IEnumerable<PaperRule> All => all.Values;

    public static PaperRule Of(PaperKind kind) => all[kind];
}

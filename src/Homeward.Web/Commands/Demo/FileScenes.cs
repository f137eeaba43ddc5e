using System.Reflection;
using System.Security.Cryptography;
using Homeward.Data.Sealing;
using Homeward.Domain.Papers;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Papers.Scanning;

namespace Homeward.Web.Commands.Demo;

/// <summary>Fixed lives whose file is the thing: each step to the certificate of three clean years, and papers that were scanned or declared void.</summary>
static class FileScenes
{
    static readonly CertificationStep[] steps = Enum.GetValues<CertificationStep>();

    public static readonly IReadOnlyList<Exemplar> All =
        [.. steps.Select((step, place) => new Exemplar(MeasureKind.Cdt, 1_170 + (place * 10)) { Acts = told => told.Measures.Release(told.Measure), Closing = told => Certify(told, step) })];

    /// <summary>A whole team, two signed pages, one of them attached to the wrong file, and a paper that was made by mistake.</summary>
    public static void KeepScans(Told told)
    {
        TeamScenes.Whole(told);
        Scan(told, "signed-page.pdf", DossierSlot.Agreement, 200);
        var wrong = Scan(told, "signed-page.png", DossierSlot.HomeMap, 90);
        wrong.Annul(told.Seal(told.Scene.Stock.Cases.AnnulReasons[0], SealedColumn.ScanAnnulReason, wrong.Id), told.Ago(88));
        var papers = told.File.Papers;
        papers.Add(RecordOf(told, told.File.Screens.Where(screen => screen is { Outcome: ScreenOutcome.Done, IsAnnulled: false }).MaxBy(screen => screen.On)!));
        var mistaken = papers.FindIndex(paper => paper.Kind == PaperKind.HelpPlan);
        papers[mistaken] = papers[mistaken] with { VoidReason = told.Scene.Stock.Cases.AnnulReasons[1] };
    }

    static MadePaper RecordOf(Told told, Screen screen) =>
        new(told.NewId(screen.On), told.Measure, PaperKind.TestRecord, screen.On, told.Entry(screen.Id, screen.On).At, new PaperOrigin(told.Measure, null, screen), new(), null);

    static Scan Scan(Told told, string name, DossierSlot slot, int ago)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{name}")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var (format, bytes) = ScanInk.Take(memory.ToArray());
        var id = told.NewId(told.Ago(ago));
        var file = new ScanFile(
            format, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), told.Scene.Keys.Seal(bytes, SealedColumn.ScanContent, id),
            told.Seal(told.Scene.Stock.Cases.ScanTitle, SealedColumn.ScanTitle, id));
        var scan = new Scan(told.File.Client, told.Measure.Id, slot, told.Ago(ago), file, told.Entry(id, told.Ago(ago)));
        told.File.Scans.Add(scan);
        return scan;
    }

    /// <summary>Goes as far as a step; the refusal follows the check of the series.</summary>
    static void Certify(Told told, CertificationStep last)
    {
        var (file, client, pack) = (told.File, told.File.Client, told.Scene.Pack);
        var state = CleanClock.StateOf(CleanHistories.Of(file.Measures, file.Screens, pack)!, pack, told.Today);
        var id = told.NewId(told.Ago(20));
        var certification = new CleanCertification(client, state, new CertificationNote(told.Ago(20)), told.Entry(id, told.Ago(20)));
        file.Certifications.Add(certification);
        if (last > CertificationStep.Applied)
        {
            var windows = MeasureClock.Windows(told.Measure.History(client.Sex, told.Measure.Own(file.Screens)), pack, told.Today);
            certification.CheckSeries(
                state,
                file.Screens.Count(screen => screen is { IsAnnulled: false, Outcome: ScreenOutcome.Done } && screen.On >= state.CountsFrom),
                MeasureClock.Missed(windows, pack), new CertificationNote(told.Ago(12)), told.Entry(id, told.Ago(12)));
        }
        if (last == CertificationStep.Refused)
        {
            certification.Refuse(told.Seal(told.Scene.Stock.Cases.CertificationRefusal, SealedColumn.CertificationRefusal, id), new CertificationNote(told.Ago(5)), told.Entry(id, told.Ago(5)));
        }
        else if (last >= CertificationStep.PoliceConfirmed)
        {
            certification.ConfirmByPolice(state, new CertificationNote(told.Ago(6), told.Paper("G")), told.Entry(id, told.Ago(6)));
        }
        if (last == CertificationStep.Certified)
        {
            certification.Certify(client, state, new CertificationNote(told.Ago(2), told.Paper("C")), told.Entry(id, told.Ago(2)));
        }
    }
}

using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>Samples whose time was over weeks ago were destroyed in the days that the policy names; the others stand on the worklist (rules R2.5).</summary>
sealed class SampleLife(Scene scene, Dice dice, ClientFile file)
{
    const int ForgottenAtMost = 40;

    public IEnumerable<Obligation> Tell()
    {
        foreach (var screen in file.Screens.Where(screen => screen is { SampleA: not null, SamplesDisposedOn: null, IsAnnulled: false } && screen.KeepSamplesUntil < scene.AsOf.AddDays(-ForgottenAtMost)))
        {
            Destroy(screen);
        }
        return file.Screens.Select(screen => SamplePlan.Follow(file.Client, screen, scene.Pack, null, scene.AsOf)).OfType<Obligation>();
    }

    void Destroy(Screen screen)
    {
        var name = scene.Worker.Staff.Name;
        screen.DisposeSamples(screen.KeepSamplesUntil!.Value.AddDays(dice.Between(2, 30)), name, scene.Worker.Team.First(other => other.Name != name).Name, inDispute: false, scene.AsOf);
    }
}

using Homeward.Domain.Supervision;

namespace Homeward.Data.Policies;

/// <summary>Checks how the layers stand on one another.</summary>
static class PolicyLayering
{
    public static IEnumerable<PolicyFault> FaultsOf(IReadOnlyList<(string File, PolicyLayer Layer)> layers)
    {
        var byName = layers.ToLookup(pair => pair.Layer.Name, pair => pair.Layer);
        var owners = layers.Where(pair => pair.Layer.Unit is not null).ToLookup(pair => pair.Layer.Unit, pair => pair.Layer.Name);
        foreach (var (file, layer) in layers)
        {
            foreach (var reason in ReasonsAgainst(layer, byName))
            {
                yield return new PolicyFault(file, 1, reason);
            }
            if (owners[layer.Unit].Distinct().Count() > 1)
            {
                yield return new PolicyFault(file, 1, $"unit {layer.Unit} is governed by several packs: {string.Join(", ", owners[layer.Unit].Distinct())}");
            }
        }
    }

    static IEnumerable<string> ReasonsAgainst(PolicyLayer layer, ILookup<string, PolicyLayer> byName)
    {
        if (byName[layer.Name].Count(other => other.EffectiveFrom == layer.EffectiveFrom || other.Version == layer.Version) > 1)
        {
            yield return $"{layer.Name} has two files for version {layer.Version} or day {layer.EffectiveFrom:O}";
        }
        if (layer.Parent is not { } parent)
        {
            yield break;
        }
        if (!byName[parent].Any())
        {
            yield return $"parent {parent} does not exist";
        }
        if (byName[parent].Any(above => above.Level > layer.Level))
        {
            yield return $"parent {parent} lies below its child";
        }
        if (IsItsOwnAncestor(layer, byName))
        {
            yield return $"{layer.Name} stands on itself";
        }
    }

    static bool IsItsOwnAncestor(PolicyLayer layer, ILookup<string, PolicyLayer> byName)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>([layer.Parent!]);
        while (waiting.TryDequeue(out var name))
        {
            if (name == layer.Name)
            {
                return true;
            }
            foreach (var parent in seen.Add(name) ? byName[name].Select(above => above.Parent).OfType<string>() : [])
            {
                waiting.Enqueue(parent);
            }
        }
        return false;
    }
}

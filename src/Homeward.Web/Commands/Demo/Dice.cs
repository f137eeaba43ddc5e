using System.Numerics;

namespace Homeward.Web.Commands.Demo;

/// <summary>Chance that can be repeated: SplitMix64 from a seed, the same on every machine and in every version of the runtime.</summary>
sealed class Dice
{
    const ulong Step = 0x9E3779B97F4A7C15;

    ulong state;

    Dice(ulong state) => this.state = state;

    /// <summary>Dice of their own for one thing of the world, so that no other thing changes its luck.</summary>
    public static Dice For(ulong seed, string what, int number = 0)
    {
        var mixed = seed * Step;
        foreach (var letter in what)
        {
            mixed = BitOperations.RotateLeft(mixed ^ letter, 13) * Step;
        }
        // Mixed through, so that the runs of neighbouring numbers do not overlap.
        return new Dice(Mix(mixed ^ Mix((ulong)number + 1)));
    }

    public ulong Next()
    {
        state += Step;
        return Mix(state);
    }

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double likelihood) => Share() < likelihood;

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + (int)(Share() * (last - first + 1));

    public T Of<T>(IReadOnlyList<T> choices) => choices[(int)(Share() * choices.Count)];

    public char Of(string letters) => letters[(int)(Share() * letters.Length)];

    public T Weighed<T>(IReadOnlyList<(T Choice, int Weight)> choices)
    {
        var left = Between(1, choices.Sum(choice => choice.Weight));
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left <= 0)
            {
                return choice;
            }
        }
        return choices[^1].Choice;
    }

    /// <summary>About normal, cut at three deviations.</summary>
    public double Around(double mean, double deviation)
    {
        var sum = -6.0;
        for (var turn = 0; turn < 12; turn++)
        {
            sum += Share();
        }
        return mean + (Math.Clamp(sum, -3, 3) * deviation);
    }

    /// <summary>An id of version 7 from somewhere in a day.</summary>
    public Guid Id(DateOnly day)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = (ulong)(new DateTimeOffset(Instants.At(day, 0)).ToUnixTimeMilliseconds() + Between(0, 86_399_999));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, (milliseconds << 16) | 0x7000 | (Next() & 0x0FFF));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Next() >> 2) | 0x8000000000000000);
        return new Guid(bytes, bigEndian: true);
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var place = 0; place < count; place++)
        {
            bytes[place] = (byte)(Next() >> 24);
        }
        return bytes;
    }

    /// <summary>Parts a number of things by weight: whole parts first, then what is left to the largest remainders.</summary>
    public static int[] Part(int total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(weight => total * weight / sum).ToArray();
        var parts = exact.Select(share => (int)share).ToArray();
        foreach (var place in Enumerable.Range(0, parts.Length).OrderByDescending(place => exact[place] - parts[place]).ThenBy(place => place).Take(total - parts.Sum()))
        {
            parts[place]++;
        }
        return parts;
    }
}

using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Tests.People;

/// <summary>The factors suggest a level; what they suggest can be counted by hand.</summary>
public class RiskScaleTests
{
    static readonly Gen<RiskFactor[]> factors = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3])
        .Array[1, 12].Select(drawn => drawn.Select((pair, place) => new RiskFactor($"f{place}", $"因素{place}", $"factor {place}", pair.Item1, pair.Item2 < 2 ? null : (RiskLevel)(pair.Item2 - 1))).ToArray());

    static readonly Gen<(RiskScale Scale, bool[] Ticked)> cases = Gen.Select(factors, Gen.Int[1, 40], Gen.Int[1, 60], Gen.Bool.Array[12])
        .Select(drawn => (new RiskScale(drawn.Item1, drawn.Item2, drawn.Item2 + drawn.Item3), drawn.Item4));

    [Fact]
    public void The_suggestion_is_the_higher_of_the_points_and_of_any_factor_alone() => cases.Sample(
        drawn =>
        {
            var (points, highest) = (0, 0);
            for (var place = 0; place < drawn.Scale.Factors.Count; place++)
            {
                if (drawn.Ticked[place])
                {
                    points += drawn.Scale.Factors[place].Points;
                    highest = Math.Max(highest, drawn.Scale.Factors[place].AtLeast switch { RiskLevel.High => 2, RiskLevel.Medium => 1, _ => 0 });
                }
            }
            highest = Math.Max(highest, points >= drawn.Scale.HighFrom ? 2 : points >= drawn.Scale.MediumFrom ? 1 : 0);

            var suggestion = drawn.Scale.Suggest(Codes(drawn.Scale, drawn.Ticked));

            return suggestion.Points == points && (int)suggestion.Level == highest;
        },
        iter: 5_000);

    [Fact]
    public void One_factor_more_never_lowers_the_suggestion() => Gen.Select(cases, Gen.Int[0, 11]).Sample(
        drawn =>
        {
            var (scale, ticked) = drawn.Item1;
            var more = ticked.ToArray();
            more[drawn.Item2] = true;

            return scale.Suggest(Codes(scale, more)).Level >= scale.Suggest(Codes(scale, ticked)).Level;
        },
        iter: 5_000);

    [Theory]
    [InlineData(9, RiskLevel.Low)]
    [InlineData(10, RiskLevel.Medium)]
    [InlineData(19, RiskLevel.Medium)]
    [InlineData(20, RiskLevel.High)]
    public void A_band_begins_at_its_number(int points, RiskLevel level) =>
        Assert.Equal(level, new RiskScale([new RiskFactor("a", "甲", "A", points)], 10, 20).Suggest(["a"]).Level);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(10, 20, null)]
    [InlineData(10, null, "people.template-band-missing")]
    [InlineData(20, 20, "people.template-bands-cross")]
    [InlineData(0, 20, "people.template-bands-cross")]
    [InlineData(10, 31, "people.template-out-of-reach")]
    public void Bands_come_together_rise_and_can_be_reached(int? medium, int? high, string? code) =>
        Assert.Equal(code, new RiskScale([new RiskFactor("a", "甲", "A", 10), new RiskFactor("b", "乙", "B", 20)], medium, high).WhyNot().SingleOrDefault()?.Code);

    [Fact]
    public void A_factor_has_a_name_in_both_languages_and_a_code_of_its_own()
    {
        var scale = new RiskScale([new RiskFactor("a", "甲", "", 1), new RiskFactor("a", "乙", "B", 1001)], null, null);

        Assert.Equal(["people.template-factor-twice", "people.template-name-missing", "people.template-points"], scale.WhyNot().Select(broken => broken.Code));
    }

    [Fact]
    public void A_version_follows_the_last_one_and_never_the_past()
    {
        var today = new DateOnly(2026, 11, 23);
        var first = Version(null, today, 1);

        Assert.Equal("people.template-in-past", Why(null, today.AddDays(-1), 1));
        Assert.Equal("people.template-no-change", Why(first, today, 1));
        Assert.Null(Why(first, today, 2));
        Assert.Equal("people.template-before-last", Why(Version(first, today.AddDays(5), 2), today.AddDays(4), 3));

        static RiskTemplate Version(RiskTemplate? last, DateOnly from, int points) =>
            new(Guid.CreateVersion7(), last, Text(from, points), new EntryNote(Guid.CreateVersion7(), null, DateTime.UnixEpoch, new DateOnly(2026, 11, 23)));

        static string? Why(RiskTemplate? last, DateOnly from, int points) => RiskTemplate.WhyNotPublish(last, Text(from, points), new DateOnly(2026, 11, 23)).SingleOrDefault()?.Code;
    }

    static RiskTemplateText Text(DateOnly from, int points) => new("沪禁毒办〔2026〕1号", from, new RiskScale([new RiskFactor("a", "甲", "A", points)], null, null));

    static List<string> Codes(RiskScale scale, bool[] ticked) => [.. scale.Factors.Where((_, place) => ticked[place]).Select(factor => factor.Code)];
}

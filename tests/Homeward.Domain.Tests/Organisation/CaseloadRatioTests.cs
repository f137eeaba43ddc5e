using CsCheck;
using Homeward.Domain.Organisation;

namespace Homeward.Domain.Tests.Organisation;

/// <summary>Rules R3.1: one worker for so many clients, and at least one.</summary>
public class CaseloadRatioTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(29, 1, 0)]
    [InlineData(30, 1, 0)]
    [InlineData(31, 1, 1)]
    [InlineData(60, 2, 0)]
    [InlineData(61, 2, 1)]
    [InlineData(200, 9, 0)]
    public void A_worker_is_missing_from_the_first_client_above_what_the_policy_allows(int clients, int workers, int missing) =>
        Assert.Equal(missing, new CaseloadRatio(clients, workers, 30).Missing);

    [Fact]
    public void With_those_who_are_missing_nobody_has_more_than_the_policy_allows_and_with_one_fewer_somebody_has() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 200], Gen.Int[1, 100]).Sample((clients, workers, most) =>
        {
            var ratio = new CaseloadRatio(clients, workers, most);
            var filled = workers + ratio.Missing;
            Assert.True(filled * most >= clients);
            Assert.True(ratio.Missing == 0 || (filled - 1) * most < clients);
        });
}

using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class StandingReleaseTests
{
    [Fact]
    public void A_release_holds_until_it_is_annulled()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Released, "2024-05-01");
        Assert.Equal(Day("2024-05-01"), measure.ReleasedOn);

        measure.Annul(measure.Acts[^1].Id, new Sealed([1]), Day("2024-05-02"));

        Assert.Null(measure.ReleasedOn);
    }

    [Fact]
    public void A_reopening_takes_a_release_back_and_a_later_end_is_no_release()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Released, "2024-05-01");
        Record(measure, MeasureActKind.Reopened, "2024-06-01");
        Assert.Null(measure.ReleasedOn);

        Record(measure, MeasureActKind.Terminated, "2024-07-01", facts => facts with { Reason = "imprisoned" });

        Assert.Null(measure.ReleasedOn);
    }
}

using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Escapes at the end of an isolation, and in what order their returns are annulled (rules R1.40, R1.44).</summary>
public class IsolationEndTests
{
    [Fact]
    public void Who_dies_on_the_run_is_on_the_run_no_more_and_the_last_day_stands_still()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2024-06-01");
        Record(measure, MeasureActKind.Terminated, "2024-06-10", facts => facts with { Reason = "died" });

        Assert.Equal((Day("2026-01-11"), 10), (StateOn(measure, "2024-06-10").EndsOn!.Value, StateOn(measure, "2024-06-10").Isolation!.Escapes.Sum(escape => escape.Days)));
        Assert.Equal((Day("2026-01-11"), 10), (StateOn(measure, "2025-09-01").EndsOn!.Value, StateOn(measure, "2025-09-01").Isolation!.Escapes.Sum(escape => escape.Days)));
    }

    [Fact]
    public void A_return_is_not_annulled_while_a_later_escape_stands()
    {
        var measure = Isolated();
        Record(measure, MeasureActKind.Escaped, "2024-06-01");
        Record(measure, MeasureActKind.Recaptured, "2024-06-11");
        Record(measure, MeasureActKind.Escaped, "2024-07-01");

        Assert.Equal(["supervision.begun-since"], measure.WhyNotAnnul(measure.Acts[1].Id).Select(broken => broken.Code));
        measure.Annul(measure.Acts[2].Id, new Sealed([1]), Day("2024-07-02"));
        Assert.Empty(measure.WhyNotAnnul(measure.Acts[1].Id));
    }
}

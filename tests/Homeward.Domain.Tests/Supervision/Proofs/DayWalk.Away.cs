using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>Who goes, who comes back, and what is asked about while somebody stays away from the clinic.</summary>
sealed partial class DayWalk
{
    int firstCheck;

    /// <summary>Who is away can only come back, and who is here can only go.</summary>
    void GoAndComeBack(List<LogLine> lines)
    {
        var goes = lines.Count(line => line.What is MeasureActKind.Escaped or MeasureActKind.ClinicMissed);
        var comes = lines.Count(line => line.What is MeasureActKind.Recaptured or MeasureActKind.ClinicResumed);
        var givenUp = lines.Count(line => line.What == MeasureActKind.DroppedOut);
        while (IsAway ? comes + givenUp > 0 : goes-- > 0)
        {
            if (!IsAway)
            {
                Go();
            }
            else if (comes-- > 0)
            {
                ComeBack();
            }
            else
            {
                // What a person confirmed to be given up goes on no more, also where the end is taken back.
                givenUp--;
                MissClinic();
                ComeBack();
            }
        }
    }

    bool IsAway => isRunning || missingSince != Never;

    void Go()
    {
        (isRunning, everRan) = (kind == MeasureKind.Cid, everRan || kind == MeasureKind.Cid);
        (missingSince, firstCheck) = (kind == MeasureKind.Mmt ? today : Never, checks.Count);
    }

    void ComeBack()
    {
        isRunning = false;
        for (; firstCheck < checks.Count; firstCheck++)
        {
            checks[firstCheck] = (checks[firstCheck].Opens, today);
        }
        missingSince = Never;
    }

    /// <summary>The seventh and the fifteenth day in a row without the clinic are looked at.</summary>
    void MissClinic()
    {
        if (missingSince == Never)
        {
            return;
        }
        if (today - missingSince + 1 is Alert or DropOut)
        {
            checks.Add((today, null));
        }
    }
}

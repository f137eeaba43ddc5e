namespace Homeward.Web.Components;

/// <summary>One screening window as a strip draws it (rules R2.10–R2.20). State is as in <c>explain measure</c>: future, open,
/// done, missedUnconfirmed, evaded, refused, excused, suspended; also positive. On is the day of the screen that filled it.</summary>
public sealed record Window(int Year, int Index, DateOnly Opens, DateOnly Closes, string State, DateOnly? On = null, string? Href = null)
{
    public Tone Tone => State switch
    {
        "done" => Tone.Good,
        "open" => Tone.Info,
        "missedUnconfirmed" => Tone.Warn,
        "positive" or "evaded" or "refused" => Tone.Bad,
        "preliminary" => Tone.Warn,
        _ => Tone.Neutral,
    };
}

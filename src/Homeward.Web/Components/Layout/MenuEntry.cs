namespace Homeward.Web.Components.Layout;

/// <summary>A line of the main menu; a feature registers its own as a singleton. Word and Group are keys; Order is the place
/// in the whole menu, in tens, and groups stand in the order of their first entry.</summary>
public sealed record MenuEntry(string Word, string Href, string Icon, string Group, int Order)
{
    /// <summary>Shown only to those who hold it; null shows it to everyone.</summary>
    public string? Permission { get; init; }

    /// <summary>Also stands in the bar at the foot of a phone (the first four do).</summary>
    public bool OnPhone { get; init; }

    /// <summary>A number beside the name, such as what is overdue; zero shows nothing, and more than <see cref="Menu.Most"/> need not be counted.</summary>
    public Func<IServiceProvider, CancellationToken, Task<int>>? Count { get; init; }
}

namespace Homeward.Web.Components.Layout;

/// <summary>Answers whether the signed-in person holds a permission that a menu entry asks for.</summary>
public delegate bool MaySee(HttpContext context, string permission);

/// <summary>The menu of one request: what this person may open, with its numbers.</summary>
public sealed class Menu(IEnumerable<MenuEntry> entries, MaySee maySee, IHttpContextAccessor accessor)
{
    /// <summary>The highest number told exactly; beyond it the menu says that there are more.</summary>
    public const int Most = 999;

    public sealed record Line(MenuEntry Entry, int Count);

    IReadOnlyList<IGrouping<string, Line>>? read;

    /// <summary>Reads once in a request. A page's own reading starts as soon as the layout waits, and a database context serves one reader at a time,
    /// so the menu is read before the page is drawn (see Product).</summary>
    public async Task<IReadOnlyList<IGrouping<string, Line>>> ReadAsync() => read ??= await ReadOnceAsync();

    /// <summary>The entry that this person starts with; nobody's count is read for it.</summary>
    public MenuEntry? First() => accessor.HttpContext is { } context ? Seen(context).FirstOrDefault() : null;

    IEnumerable<MenuEntry> Seen(HttpContext context) => entries.Where(entry => entry.Permission is null || maySee(context, entry.Permission)).OrderBy(entry => entry.Order);

    async Task<IReadOnlyList<IGrouping<string, Line>>> ReadOnceAsync()
    {
        if (accessor.HttpContext is not { } context)
        {
            return [];
        }
        var lines = new List<Line>();
        foreach (var entry in Seen(context))
        {
            lines.Add(new Line(entry, entry.Count is null ? 0 : await entry.Count(context.RequestServices, context.RequestAborted)));
        }
        return [.. lines.GroupBy(line => line.Entry.Group)];
    }
}

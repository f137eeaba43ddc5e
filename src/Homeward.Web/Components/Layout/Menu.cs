namespace Homeward.Web.Components.Layout;

/// <summary>Answers whether the signed-in person holds a permission that a menu entry asks for.</summary>
public delegate bool MaySee(HttpContext context, string permission);

/// <summary>The menu of one request: what this person may open, with its numbers.</summary>
public sealed class Menu(IEnumerable<MenuEntry> entries, MaySee maySee, IHttpContextAccessor accessor)
{
    public sealed record Line(MenuEntry Entry, int Count);

    public async Task<IReadOnlyList<IGrouping<string, Line>>> ReadAsync()
    {
        if (accessor.HttpContext is not { } context)
        {
            return [];
        }
        var lines = new List<Line>();
        foreach (var entry in entries.Where(entry => entry.Permission is null || maySee(context, entry.Permission)).OrderBy(entry => entry.Order))
        {
            lines.Add(new Line(entry, entry.Count is null ? 0 : await entry.Count(context.RequestServices, context.RequestAborted)));
        }
        return [.. lines.GroupBy(line => line.Entry.Group)];
    }
}

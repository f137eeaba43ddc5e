using Microsoft.AspNetCore.Components;

namespace Homeward.Web.Components;

/// <summary>A column of a <c>DataList</c>: its title heads the table and labels the cell on a phone.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [CascadingParameter] public DataList<TRow>? List { get; set; }
    [Parameter] public string Title { get; set; } = "";
    /// <summary>Makes the title a link that sorts by this key.</summary>
    [Parameter] public string? SortKey { get; set; }
    /// <summary>Names the row (a th), as the client's name does.</summary>
    [Parameter] public bool RowHead { get; set; }
    /// <summary>Holds buttons; without title, not printed.</summary>
    [Parameter] public bool Actions { get; set; }
    /// <summary>num for figures and days, wide for text.</summary>
    [Parameter] public string? Class { get; set; }
    [Parameter, EditorRequired] public RenderFragment<TRow> ChildContent { get; set; } = default!;

    protected override void OnInitialized() => List?.Add(this);
}

using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Rows;

namespace Homeward.Web.Features.Exchange;

/// <summary>What an import did, row by row where something is to be said.</summary>
public sealed class ImportSummary
{
    readonly List<RejectedRow> _rejected = [];
    readonly List<RepairedRow> _repaired = [];
    readonly List<RowWarning> _warnings = [];
    readonly HashSet<int> _rejectedLater = [];
    readonly List<RowPreview> _previews = [];

    public int Read { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }

    /// <summary>Rows that a later row of the same file replaced.</summary>
    public int Folded { get; set; }

    /// <summary>Responsible workers who were not yet on the staff list and now are, without an account.</summary>
    public int NewStaff { get; set; }
    public IReadOnlyList<RejectedRow> Rejected => _rejected;
    public IReadOnlyList<RepairedRow> Repaired => [.. _repaired.Where(repaired => !_rejectedLater.Contains(repaired.Row))];

    /// <summary>What becomes, or became, of each row that is taken.</summary>
    public IReadOnlyList<RowPreview> Previews => _previews;
    public IReadOnlyList<RowWarning> Warnings => [.. _warnings.Where(warning => !_rejectedLater.Contains(warning.Row))];

    /// <summary>0 where every row was taken, 1 where some were refused.</summary>
    public int ExitCode => _rejected.Count == 0 ? 0 : 1;

    /// <summary>Refuses a row that parsed well, for a reason that only the database knows.</summary>
    public void Reject(int row, params IReadOnlyList<Broken> reasons)
    {
        _rejected.Add(new RejectedRow(row, reasons));
        _rejectedLater.Add(row);
    }

    public void Warn(int row, Broken warning) => _warnings.Add(new RowWarning(row, warning));

    public void Note(int row, RowOutcome outcome, string shown) => _previews.Add(new RowPreview(row, outcome, shown));

    internal void Note<T>(Parsed<T> row) where T : class
    {
        Read++;
        if (!row.IsTaken)
        {
            _rejected.Add(new RejectedRow(row.Row, row.Reasons));
            return;
        }
        _repaired.AddRange(row.Repaired.Select(what => new RepairedRow(row.Row, what)));
        _warnings.AddRange(row.Warnings.Select(warning => new RowWarning(row.Row, warning)));
    }
}

public sealed record RejectedRow(int Row, IReadOnlyList<Broken> Reasons);

/// <summary>Something about a row's ID number that was put right: <c>15-digit</c>, <c>full-width</c>, <c>spaces-and-case</c>.</summary>
public sealed record RepairedRow(int Row, string What);

public sealed record RowWarning(int Row, Broken Warning);

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    Created,
    Updated,
    Unchanged,
}

/// <summary>One row that is taken, as the preview shows it.</summary>
public sealed record RowPreview(int Row, RowOutcome Outcome, string Shown);

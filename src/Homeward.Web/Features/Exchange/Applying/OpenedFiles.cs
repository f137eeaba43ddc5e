using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The files that a chunk of a roster opens; written in bulk, in the order of their references.</summary>
public sealed class OpenedFiles
{
    public List<Client> Clients { get; } = [];
    public List<RiskRecord> Risks { get; } = [];
    public List<ClientAssignment> Assignments { get; } = [];
    public List<Measure> Measures { get; } = [];

    public async Task WriteAsync(Db db, CancellationToken ct)
    {
        await db.InsertAsync(Clients, ct);
        await db.InsertAsync(Risks, ct);
        await db.InsertAsync(Assignments, ct);
        await db.InsertAsync(Measures, ct);
    }
}

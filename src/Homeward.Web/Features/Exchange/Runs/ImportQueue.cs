using System.Threading.Channels;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>Runs that wait for their turn: one after the other, so that imports do not fight for the database.</summary>
public sealed class ImportQueue
{
    readonly Channel<Guid> _runs = Channel.CreateUnbounded<Guid>();

    public void Add(Guid run) => _runs.Writer.TryWrite(run);

    public IAsyncEnumerable<Guid> TakeAsync(CancellationToken ct) => _runs.Reader.ReadAllAsync(ct);
}

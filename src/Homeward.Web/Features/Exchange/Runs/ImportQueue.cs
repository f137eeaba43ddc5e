using System.Globalization;
using System.Threading.Channels;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>A run that waits for its turn, and the language in which whoever sent it reads.</summary>
public readonly record struct QueuedRun(Guid Id, CultureInfo Language);

/// <summary>Runs that wait for their turn: one after the other, so that imports do not fight for the database.</summary>
public sealed class ImportQueue
{
    readonly Channel<QueuedRun> _runs = Channel.CreateUnbounded<QueuedRun>();

    /// <summary>In the language of the request; after a restart, where nobody asks, in Chinese.</summary>
    public void Add(Guid run, bool isTakenUp = false) => _runs.Writer.TryWrite(new QueuedRun(run, isTakenUp ? Localisation.Cultures[0] : CultureInfo.CurrentUICulture));

    public IAsyncEnumerable<QueuedRun> TakeAsync(CancellationToken ct) => _runs.Reader.ReadAllAsync(ct);
}

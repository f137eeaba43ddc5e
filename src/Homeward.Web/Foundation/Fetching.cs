using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Web.Foundation;

/// <summary>Fetches one record, or answers that there is none: missing and foreign alike.</summary>
public static class Fetching
{
    public static async Task<T> RequireAsync<T>(this IQueryable<T> records, Guid id, CancellationToken ct) where T : class =>
        await records.SingleOrDefaultAsync(record => EF.Property<Guid>(record, "Id") == id, ct) ?? throw new NotFoundException();

    /// <summary>The record in the version that the caller saw; a lost race is said, never overwritten.</summary>
    public static async Task<T> RequireAsync<T>(this IQueryable<T> records, Guid id, int version, CancellationToken ct) where T : class, IVersioned
    {
        var record = await records.RequireAsync(id, ct);
        record.RequireVersion(version);
        return record;
    }

    /// <summary>Refuses to go on where somebody else saved the record first.</summary>
    public static void RequireVersion(this IVersioned record, int version)
    {
        if (record.Version != version)
        {
            throw new LostRaceException();
        }
    }

    /// <summary>A transaction of one's own, or the one that is open already.</summary>
    public static async Task<IDbContextTransaction> InTransactionAsync(this Db db, CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : new JoinedTransaction();

    /// <summary>Stands for a transaction that somebody further out commits.</summary>
    sealed class JoinedTransaction : IDbContextTransaction
    {
        public Guid TransactionId => Guid.Empty;

        public void Commit()
        {
        }

        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Rollback()
        {
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

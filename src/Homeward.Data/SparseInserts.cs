using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace Homeward.Data;

/// <summary>
/// Inserts without the columns that stay empty: a record of work has dozens, a new one fills few, and what is not written is null all the same. Every column that is left out saves its name
/// in the statement, its parameter and its place in the message.
/// </summary>
sealed class SparseInserts : IModificationCommandFactory
{
    public IModificationCommand CreateModificationCommand(in ModificationCommandParameters modificationCommandParameters) => new SparseCommand(modificationCommandParameters);

    public INonTrackedModificationCommand CreateNonTrackedModificationCommand(in NonTrackedModificationCommandParameters modificationCommandParameters) => new ModificationCommand(modificationCommandParameters);

    sealed class SparseCommand(in ModificationCommandParameters parameters) : ModificationCommand(parameters)
    {
        protected override IColumnModification CreateColumnModification(in ColumnModificationParameters columnModificationParameters) =>
            base.CreateColumnModification(StaysEmpty(columnModificationParameters) ? columnModificationParameters with { IsWrite = false } : columnModificationParameters);

        static bool StaysEmpty(in ColumnModificationParameters column) => column is { IsWrite: true, IsRead: false, Entry: { EntityState: EntityState.Added } entry, Property: { IsNullable: true } property }
            && entry.GetCurrentValue(property) is null;
    }
}

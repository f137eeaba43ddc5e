using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Data.Bulk;

/// <summary>One column of an insert, as the model maps it: how its value is taken from a record and how it lies in the database.</summary>
sealed class BulkColumn(string name, RelationalTypeMapping mapping, bool isNullable, Func<object, object?> read)
{
    public string Name { get; } = name;

    /// <summary>The database's own name of the type, without length.</summary>
    public string StoreType { get; } = mapping.StoreTypeNameBase;

    public object? ValueOf(object record) => read(record) is { } value ? mapping.Converter?.ConvertToProvider(value) ?? value : null;

    public DbParameter ParameterFor(DbCommand command, string parameter) => mapping.CreateParameter(command, parameter, null, isNullable);

    /// <summary>The columns of an entity with those of what it owns in the same row; what the database itself generates is left out.</summary>
    public static IEnumerable<BulkColumn> Of(IEntityType entity, StoreObjectIdentifier table, Func<object, object?> reach)
    {
        foreach (var property in entity.GetProperties().Where(property => !property.IsShadowProperty() && !IsGenerated(property)))
        {
            if (property.GetColumnName(table) is not { } column)
            {
                continue;
            }
            var getter = property.GetGetter();
            yield return new BulkColumn(column, property.GetRelationalTypeMapping(), property.IsColumnNullable(table), row => reach(row) is { } owner ? getter.GetClrValue(owner) : null);
        }
        foreach (var owned in entity.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned() && navigation.TargetEntityType.GetTableName() == table.Name))
        {
            var getter = owned.GetGetter();
            foreach (var column in Of(owned.TargetEntityType, table, row => reach(row) is { } owner ? getter.GetClrValue(owner) : null))
            {
                yield return column;
            }
        }
    }

    static bool IsGenerated(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && (property.ClrType == typeof(long) || property.ClrType == typeof(int));
}

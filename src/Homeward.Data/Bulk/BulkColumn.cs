using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Data.Bulk;

/// <summary>One column of a table with the way from the record to the stored value, as the EF model has it.</summary>
sealed class BulkColumn
{
    readonly Func<object, object?> read;

    BulkColumn(string name, RelationalTypeMapping mapping, Func<object, object?> read)
    {
        Name = name;
        Mapping = mapping;
        this.read = read;
    }

    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>The value as the provider takes it; null where the record has none.</summary>
    public object? ValueOf(object record) =>
        read(record) is { } value ? Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value : null;

    /// <summary>The columns of a record and of what it owns in the same table; what the database counts itself is left out.</summary>
    public static IReadOnlyList<BulkColumn> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table) ?? throw new InvalidOperationException($"{type.Name} has no table.");
        var owned = type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned());
        return
        [
            .. type.GetProperties().Where(property => !IsCounted(property)).Select(property => Own(property, table)),
            .. owned.SelectMany(navigation => navigation.TargetEntityType.GetProperties()
                .Where(property => !property.IsPrimaryKey())
                .Select(property => Inside(navigation, property, table))),
        ];
    }

    static bool IsCounted(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long);

    static BulkColumn Own(IProperty property, StoreObjectIdentifier table)
    {
        var getter = property.GetGetter();
        return new BulkColumn(property.GetColumnName(table)!, property.GetRelationalTypeMapping(), getter.GetClrValue);
    }

    static BulkColumn Inside(INavigation navigation, IProperty property, StoreObjectIdentifier table)
    {
        var outer = navigation.GetGetter();
        var inner = property.GetGetter();
        return new BulkColumn(property.GetColumnName(table)!, property.GetRelationalTypeMapping(),
            record => outer.GetClrValue(record) is { } part ? inner.GetClrValue(part) : null);
    }
}

using System.Text.Json;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Store.Tests;

[Trait("Database", "none")]
public sealed class IdTests
{
    public static TheoryData<Type> Ids => [.. typeof(CaseId).Assembly.GetTypes().Where(type => type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(Guid))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_the_GUID_that_it_holds_in_a_column_and_in_JSON(Type type)
    {
        var guid = Guid.CreateVersion7();
        var id = Activator.CreateInstance(type, guid);

        using var db = new DesignSqlite().CreateDbContext([]);
        var column = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).First(property => property.ClrType == type).GetTypeMapping().Converter!;
        Assert.Equal(guid, column.ConvertToProvider(id));
        Assert.Equal(id, column.ConvertFromProvider(guid));
        Assert.Equal($"\"{guid}\"", JsonSerializer.Serialize(id, type, Conversions.Json));
        Assert.Equal(id, JsonSerializer.Deserialize($"\"{guid}\"", type, Conversions.Json));
    }
}

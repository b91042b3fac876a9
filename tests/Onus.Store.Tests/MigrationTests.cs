using Microsoft.EntityFrameworkCore;
using Onus.Store.Database;

namespace Onus.Store.Tests;

[Trait("Database", "none")]
public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_of_SQLite_say_what_the_model_says()
    {
        using var db = new DesignSqlite().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_of_PostgreSQL_say_what_the_model_says()
    {
        using var db = new DesignPostgres().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}

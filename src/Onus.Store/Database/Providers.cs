using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Onus.Store.Database;

/// <summary>The database in one file: the default.</summary>
internal sealed class SqliteOnusContext(DbContextOptions<SqliteOnusContext> options) : OnusContext(options);

/// <summary>The database on a server, when a unit grows.</summary>
internal sealed class PostgresOnusContext(DbContextOptions<PostgresOnusContext> options) : OnusContext(options);

/// <summary>Lets the migration tool make a context; no database is touched.</summary>
internal sealed class DesignSqlite : IDesignTimeDbContextFactory<SqliteOnusContext>
{
    /// <inheritdoc/>
    public SqliteOnusContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteOnusContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets the migration tool make a context; no database is touched.</summary>
internal sealed class DesignPostgres : IDesignTimeDbContextFactory<PostgresOnusContext>
{
    /// <inheritdoc/>
    public PostgresOnusContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresOnusContext>().UseNpgsql("Host=localhost").Options);
}

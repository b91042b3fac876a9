using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PrivilegedWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Who considered it stands in the same text, where quotation marks have a backslash before them.
            migrationBuilder.Sql("""UPDATE "StoredRecords" SET "Few" = 2 WHERE "Few" > 0 AND "Marks" LIKE '%"privileged":true%';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "StoredRecords" SET "Few" = 1 WHERE "Few" > 1;""");
        }
    }
}

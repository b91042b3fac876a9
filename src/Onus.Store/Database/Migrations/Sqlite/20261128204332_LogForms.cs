using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LogForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The bytes are those to which the leaf commits: text is kept in UTF-8 here. No table is made anew.
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ADD "Form" INTEGER NOT NULL DEFAULT 1;""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ADD "Bytes" BLOB NOT NULL DEFAULT X'';""");
            migrationBuilder.Sql("""UPDATE "LogPayloads" SET "Bytes" = CAST("Json" AS BLOB);""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" DROP COLUMN "Json";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ADD "Json" TEXT NOT NULL DEFAULT '';""");
            migrationBuilder.Sql("""UPDATE "LogPayloads" SET "Json" = CAST("Bytes" AS TEXT);""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" DROP COLUMN "Bytes";""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" DROP COLUMN "Form";""");
        }
    }
}

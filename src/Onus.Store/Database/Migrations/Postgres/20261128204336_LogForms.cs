using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LogForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The bytes are those to which the leaf commits.
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ADD "Form" integer NOT NULL DEFAULT 1;""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ALTER COLUMN "Json" TYPE bytea USING convert_to("Json", 'UTF8');""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" RENAME COLUMN "Json" TO "Bytes";""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ALTER COLUMN "Form" DROP DEFAULT;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" ALTER COLUMN "Bytes" TYPE text USING convert_from("Bytes", 'UTF8');""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" RENAME COLUMN "Bytes" TO "Json";""");
            migrationBuilder.Sql("""ALTER TABLE "LogPayloads" DROP COLUMN "Form";""");
        }
    }
}

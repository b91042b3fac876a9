using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HandedInBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Account",
                table: "ImportRuns",
                type: "TEXT",
                nullable: true);

            // Names were unique but in folders that are older than that rule: where two have one name, nobody knows which of them it was.
            migrationBuilder.Sql("""
                UPDATE "ImportRuns" SET "Account" = (SELECT MIN(a."Id") FROM "Accounts" AS a WHERE a."Name" = "ImportRuns"."By")
                WHERE (SELECT COUNT(*) FROM "Accounts" AS a WHERE a."Name" = "ImportRuns"."By") = 1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Account",
                table: "ImportRuns");
        }
    }
}

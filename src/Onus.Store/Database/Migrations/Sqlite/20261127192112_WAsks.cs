using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WAsks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "From",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Requests",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RequestReasons",
                columns: table => new
                {
                    Request = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Element = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestReasons", x => x.Request);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RequestReasons_CaseId",
                table: "RequestReasons",
                column: "CaseId");

            // Until now one reason served its reader and counsel alike, and the element stood in the record. Both are counsel's; nothing of them is printed any more.
            migrationBuilder.Sql("""INSERT INTO "RequestReasons" ("Request", "Why", "Element", "CaseId", "Compartment", "Version") SELECT "Id", "Why", "Element", "CaseId", "Compartment", 1 FROM "Requests";""");
            migrationBuilder.Sql("""UPDATE "Requests" SET "Why" = '';""");

            migrationBuilder.DropColumn(
                name: "Element",
                table: "Requests");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RequestReasons");

            migrationBuilder.DropColumn(
                name: "Account",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Authority",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "From",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "Requests");

            migrationBuilder.AddColumn<string>(
                name: "Element",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}

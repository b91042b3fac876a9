using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrueAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Testimony",
                table: "Foundations");

            migrationBuilder.AddColumn<Guid>(
                name: "Asks",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stopped",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "People",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "RepeatName");

            migrationBuilder.AddColumn<Guid>(
                name: "Whose",
                table: "Foundations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Grounds",
                table: "Exhibits",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "OnlyAgainst",
                table: "Exhibits",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "OnlyFor",
                table: "Exhibits",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Exhibits",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VouchedBy",
                table: "Exhibits",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Withdrawn",
                table: "Counts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NotPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Wishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SaidBy = table.Column<string>(type: "TEXT", nullable: false),
                    SaidTo = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    NotedBy = table.Column<string>(type: "TEXT", nullable: false),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wishes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NotPeople_CaseId",
                table: "NotPeople",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_NotPeople_CaseId_Name",
                table: "NotPeople",
                columns: new[] { "CaseId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_CaseId",
                table: "Wishes",
                column: "CaseId");

            // A tie that named nobody used to mean everybody. It now means nobody, so everybody who was there is named.
            migrationBuilder.Sql("""UPDATE "FactTies" SET "Defendants" = (SELECT json_group_array(lower(p."Id")) FROM "People" AS p WHERE p."CaseId" = "FactTies"."CaseId" AND p."Roles" LIKE '%"Defendant"%') WHERE "Defendants" = '[]';""");
            migrationBuilder.Sql("""UPDATE "FactTies" SET "Survivors" = (SELECT json_group_array(lower(p."Id")) FROM "People" AS p WHERE p."CaseId" = "FactTies"."CaseId" AND p."Roles" LIKE '%"Survivor"%') WHERE "Survivors" = '[]';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NotPeople");

            migrationBuilder.DropTable(
                name: "Wishes");

            migrationBuilder.DropColumn(
                name: "Asks",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Stopped",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Whose",
                table: "Foundations");

            migrationBuilder.DropColumn(
                name: "Grounds",
                table: "Exhibits");

            migrationBuilder.DropColumn(
                name: "OnlyAgainst",
                table: "Exhibits");

            migrationBuilder.DropColumn(
                name: "OnlyFor",
                table: "Exhibits");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Exhibits");

            migrationBuilder.DropColumn(
                name: "VouchedBy",
                table: "Exhibits");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "Counts");

            migrationBuilder.AddColumn<bool>(
                name: "Testimony",
                table: "Foundations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}

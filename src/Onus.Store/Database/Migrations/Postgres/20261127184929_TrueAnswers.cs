using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stopped",
                table: "Requests",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "People",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "RepeatName");

            migrationBuilder.AddColumn<Guid>(
                name: "Whose",
                table: "Foundations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Grounds",
                table: "Exhibits",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "OnlyAgainst",
                table: "Exhibits",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "OnlyFor",
                table: "Exhibits",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Exhibits",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VouchedBy",
                table: "Exhibits",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Withdrawn",
                table: "Counts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NotPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Compartment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Wishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Wish = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SaidBy = table.Column<string>(type: "text", nullable: false),
                    SaidTo = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    NotedBy = table.Column<string>(type: "text", nullable: false),
                    NotedAt = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Compartment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
            migrationBuilder.Sql("""UPDATE "FactTies" AS t SET "Defendants" = (SELECT COALESCE(json_agg(p."Id")::text, '[]') FROM "People" AS p WHERE p."CaseId" = t."CaseId" AND p."Roles" LIKE '%"Defendant"%') WHERE t."Defendants" = '[]';""");
            migrationBuilder.Sql("""UPDATE "FactTies" AS t SET "Survivors" = (SELECT COALESCE(json_agg(p."Id")::text, '[]') FROM "People" AS p WHERE p."CaseId" = t."CaseId" AND p."Roles" LIKE '%"Survivor"%') WHERE t."Survivors" = '[]';""");
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
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}

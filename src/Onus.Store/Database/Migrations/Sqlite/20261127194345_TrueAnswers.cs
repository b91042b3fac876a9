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

            migrationBuilder.AddColumn<string>(
                name: "Stopped",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "Asks",
                table: "Requests",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "Requests",
                type: "TEXT",
                nullable: true);

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
                name: "IX_RequestReasons_CaseId",
                table: "RequestReasons",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_CaseId",
                table: "Wishes",
                column: "CaseId");

            // Until now one reason served its reader and counsel alike, and the element stood in the record. Both are counsel's; nothing of them is printed any more.
            migrationBuilder.Sql("""INSERT INTO "RequestReasons" ("Request", "Why", "Element", "CaseId", "Compartment", "Version") SELECT "Id", "Why", "Element", "CaseId", "Compartment", 1 FROM "Requests";""");
            migrationBuilder.Sql("""UPDATE "Requests" SET "Why" = '';""");

            migrationBuilder.DropColumn(
                name: "Element",
                table: "Requests");

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
                name: "RequestReasons");

            migrationBuilder.DropTable(
                name: "Wishes");

            migrationBuilder.DropColumn(
                name: "Account",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Asks",
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
                name: "Steps",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Until",
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

            migrationBuilder.RenameColumn(
                name: "Stopped",
                table: "Requests",
                newName: "Element");

            migrationBuilder.AddColumn<bool>(
                name: "Testimony",
                table: "Foundations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}

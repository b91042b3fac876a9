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

            migrationBuilder.AddColumn<bool>(
                name: "Superseded",
                table: "Records",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                table: "Records",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "People",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "RepeatName");

            migrationBuilder.AddColumn<string>(
                name: "AlsoReceived",
                table: "Materials",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Withdrawn",
                table: "Materials",
                type: "TEXT",
                nullable: true);

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
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Material = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exhibit = table.Column<Guid>(type: "TEXT", nullable: false),
                    Record = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Old = table.Column<string>(type: "TEXT", nullable: false),
                    New = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    CorrectedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CorrectedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                });

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
                name: "IX_Differences_CaseId",
                table: "Differences",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_CaseId_Material",
                table: "Differences",
                columns: new[] { "CaseId", "Material" });

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
                name: "Differences");

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
                name: "Superseded",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AlsoReceived",
                table: "Materials");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "Materials");

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

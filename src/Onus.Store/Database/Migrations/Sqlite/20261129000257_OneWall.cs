using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneWall : Migration
    {
        // As rows lay until now: by their type.
        private static readonly string[] OnRecord =
        [
            "Differences", "Exhibits", "ExhibitTies", "Facts", "Foundations", "GapAnswers", "ImportRuns", "Materials", "NotPeople", "People", "Requests", "Retention", "Wishes",
        ];

        private static readonly string[] InPapers =
        [
            "Challenges", "Counts", "Enough", "FactTies", "RequestReasons", "WhatIfs",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (tables, name) in new[] { (OnRecord, "record"), (InPapers, "papers") })
            {
                foreach (var table in tables)
                {
                    migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = lower("CaseId") || '/{name}';""");
                }
            }

            // What is read lies where its file does.
            migrationBuilder.AddColumn<string>(name: "Compartment", table: "Readings", type: "TEXT", maxLength: 100, nullable: false, defaultValue: "");
            migrationBuilder.Sql("""UPDATE "Readings" SET "Compartment" = (SELECT m."Compartment" FROM "Materials" m WHERE m."Id" = "Readings"."Material");""");

            foreach (var table in new[] { "Log", "LogPayloads" })
            {
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ADD "Compartment" TEXT NULL;""");
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = lower("CaseId") || CASE "Side" WHEN 'CounselsPapers' THEN '/papers' ELSE '/record' END WHERE "CaseId" IS NOT NULL;""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Side";""");
            }

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Grants_Account",
                table: "Grants",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_CaseId",
                table: "Grants",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Grants");
            migrationBuilder.DropColumn(name: "Compartment", table: "Readings");
            foreach (var table in new[] { "Log", "LogPayloads" })
            {
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ADD "Side" TEXT NOT NULL DEFAULT 'Record';""");
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Side" = 'CounselsPapers' WHERE "Compartment" LIKE '%/papers';""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Compartment";""");
            }

            foreach (var tables in new[] { OnRecord, InPapers })
            {
                foreach (var table in tables)
                {
                    migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = 'case';""");
                }
            }
        }
    }
}

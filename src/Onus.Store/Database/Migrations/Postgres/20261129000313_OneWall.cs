using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
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
                    migrationBuilder.Sql($"""ALTER TABLE "{table}" ALTER COLUMN "Compartment" TYPE character varying(100);""");
                    migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = "CaseId"::text || '/{name}';""");
                }
            }

            // What is read lies where its file does.
            migrationBuilder.AddColumn<string>(name: "Compartment", table: "Readings", type: "character varying(100)", maxLength: 100, nullable: false, defaultValue: "");
            migrationBuilder.Sql("""UPDATE "Readings" SET "Compartment" = (SELECT m."Compartment" FROM "Materials" m WHERE m."Id" = "Readings"."Material");""");

            foreach (var table in new[] { "Log", "LogPayloads" })
            {
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ADD "Compartment" character varying(100) NULL;""");
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = "CaseId"::text || CASE "Side" WHEN 'CounselsPapers' THEN '/papers' ELSE '/record' END WHERE "CaseId" IS NOT NULL;""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Side";""");
            }

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Compartment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ADD "Side" character varying(40) NOT NULL DEFAULT 'Record';""");
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Side" = 'CounselsPapers' WHERE "Compartment" LIKE '%/papers';""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Compartment";""");
            }

            foreach (var tables in new[] { OnRecord, InPapers })
            {
                foreach (var table in tables)
                {
                    migrationBuilder.Sql($"""UPDATE "{table}" SET "Compartment" = 'case';""");
                    migrationBuilder.Sql($"""ALTER TABLE "{table}" ALTER COLUMN "Compartment" TYPE character varying(40);""");
                }
            }
        }
    }
}

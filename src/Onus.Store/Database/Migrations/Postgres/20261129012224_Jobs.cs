using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    File = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Holder = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    Records = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Error = table.Column<string>(type: "text", nullable: true),
                    StoppedBy = table.Column<string>(type: "text", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Compartment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_CaseId",
                table: "Jobs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_File_Kind",
                table: "Jobs",
                columns: new[] { "File", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State",
                table: "Jobs",
                column: "State");

            // What waited before there were jobs: for whoever handed it in, where that is known. A file has one, so that its id can be the job's.
            migrationBuilder.Sql("""
                INSERT INTO "Jobs" ("Id", "Kind", "File", "Account", "State", "Attempt", "Records", "Bytes", "AskedAt", "CaseId", "Compartment", "Version")
                SELECT m."Id", 'ReadFile', m."Id", r."Account", 'Waiting', 0, 0, 0, m."ReceivedAt", m."CaseId", m."Compartment", 1
                FROM "Materials" AS m JOIN "ImportRuns" AS r ON r."Id" = m."Run"
                WHERE m."Status" = 'Held' AND m."Obtained" IS NOT NULL AND m."Withdrawn" IS NULL AND r."Account" IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Jobs");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Onus.Store.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CompactRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table "Records" stays until RecordCarryOver has carried what it holds into these; it drops it.
            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Material = table.Column<Guid>(type: "uuid", nullable: false),
                    Superseded = table.Column<bool>(type: "boolean", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Readings_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readings_Materials_Material",
                        column: x => x.Material,
                        principalTable: "Materials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadingNames",
                columns: table => new
                {
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingNames", x => new { x.Reading, x.Number });
                    table.ForeignKey(
                        name: "FK_ReadingNames_Readings_Reading",
                        column: x => x.Reading,
                        principalTable: "Readings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadingPlaces",
                columns: table => new
                {
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Blob = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Chain = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingPlaces", x => new { x.Reading, x.Number });
                    table.ForeignKey(
                        name: "FK_ReadingPlaces_Readings_Reading",
                        column: x => x.Reading,
                        principalTable: "Readings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadingTotals",
                columns: table => new
                {
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Day = table.Column<string>(type: "text", nullable: true),
                    Sender = table.Column<int>(type: "integer", nullable: true),
                    Receiver = table.Column<int>(type: "integer", nullable: true),
                    Out = table.Column<bool>(type: "boolean", nullable: true),
                    Silent = table.Column<bool>(type: "boolean", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingTotals", x => new { x.Reading, x.Number });
                    table.ForeignKey(
                        name: "FK_ReadingTotals_ReadingNames_Reading_Receiver",
                        columns: x => new { x.Reading, x.Receiver },
                        principalTable: "ReadingNames",
                        principalColumns: new[] { "Reading", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadingTotals_ReadingNames_Reading_Sender",
                        columns: x => new { x.Reading, x.Sender },
                        principalTable: "ReadingNames",
                        principalColumns: new[] { "Reading", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadingTotals_Readings_Reading",
                        column: x => x.Reading,
                        principalTable: "Readings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoredRecords",
                columns: table => new
                {
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Kind = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<string>(type: "text", nullable: false),
                    Slice = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    TimeRaw = table.Column<string>(type: "text", nullable: true),
                    Day = table.Column<string>(type: "text", nullable: true),
                    Clock = table.Column<string>(type: "text", nullable: true),
                    Utc = table.Column<long>(type: "bigint", nullable: true),
                    UtcLater = table.Column<long>(type: "bigint", nullable: true),
                    Basis = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Sender = table.Column<int>(type: "integer", nullable: true),
                    Receiver = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true),
                    Attachments = table.Column<string>(type: "text", nullable: true),
                    Warnings = table.Column<string>(type: "text", nullable: true),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true),
                    BalanceMinor = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "text", nullable: true),
                    CurrencyDecimals = table.Column<int>(type: "integer", nullable: true),
                    Marks = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Few = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredRecords", x => new { x.Reading, x.Sequence });
                    table.ForeignKey(
                        name: "FK_StoredRecords_ReadingNames_Reading_Receiver",
                        columns: x => new { x.Reading, x.Receiver },
                        principalTable: "ReadingNames",
                        principalColumns: new[] { "Reading", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredRecords_ReadingNames_Reading_Sender",
                        columns: x => new { x.Reading, x.Sender },
                        principalTable: "ReadingNames",
                        principalColumns: new[] { "Reading", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredRecords_ReadingPlaces_Reading_Place",
                        columns: x => new { x.Reading, x.Place },
                        principalTable: "ReadingPlaces",
                        principalColumns: new[] { "Reading", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredRecords_Readings_Reading",
                        column: x => x.Reading,
                        principalTable: "Readings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Readings_CaseId",
                table: "Readings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Readings_Material",
                table: "Readings",
                column: "Material");

            migrationBuilder.CreateIndex(
                name: "IX_StoredRecords_Id_Reading",
                table: "StoredRecords",
                columns: new[] { "Id", "Reading" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredRecords_Reading_Few",
                table: "StoredRecords",
                columns: new[] { "Reading", "Few" },
                filter: "\"Few\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StoredRecords_Reading_Day",
                table: "StoredRecords",
                columns: new[] { "Reading", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReadingTotals");

            migrationBuilder.DropTable(
                name: "StoredRecords");

            migrationBuilder.DropTable(
                name: "ReadingNames");

            migrationBuilder.DropTable(
                name: "ReadingPlaces");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.CreateTable(
                name: "Records",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true),
                    Attachments = table.Column<string>(type: "text", nullable: false),
                    BalanceMinor = table.Column<long>(type: "bigint", nullable: true),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Compartment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "text", nullable: true),
                    CurrencyDecimals = table.Column<int>(type: "integer", nullable: true),
                    Day = table.Column<string>(type: "text", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Locator = table.Column<string>(type: "text", nullable: false),
                    Marks = table.Column<string>(type: "text", nullable: false),
                    Material = table.Column<Guid>(type: "uuid", nullable: false),
                    Receiver = table.Column<string>(type: "text", nullable: true),
                    Sender = table.Column<string>(type: "text", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Superseded = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: true),
                    TimeLocal = table.Column<string>(type: "text", nullable: true),
                    TimeRaw = table.Column<string>(type: "text", nullable: true),
                    Utc = table.Column<long>(type: "bigint", nullable: true),
                    UtcLater = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Warnings = table.Column<string>(type: "text", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Records", x => new { x.CaseId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Records_CaseId",
                table: "Records",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Records_CaseId_Day",
                table: "Records",
                columns: new[] { "CaseId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_CaseId_Material_Sequence",
                table: "Records",
                columns: new[] { "CaseId", "Material", "Sequence" });
        }
    }
}

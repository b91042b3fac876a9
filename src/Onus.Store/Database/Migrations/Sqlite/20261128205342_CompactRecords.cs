using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
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
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Material = table.Column<Guid>(type: "TEXT", nullable: false),
                    Superseded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Reading = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
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
                    Reading = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Blob = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Chain = table.Column<string>(type: "TEXT", nullable: false)
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
                    Reading = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Day = table.Column<string>(type: "TEXT", nullable: true),
                    Sender = table.Column<int>(type: "INTEGER", nullable: true),
                    Receiver = table.Column<int>(type: "INTEGER", nullable: true),
                    Out = table.Column<bool>(type: "INTEGER", nullable: true),
                    Silent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
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

            // By its key alone: a row number beside it, and the index by which the key would then be found, take a twentieth of the room.
            migrationBuilder.Sql(
                """
                CREATE TABLE "StoredRecords" (
                    "Reading" INTEGER NOT NULL, "Sequence" INTEGER NOT NULL, "Id" BLOB NOT NULL, "Kind" INTEGER NOT NULL, "Place" INTEGER NOT NULL, "Position" TEXT NOT NULL,
                    "Slice" BLOB NOT NULL, "TimeRaw" TEXT NULL, "Day" TEXT NULL, "Clock" TEXT NULL, "Utc" INTEGER NULL, "UtcLater" INTEGER NULL, "Basis" INTEGER NOT NULL,
                    "Sender" INTEGER NULL, "Receiver" INTEGER NULL, "Text" TEXT NULL, "Attachments" TEXT NULL, "Warnings" TEXT NULL, "AmountMinor" INTEGER NULL,
                    "BalanceMinor" INTEGER NULL, "Currency" TEXT NULL, "CurrencyDecimals" INTEGER NULL, "Marks" TEXT NULL, "Version" INTEGER NOT NULL, "Few" INTEGER NULL,
                    CONSTRAINT "PK_StoredRecords" PRIMARY KEY ("Reading", "Sequence"),
                    CONSTRAINT "FK_StoredRecords_Readings_Reading" FOREIGN KEY ("Reading") REFERENCES "Readings" ("Number") ON DELETE RESTRICT,
                    CONSTRAINT "FK_StoredRecords_ReadingPlaces_Reading_Place" FOREIGN KEY ("Reading", "Place") REFERENCES "ReadingPlaces" ("Reading", "Number") ON DELETE RESTRICT,
                    CONSTRAINT "FK_StoredRecords_ReadingNames_Reading_Sender" FOREIGN KEY ("Reading", "Sender") REFERENCES "ReadingNames" ("Reading", "Number") ON DELETE RESTRICT,
                    CONSTRAINT "FK_StoredRecords_ReadingNames_Reading_Receiver" FOREIGN KEY ("Reading", "Receiver") REFERENCES "ReadingNames" ("Reading", "Number") ON DELETE RESTRICT
                ) WITHOUT ROWID;
                """);

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
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Attachments = table.Column<string>(type: "TEXT", nullable: false),
                    BalanceMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", nullable: true),
                    CurrencyDecimals = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Locator = table.Column<string>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    Material = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receiver = table.Column<string>(type: "TEXT", nullable: true),
                    Sender = table.Column<string>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Superseded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    TimeLocal = table.Column<string>(type: "TEXT", nullable: true),
                    TimeRaw = table.Column<string>(type: "TEXT", nullable: true),
                    Utc = table.Column<long>(type: "INTEGER", nullable: true),
                    UtcLater = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
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

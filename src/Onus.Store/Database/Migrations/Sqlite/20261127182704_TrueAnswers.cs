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

            // A tie that named nobody used to mean everybody. It now means nobody, so everybody who was there is named.
            migrationBuilder.Sql("""UPDATE "FactTies" SET "Defendants" = (SELECT json_group_array(lower(p."Id")) FROM "People" AS p WHERE p."CaseId" = "FactTies"."CaseId" AND p."Roles" LIKE '%"Defendant"%') WHERE "Defendants" = '[]';""");
            migrationBuilder.Sql("""UPDATE "FactTies" SET "Survivors" = (SELECT json_group_array(lower(p."Id")) FROM "People" AS p WHERE p."CaseId" = "FactTies"."CaseId" AND p."Roles" LIKE '%"Survivor"%') WHERE "Survivors" = '[]';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<bool>(
                name: "Testimony",
                table: "Foundations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Onus.Store.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CitedFor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Named",
                table: "FactTies",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Named",
                table: "FactTies");
        }
    }
}

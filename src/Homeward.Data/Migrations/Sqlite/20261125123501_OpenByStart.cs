using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenByStart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_obligations_open_by_unit",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_obligations_open_by_worker",
                table: "obligations");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_open_by_unit",
                table: "obligations",
                columns: new[] { "unit_id", "opens", "closes" },
                filter: "settled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_open_by_worker",
                table: "obligations",
                columns: new[] { "responsible_id", "opens", "closes" },
                filter: "settled_on IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_obligations_open_by_unit",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_obligations_open_by_worker",
                table: "obligations");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_open_by_unit",
                table: "obligations",
                columns: new[] { "unit_id", "closes" },
                filter: "settled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_open_by_worker",
                table: "obligations",
                columns: new[] { "responsible_id", "closes" },
                filter: "settled_on IS NULL");
        }
    }
}

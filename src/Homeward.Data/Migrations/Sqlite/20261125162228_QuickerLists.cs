using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QuickerLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_screens_unit_id_entered_at",
                table: "screens",
                columns: new[] { "unit_id", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_screens_waiting",
                table: "screens",
                column: "unit_id",
                filter: "annulled_on IS NULL AND (result = 'PositivePreliminary' OR outcome = 'EvadedUnconfirmed')");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_open_by_opening",
                table: "obligations",
                columns: new[] { "opens", "closes", "unit_id" },
                filter: "settled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_unit_id_entered_at",
                table: "contacts",
                columns: new[] { "unit_id", "entered_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_screens_unit_id_entered_at",
                table: "screens");

            migrationBuilder.DropIndex(
                name: "ix_screens_waiting",
                table: "screens");

            migrationBuilder.DropIndex(
                name: "ix_obligations_open_by_opening",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_contacts_unit_id_entered_at",
                table: "contacts");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnswersToMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_measure_acts_answers",
                table: "measure_acts",
                columns: new[] { "recorded_at", "unit_id" },
                filter: "annulled_on IS NULL AND kind IN ('TransferRejected', 'TransferAccepted')");

            migrationBuilder.CreateIndex(
                name: "ix_measure_acts_moves",
                table: "measure_acts",
                columns: new[] { "on", "id" },
                filter: "annulled_on IS NULL AND kind = 'Transferred'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_measure_acts_answers",
                table: "measure_acts");

            migrationBuilder.DropIndex(
                name: "ix_measure_acts_moves",
                table: "measure_acts");
        }
    }
}

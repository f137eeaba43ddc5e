using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LinksAndLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_obligations_natural_key",
                table: "obligations");

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                table: "incoming_transfers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "incoming_transfers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_client_id_natural_key",
                table: "obligations",
                columns: new[] { "client_id", "natural_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_obligations_client_id_natural_key",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "document_number",
                table: "incoming_transfers");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "incoming_transfers");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_natural_key",
                table: "obligations",
                column: "natural_key",
                unique: true);
        }
    }
}

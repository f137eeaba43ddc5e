using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "overturned_on",
                table: "screens",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "samples_disposal_witness",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "samples_disposed_by",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "samples_disposed_on",
                table: "screens",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "screen_disputes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    screen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    screened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    entries = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_positive = table.Column<bool>(type: "boolean", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screen_disputes", x => x.id);
                    table.ForeignKey("fk_screen_disputes_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_screen_disputes_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_screen_disputes_screens_screen_id",
                        column: x => x.screen_id,
                        principalTable: "screens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_screens_kept_samples",
                table: "screens",
                columns: new[] { "keep_samples_until", "unit_id" },
                filter: "sample_a IS NOT NULL AND samples_disposed_on IS NULL AND annulled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_screen_disputes_client_id",
                table: "screen_disputes",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_screen_disputes_screen_id",
                table: "screen_disputes",
                column: "screen_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "screen_disputes");

            migrationBuilder.DropIndex(
                name: "ix_screens_kept_samples",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "overturned_on",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_disposal_witness",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_disposed_by",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_disposed_on",
                table: "screens");
        }
    }
}

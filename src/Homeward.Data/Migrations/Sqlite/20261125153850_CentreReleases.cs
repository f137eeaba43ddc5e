using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CentreReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "centre_releases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    identity_number = table.Column<byte[]>(type: "BLOB", nullable: true),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    brief = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    expected_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    announce_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    policy_version = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    needs = table.Column<string>(type: "TEXT", nullable: false),
                    collect_mode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    collector = table.Column<byte[]>(type: "BLOB", nullable: true),
                    visited_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    receipt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    papers = table.Column<string>(type: "TEXT", nullable: false),
                    papers_received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    interview_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    interviewed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre_releases", x => x.id);
                    table.ForeignKey("fk_centre_releases_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_centre_releases_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_centre_releases_units_from_unit_id",
                        column: x => x.from_unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_centre_releases_units_place_id",
                        column: x => x.place_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    notes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_visits", x => x.id);
                    table.ForeignKey("fk_release_visits_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_release_visits_centre_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "centre_releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_release_visits_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_centre_releases_client_id",
                table: "centre_releases",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_centre_releases_from_unit_id_expected_on_id",
                table: "centre_releases",
                columns: new[] { "from_unit_id", "expected_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_releases_place_id",
                table: "centre_releases",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_centre_releases_unit_id_expected_on_id",
                table: "centre_releases",
                columns: new[] { "unit_id", "expected_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_release_visits_client_id",
                table: "release_visits",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_release_visits_release_id",
                table: "release_visits",
                column: "release_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "release_visits");

            migrationBuilder.DropTable(
                name: "centre_releases");
        }
    }
}

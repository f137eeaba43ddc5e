using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    brief = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    announce_by = table.Column<DateOnly>(type: "date", nullable: false),
                    policy_version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    needs = table.Column<string>(type: "text", nullable: false),
                    collect_mode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    collector = table.Column<byte[]>(type: "bytea", nullable: true),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: true),
                    visits = table.Column<int>(type: "integer", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: true),
                    papers = table.Column<string>(type: "text", nullable: false),
                    papers_received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    interview_id = table.Column<Guid>(type: "uuid", nullable: true),
                    interviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notes = table.Column<byte[]>(type: "bytea", nullable: true),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    entered_by_id = table.Column<Guid>(type: "uuid", nullable: true)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Law : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "confirmed_on",
                table: "screens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "corrected_on",
                table: "measures",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "measures",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "about_id",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "annul_reason",
                table: "measure_acts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "annulled_on",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "details",
                table: "measure_acts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                table: "measure_acts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "issued_by",
                table: "measure_acts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "issuer",
                table: "measure_acts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "measure_acts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "recorded_at",
                table: "measure_acts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<bool>(
                name: "remote_screen",
                table: "measure_acts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "place_id",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "recorded_by_id",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            // What was recorded stays: the first day of what lasts becomes its day, and a day of return becomes an act of its own.
            migrationBuilder.Sql("UPDATE measure_acts SET \"on\" = \"from\" WHERE \"on\" IS NULL");
            migrationBuilder.Sql("UPDATE measure_acts SET known_on = \"on\", recorded_at = strftime('%Y-%m-%d %H:%M:%S', 'now')");
            migrationBuilder.Sql("UPDATE measures SET known_on = COALESCE(ordered_on, served_on, reported_on, date('now')), corrected_on = date('now')");
            migrationBuilder.Sql(
                """
                INSERT INTO measure_acts (id, measure_id, client_id, unit_id, kind, "on", known_on, about_id, reported_in_writing, remote_screen, recorded_at)
                SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), measure_id, client_id, unit_id, 'Returned', returned_on, returned_on, id, 0, 0, strftime('%Y-%m-%d %H:%M:%S', 'now')
                FROM measure_acts WHERE returned_on IS NOT NULL
                """);

            migrationBuilder.DropColumn(
                name: "from",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "returned_on",
                table: "measure_acts");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "on",
                table: "measure_acts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "clean_certifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    counts_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    full_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    applied_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    series_checked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    series_checked_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    screens_found = table.Column<int>(type: "INTEGER", nullable: false),
                    windows_missed = table.Column<int>(type: "INTEGER", nullable: false),
                    police_confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    police_document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    police_office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    certified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    certificate_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    refused_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refusal_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clean_certifications", x => x.id);
                    table.ForeignKey("fk_clean_certifications_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clean_certifications_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    readable_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_transfers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    brief = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    moved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_transfers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "superseded_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    known_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreement_signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    term_years = table.Column<int>(type: "INTEGER", nullable: true),
                    served_isolation_days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_superseded_papers", x => x.id);
                    table.ForeignKey("fk_superseded_papers_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_superseded_papers_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_superseded_papers_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_measures_open_by_day",
                table: "measures",
                columns: new[] { "known_on", "id" },
                filter: "ended_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_clean_certifications_client_id",
                table: "clean_certifications",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_files_unit_id_readable_until",
                table: "former_files",
                columns: new[] { "unit_id", "readable_until" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_transfers_measure_id",
                table: "incoming_transfers",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_transfers_unit_id_state_requested_on",
                table: "incoming_transfers",
                columns: new[] { "unit_id", "state", "requested_on" });

            migrationBuilder.CreateIndex(
                name: "ix_superseded_papers_client_id",
                table: "superseded_papers",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_superseded_papers_measure_id",
                table: "superseded_papers",
                column: "measure_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clean_certifications");

            migrationBuilder.DropTable(
                name: "former_files");

            migrationBuilder.DropTable(
                name: "incoming_transfers");

            migrationBuilder.DropTable(
                name: "superseded_papers");

            migrationBuilder.DropIndex(
                name: "ix_measures_open_by_day",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "confirmed_on",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "corrected_on",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "known_on",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "about_id",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "annul_reason",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "annulled_on",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "details",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "document_number",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "issued_by",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "issuer",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "known_on",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "remote_screen",
                table: "measure_acts");

            migrationBuilder.DropColumn(
                name: "recorded_by_id",
                table: "measure_acts");

            migrationBuilder.AddColumn<DateOnly>(
                name: "returned_on",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "place_id",
                table: "measure_acts");

            migrationBuilder.AddColumn<DateOnly>(
                name: "from",
                table: "measure_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "on",
                table: "measure_acts",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RiskAndKeyDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "answered_by_id",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "answered_on",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "before",
                table: "risk_records",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by_id",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "entered_at",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evidence",
                table: "risk_records",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "factors",
                table: "risk_records",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_review_on",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "note",
                table: "risk_records",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "points",
                table: "risk_records",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "refusal",
                table: "risk_records",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "risk_records",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "InForce");

            migrationBuilder.AddColumn<string>(
                name: "suggested",
                table: "risk_records",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "risk_records",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "template_id",
                table: "risk_records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "risk_records",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    risks = table.Column<string>(type: "TEXT", nullable: false),
                    measures = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    persons = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    refreshed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: true),
                    report_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closing_note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                    table.ForeignKey(
                        name: "fk_campaigns_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    annex = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    scale = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    entered_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_templates_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    whereabouts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    whereabouts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    whereabouts_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    relief = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    relief_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    relief_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contacted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    visited_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    screened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_entries", x => x.id);
                    table.ForeignKey("fk_campaign_entries_clients_client_id_unit_id", x => new { x.client_id, x.unit_id }, "clients", principalColumns: ["id", "unit_id"], onUpdate: ReferentialAction.Cascade, onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campaign_entries_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campaign_entries_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_risk_records_waiting",
                table: "risk_records",
                columns: new[] { "entered_at", "unit_id" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_entries_campaign_id_client_id",
                table: "campaign_entries",
                columns: new[] { "campaign_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_entries_campaign_id_number",
                table: "campaign_entries",
                columns: new[] { "campaign_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_entries_client_id",
                table: "campaign_entries",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_unit_id_entered_at",
                table: "campaigns",
                columns: new[] { "unit_id", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_risk_templates_unit_id_number",
                table: "risk_templates",
                columns: new[] { "unit_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_entries");

            migrationBuilder.DropTable(
                name: "risk_templates");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropIndex(
                name: "ix_risk_records_waiting",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "answered_by_id",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "answered_on",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "before",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "decided_by_id",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "entered_at",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "factors",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "next_review_on",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "note",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "points",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "refusal",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "state",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "suggested",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "template",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "template_id",
                table: "risk_records");

            migrationBuilder.DropColumn(
                name: "version",
                table: "risk_records");
        }
    }
}

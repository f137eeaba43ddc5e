using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PolicyOfLedgerAndTeamAnnulment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "annul_reason",
                table: "team_members",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "annulled_on",
                table: "team_members",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    following = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    clients = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_policies", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_policies");

            migrationBuilder.DropColumn(
                name: "annul_reason",
                table: "team_members");

            migrationBuilder.DropColumn(
                name: "annulled_on",
                table: "team_members");
        }
    }
}

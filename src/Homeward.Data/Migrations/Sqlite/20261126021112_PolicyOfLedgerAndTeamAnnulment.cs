using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
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
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "annulled_on",
                table: "team_members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    following = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    after = table.Column<Guid>(type: "TEXT", nullable: true),
                    clients = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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

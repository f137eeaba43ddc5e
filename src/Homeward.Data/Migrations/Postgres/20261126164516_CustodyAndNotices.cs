using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CustodyAndNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_screens_natural_key",
                table: "screens");

            migrationBuilder.AddColumn<DateTime>(
                name: "compulsion_approved_at",
                table: "screens",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "compulsion_approved_by",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "compulsion_document",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "first_confirmed_on",
                table: "screens",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "refusal_note",
                table: "screens",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "report_signed",
                table: "screens",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "samples_kept_at",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "samples_sealed_by",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "samples_sealed_on",
                table: "screens",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "seal_signed",
                table: "screens",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "taken_back_on",
                table: "screens",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "testers_signed",
                table: "screens",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "told_on_spot",
                table: "screens",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_screens_compelled_key",
                table: "screens",
                columns: new[] { "client_id", "on", "specimen", "kind" },
                unique: true,
                filter: "annulled_on IS NULL AND compulsion_approved_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_screens_natural_key",
                table: "screens",
                columns: new[] { "client_id", "on", "specimen", "kind" },
                unique: true,
                filter: "annulled_on IS NULL AND compulsion_approved_by IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_screens_compelled_key",
                table: "screens");

            migrationBuilder.DropIndex(
                name: "ix_screens_natural_key",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "compulsion_approved_at",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "compulsion_approved_by",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "compulsion_document",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "first_confirmed_on",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "refusal_note",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "report_signed",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_kept_at",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_sealed_by",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "samples_sealed_on",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "seal_signed",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "taken_back_on",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "testers_signed",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "told_on_spot",
                table: "screens");

            migrationBuilder.CreateIndex(
                name: "ix_screens_natural_key",
                table: "screens",
                columns: new[] { "client_id", "on", "specimen", "kind" },
                unique: true,
                filter: "annulled_on IS NULL");
        }
    }
}

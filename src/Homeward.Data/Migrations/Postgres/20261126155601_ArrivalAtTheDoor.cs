using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ArrivalAtTheDoor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "arrived_at",
                table: "centre_releases",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "arrived_on",
                table: "centre_releases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "family",
                table: "centre_releases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "taken_over_by",
                table: "centre_releases",
                type: "bytea",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "arrived_at",
                table: "centre_releases");

            migrationBuilder.DropColumn(
                name: "arrived_on",
                table: "centre_releases");

            migrationBuilder.DropColumn(
                name: "family",
                table: "centre_releases");

            migrationBuilder.DropColumn(
                name: "taken_over_by",
                table: "centre_releases");
        }
    }
}

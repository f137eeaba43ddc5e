using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "arrived_on",
                table: "centre_releases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "family",
                table: "centre_releases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "taken_over_by",
                table: "centre_releases",
                type: "BLOB",
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ServiceToFamily : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "family_served_on",
                table: "superseded_papers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "office_told_on",
                table: "superseded_papers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "family_served_on",
                table: "measures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "office_told_on",
                table: "measures",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "family_served_on",
                table: "superseded_papers");

            migrationBuilder.DropColumn(
                name: "office_told_on",
                table: "superseded_papers");

            migrationBuilder.DropColumn(
                name: "family_served_on",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "office_told_on",
                table: "measures");
        }
    }
}

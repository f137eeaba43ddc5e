using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RemoteScreens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "leave_id",
                table: "screens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remote_body",
                table: "screens",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remote_document",
                table: "screens",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "leave_id",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "remote_body",
                table: "screens");

            migrationBuilder.DropColumn(
                name: "remote_document",
                table: "screens");
        }
    }
}

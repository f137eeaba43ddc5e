using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remote_body",
                table: "screens",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remote_document",
                table: "screens",
                type: "character varying(200)",
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

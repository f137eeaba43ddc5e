using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SetUpAndSealedViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A name in clear cannot be sealed by the database, which has no key: kept views are made anew.
            migrationBuilder.Sql("DELETE FROM saved_views");

            migrationBuilder.DropIndex(
                name: "ix_saved_views_account_id_page_name",
                table: "saved_views");

            migrationBuilder.AlterColumn<byte[]>(
                name: "name",
                table: "saved_views",
                type: "BLOB",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 200);

            migrationBuilder.CreateTable(
                name: "set_up_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_up_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_account_id_page",
                table: "saved_views",
                columns: new[] { "account_id", "page" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM saved_views");

            migrationBuilder.DropTable(
                name: "set_up_links");

            migrationBuilder.DropIndex(
                name: "ix_saved_views_account_id_page",
                table: "saved_views");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "saved_views",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_account_id_page_name",
                table: "saved_views",
                columns: new[] { "account_id", "page", "name" },
                unique: true);
        }
    }
}

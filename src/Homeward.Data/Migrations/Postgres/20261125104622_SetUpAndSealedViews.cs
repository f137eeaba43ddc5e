using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
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

            migrationBuilder.DropColumn(
                name: "name",
                table: "saved_views");

            migrationBuilder.AddColumn<byte[]>(
                name: "name",
                table: "saved_views",
                type: "bytea",
                nullable: false);

            migrationBuilder.CreateTable(
                name: "set_up_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.DropColumn(
                name: "name",
                table: "saved_views");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "saved_views",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_account_id_page_name",
                table: "saved_views",
                columns: new[] { "account_id", "page", "name" },
                unique: true);
        }
    }
}

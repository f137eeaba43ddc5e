using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReleasesToldOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "identity_number_index",
                table: "centre_releases",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_centre_releases_identity_number_index",
                table: "centre_releases",
                column: "identity_number_index",
                unique: true,
                filter: "state IN ('Announced', 'Declined', 'Accepted')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_centre_releases_identity_number_index",
                table: "centre_releases");

            migrationBuilder.DropColumn(
                name: "identity_number_index",
                table: "centre_releases");
        }
    }
}

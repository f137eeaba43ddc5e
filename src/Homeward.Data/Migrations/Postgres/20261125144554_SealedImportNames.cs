using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SealedImportNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A name in clear cannot be sealed by the database: the runs of before are called by their sheet.
            migrationBuilder.DropColumn(name: "file_name", table: "import_runs");
            migrationBuilder.AddColumn<byte[]>(name: "file_name", table: "import_runs", type: "bytea", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "file_name", table: "import_runs");
            migrationBuilder.AddColumn<string>(name: "file_name", table: "import_runs", type: "character varying(200)", maxLength: 200, nullable: false, defaultValue: "");
        }
    }
}

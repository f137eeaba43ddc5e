using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealedImportNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A name in clear cannot be sealed by the database: the runs of before are called by their sheet.
            migrationBuilder.DropColumn(name: "file_name", table: "import_runs");
            migrationBuilder.AddColumn<byte[]>(name: "file_name", table: "import_runs", type: "BLOB", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "file_name", table: "import_runs");
            migrationBuilder.AddColumn<string>(name: "file_name", table: "import_runs", type: "TEXT", maxLength: 200, nullable: false, defaultValue: "");
        }
    }
}

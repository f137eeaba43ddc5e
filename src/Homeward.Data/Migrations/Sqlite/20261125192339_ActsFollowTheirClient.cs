using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Data.Migrations.Sqlite
{
    /// <summary>An earlier change of a column made this table anew without the key that carries an act along when its client moves; only SQLite was touched.</summary>
    public partial class ActsFollowTheirClient : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(@"
                CREATE TABLE ""measure_acts_new"" (
                    ""id"" TEXT NOT NULL CONSTRAINT ""pk_measure_acts"" PRIMARY KEY,
                    ""about_id"" TEXT NULL,
                    ""annul_reason"" BLOB NULL,
                    ""annulled_on"" TEXT NULL,
                    ""client_id"" TEXT NOT NULL,
                    ""details"" BLOB NULL,
                    ""document_number"" TEXT NULL,
                    ""index"" INTEGER NULL,
                    ""issued_by"" TEXT NULL,
                    ""issuer"" TEXT NULL,
                    ""kind"" TEXT NOT NULL,
                    ""known_on"" TEXT NOT NULL,
                    ""measure_id"" TEXT NOT NULL,
                    ""on"" TEXT NOT NULL,
                    ""place_id"" TEXT NULL,
                    ""reason"" TEXT NULL,
                    ""recorded_at"" TEXT NOT NULL,
                    ""recorded_by_id"" TEXT NULL,
                    ""remote_screen"" INTEGER NOT NULL,
                    ""reported_in_writing"" INTEGER NOT NULL,
                    ""to"" TEXT NULL,
                    ""unit_id"" TEXT NOT NULL,
                    ""year"" INTEGER NULL,
                    CONSTRAINT ""fk_measure_acts_clients_client_id_unit_id"" FOREIGN KEY (""client_id"", ""unit_id"") REFERENCES ""clients"" (""id"", ""unit_id"") ON DELETE RESTRICT ON UPDATE CASCADE,
                    CONSTRAINT ""fk_measure_acts_clients_client_id"" FOREIGN KEY (""client_id"") REFERENCES ""clients"" (""id"") ON DELETE RESTRICT,
                    CONSTRAINT ""fk_measure_acts_measures_measure_id"" FOREIGN KEY (""measure_id"") REFERENCES ""measures"" (""id"") ON DELETE RESTRICT
                );");
            migrationBuilder.Sql(@"
                INSERT INTO ""measure_acts_new"" (""id"", ""about_id"", ""annul_reason"", ""annulled_on"", ""client_id"", ""details"", ""document_number"", ""index"", ""issued_by"", ""issuer"", ""kind"", ""known_on"", ""measure_id"", ""on"", ""place_id"", ""reason"", ""recorded_at"", ""recorded_by_id"", ""remote_screen"", ""reported_in_writing"", ""to"", ""unit_id"", ""year"")
                SELECT a.""id"", a.""about_id"", a.""annul_reason"", a.""annulled_on"", a.""client_id"", a.""details"", a.""document_number"", a.""index"", a.""issued_by"", a.""issuer"", a.""kind"", a.""known_on"", a.""measure_id"", a.""on"", a.""place_id"", a.""reason"", a.""recorded_at"", a.""recorded_by_id"", a.""remote_screen"", a.""reported_in_writing"", a.""to"", COALESCE((SELECT c.unit_id FROM clients c WHERE c.id = a.client_id), a.unit_id), a.""year"" FROM ""measure_acts"" a;");
            // A paper may tell of an act: let go of it while the table is made anew, for no key may point at what is dropped.
            migrationBuilder.Sql(@"CREATE TABLE ""papers_acts"" AS SELECT ""id"", ""act_id"" FROM ""papers"" WHERE ""act_id"" IS NOT NULL;");
            migrationBuilder.Sql(@"UPDATE ""papers"" SET ""act_id"" = NULL WHERE ""act_id"" IS NOT NULL;");
            migrationBuilder.Sql(@"DROP TABLE ""measure_acts"";");
            migrationBuilder.Sql(@"ALTER TABLE ""measure_acts_new"" RENAME TO ""measure_acts"";");
            migrationBuilder.Sql(@"UPDATE ""papers"" SET ""act_id"" = (SELECT kept.""act_id"" FROM ""papers_acts"" kept WHERE kept.""id"" = ""papers"".""id"") WHERE ""id"" IN (SELECT ""id"" FROM ""papers_acts"");");
            migrationBuilder.Sql(@"DROP TABLE ""papers_acts"";");
            migrationBuilder.Sql(@"CREATE INDEX ""ix_measure_acts_client_id"" ON ""measure_acts"" (""client_id"");");
            migrationBuilder.Sql(@"CREATE INDEX ""ix_measure_acts_measure_id"" ON ""measure_acts"" (""measure_id"");");
        }

        /// <summary>The key stays: an older version works with it as well.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}

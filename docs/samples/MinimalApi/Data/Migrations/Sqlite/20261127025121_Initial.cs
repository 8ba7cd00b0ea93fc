using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinimalApi.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cop_activity",
                columns: table => new
                {
                    row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    person = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    in_reply_to = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    addressed = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    thread = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    topics = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    accepted = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    formality = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_activity", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "cop_community",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    sort_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    visibility = table.Column<int>(type: "INTEGER", nullable: false),
                    parent = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    review_due = table.Column<long>(type: "INTEGER", nullable: true),
                    listing = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_community", x => x.community);
                });

            migrationBuilder.CreateTable(
                name: "cop_journal",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_journal", x => new { x.community, x.version });
                });

            migrationBuilder.CreateTable(
                name: "cop_journal_head",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_journal_head", x => x.community);
                });

            migrationBuilder.CreateTable(
                name: "cop_member",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    person = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    sort_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    listing = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_member", x => new { x.community, x.person });
                });

            migrationBuilder.CreateTable(
                name: "cop_outbox_cursor",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_outbox_cursor", x => new { x.consumer, x.community });
                });

            migrationBuilder.CreateTable(
                name: "cop_person",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    person = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cop_person_alias",
                columns: table => new
                {
                    alias = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    person = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_person_alias", x => x.alias);
                });

            migrationBuilder.CreateTable(
                name: "cop_roster",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    roster = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cop_roster", x => x.community);
                });

            migrationBuilder.CreateTable(
                name: "pairing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Community = table.Column<string>(type: "TEXT", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Meetings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cop_activity_community_at",
                table: "cop_activity",
                columns: new[] { "community", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_cop_activity_id",
                table: "cop_activity",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cop_activity_person",
                table: "cop_activity",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_cop_community_parent",
                table: "cop_community",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_cop_community_sort_key",
                table: "cop_community",
                column: "sort_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cop_member_person",
                table: "cop_member",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_cop_member_sort_key",
                table: "cop_member",
                columns: new[] { "community", "sort_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairing_Community",
                table: "pairing",
                column: "Community");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cop_activity");

            migrationBuilder.DropTable(
                name: "cop_community");

            migrationBuilder.DropTable(
                name: "cop_journal");

            migrationBuilder.DropTable(
                name: "cop_journal_head");

            migrationBuilder.DropTable(
                name: "cop_member");

            migrationBuilder.DropTable(
                name: "cop_outbox_cursor");

            migrationBuilder.DropTable(
                name: "cop_person");

            migrationBuilder.DropTable(
                name: "cop_person_alias");

            migrationBuilder.DropTable(
                name: "cop_roster");

            migrationBuilder.DropTable(
                name: "pairing");
        }
    }
}

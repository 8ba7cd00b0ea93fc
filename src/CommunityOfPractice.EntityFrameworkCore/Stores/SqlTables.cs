using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What the tables are called in the model of the host, with their schema where it has one.</summary>
internal sealed class SqlTables
{
    private static readonly ConditionalWeakTable<IModel, SqlTables> Known = [];

    private SqlTables(DbContext context)
    {
        Head = new(TableNames.Of<JournalHeadRow>(context));
        Journal = new(TableNames.Of<JournalRow>(context));
        Community = new(TableNames.Of<CommunityRow>(context));
        Member = new(TableNames.Of<MemberRow>(context));
        ScriptsAreAtomic = OrdinalTexts.CollationOf(context.Database.ProviderName) != OrdinalTexts.Sqlite;
    }

    public SqlName Head { get; }

    public SqlName Journal { get; }

    public SqlName Community { get; }

    public SqlName Member { get; }

    /// <summary>Gets whether the database takes several statements that are sent at once as one transaction, when none is open: PostgreSQL does, SQLite commits each by itself.</summary>
    public bool ScriptsAreAtomic { get; }

    public static SqlTables Of(DbContext context) => Known.GetValue(context.Model, _ => new SqlTables(context));
}

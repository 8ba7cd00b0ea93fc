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
        Head = TableNames.Of<JournalHeadRow>(context);
        Journal = TableNames.Of<JournalRow>(context);
        Community = TableNames.Of<CommunityRow>(context);
        Member = TableNames.Of<MemberRow>(context);
    }

    public string Head { get; }

    public string Journal { get; }

    public string Community { get; }

    public string Member { get; }

    public static SqlTables Of(DbContext context) => Known.GetValue(context.Model, _ => new SqlTables(context));
}

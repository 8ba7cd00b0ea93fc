using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What the tables are called in the model of the host, with their schema where it has one.</summary>
internal sealed class SqlTables
{
    private static readonly ConditionalWeakTable<IModel, SqlTables> Known = [];

    private SqlTables(DbContext context)
    {
        ISqlGenerationHelper helper = context.GetService<ISqlGenerationHelper>();
        string Name<TRow>() => context.Model.FindEntityType(typeof(TRow)) is { } type && type.GetTableName() is { } table
            ? helper.DelimitIdentifier(table, type.GetSchema())
            : throw new InvalidOperationException($"The model of '{context.GetType().Name}' has no tables of communities: call UseCommunityOfPractice(Database) in OnModelCreating.");
        (Head, Journal, Community, Member, Activity) = (Name<JournalHeadRow>(), Name<JournalRow>(), Name<CommunityRow>(), Name<MemberRow>(), Name<ActivityRow>());
    }

    public string Head { get; }

    public string Journal { get; }

    public string Community { get; }

    public string Member { get; }

    public string Activity { get; }

    public static SqlTables Of(DbContext context) => Known.GetValue(context.Model, _ => new SqlTables(context));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What the tables are called in the model of a host: for writers of activities, which write their SQL themselves.</summary>
public static class TableNames
{
    /// <summary>Returns the name of the table of a row.</summary>
    /// <typeparam name="TRow">The row, such as <see cref="ActivityRow"/>.</typeparam>
    /// <param name="context">The context.</param>
    /// <returns>The name, quoted for SQL; with the schema where the model of the host has one.</returns>
    /// <exception cref="InvalidOperationException">The model has no such table: <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> is missing.</exception>
    public static string Of<TRow>(DbContext context)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Model.FindEntityType(typeof(TRow)) is { } type && type.GetTableName() is { } table
            ? context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table, type.GetSchema())
            : throw new InvalidOperationException($"The model of '{context.GetType().Name}' has no table for {typeof(TRow).Name}: call UseCommunityOfPractice(Database) in OnModelCreating.");
    }
}

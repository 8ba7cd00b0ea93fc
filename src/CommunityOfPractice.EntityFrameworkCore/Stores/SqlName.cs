namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A name that stands in SQL as it is, and is no value.</summary>
/// <param name="Sql">The name, quoted.</param>
internal readonly record struct SqlName(string Sql);

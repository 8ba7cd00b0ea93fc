namespace CommunityOfPractice.EntityFrameworkCore.Tests;

public sealed class SqliteConformanceTests(SqliteDatabase database) : StoreConformanceTests(database), IClassFixture<SqliteDatabase>;

using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Vocabulary;

public abstract class IdTests<T>
    where T : struct, IParsable<T>, IComparable<T>, IEquatable<T>
{
    public static TheoryData<string> Legal => ["a", " ", " padded ", "ß", "🎈", "line\nbreak", "ﬁ", new string('x', 200), string.Concat(Enumerable.Repeat("🎈", 200))];

    private static readonly string[] Illegal = ["", "nul\0", "\ud83c", "a\udf88", "\udf88\ud83c", new('x', 201), string.Concat(Enumerable.Repeat("🎈", 201))];

    [Theory]
    [MemberData(nameof(Legal))]
    public void Parse_LegalText_KeepsItAsItIs(string text)
    {
        Assert.True(T.TryParse(text, null, out T id));
        Assert.Equal(text, id.ToString());
        Assert.Equal(T.Parse(text, null), id);
        Assert.Equal(id, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(id)));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(id)));
        Assert.Equal([id], JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(new Dictionary<T, int> { [id] = 1 }))!.Keys);
    }

    /// <summary>Not a theory: the runner would mend the halves of surrogate pairs on their way here.</summary>
    [Fact]
    public void Parse_IllegalText_Refuses() => Assert.All(Illegal, text =>
    {
        Assert.False(T.TryParse(text, null, out T id));
        Assert.Equal(default, id);
        Assert.Throws<ArgumentException>(() => T.Parse(text, null));
    });

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("\"\\u0000\"")]
    public void Json_NoId_IsAJsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json));

    [Fact]
    public void CompareTo_Ids_IsOrdinalWhateverTheCulture()
    {
        string[] sorted = ["A", "B", "Z", "a", "i", "ı", "🎈", "ﬁ"];
        Assert.Equal(sorted, sorted.Reverse().Select(t => T.Parse(t, null)).Order().Select(t => t.ToString()));
        Assert.NotEqual(T.Parse("a", null), T.Parse("A", null));
        Assert.Equal(string.Empty, default(T).ToString());
    }
}

public sealed class PersonIdTests : IdTests<PersonId>;

public sealed class CommunityIdTests : IdTests<CommunityId>;

public sealed class ActivityIdTests : IdTests<ActivityId>;

public sealed class ThreadIdTests : IdTests<ThreadId>;

public sealed class TopicIdTests : IdTests<TopicId>;

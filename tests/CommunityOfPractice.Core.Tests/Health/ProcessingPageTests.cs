using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>The page of a record, line by line: a heading, what it is, the options, and a table.</summary>
public sealed class ProcessingPageTests
{
    [Fact]
    public void Page_without_entries_is_all_that_stands_around_them() => Assert.Equal(
        """
        # What is computed from what people do

        Made from the code and the options in force. It tells what the library computes, not what is done with the results, and is no legal advice.

        - Window: 91 days, unless somebody asks for another
        - Who is counted: everybody who did not object
        - Smallest group: 5 people; for spreads over classes 10 (suppression/1)
        - Reports end at the moments of a grid only (by default Monday 00:00 UTC); beside the report published before, what changed by fewer people than the smallest group is withheld
        - Views of single people: none
        - Health model: stub/1
        - Whoever objects to analytics appears in no reading, and all readings are what they would be had they never taken part.

        | what | tells | from acts | and from | about | seen by | kept | small groups |
        |---|---|---|---|---|---|---|---|

        """.ReplaceLineEndings("\n"),
        ProcessingRecordText.Markdown(ProcessingRecord.Of([], Stub.Model(new())) with { Entries = [] }));
}

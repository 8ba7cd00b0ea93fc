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
        - When reports end: at any instant that is asked for, so that two reports can differ by what one person did
        - What changed by fewer than 5 people since it was last told is withheld if the host gives the report published before; otherwise it is told
        - Views of single people: none
        - Health model: stub/1
        - Whoever objects to analytics appears in no reading, and all readings are what they would be had they never taken part.

        | what | tells | from acts | and from | about | seen by | kept | small groups |
        |---|---|---|---|---|---|---|---|

        """.ReplaceLineEndings("\n"),
        ProcessingRecordText.Markdown(ProcessingRecord.Of([], Stub.Model(new())) with { Entries = [] }));

    [Fact]
    public void Page_tells_the_grid_that_holds()
    {
        ProcessingRecord record = ProcessingRecord.Of([], suppression: new() { SmallestGroup = 7 });
        string Page(PublicationGrid? grid) => ProcessingRecordText.Markdown(record with { Publication = grid });
        Assert.Contains("- When reports end: every 7 days, counted from 2000-01-03 00:00 UTC (silo maps: every 91); what people did since then is not told yet\n", Page(PublicationGrid.Weekly), StringComparison.Ordinal);
        Assert.Contains("- When reports end: every 1 day, counted from", Page(PublicationGrid.Daily), StringComparison.Ordinal);
        Assert.Contains("- What changed by fewer than 7 people since", Page(null), StringComparison.Ordinal);
        Assert.Equal(Page(null), Page(PublicationGrid.EveryMoment));
    }
}

using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class ActivityLogScaleTests(ITestOutputHelper output)
{
    /// <summary>Every activity has an id of its own, more than half reply, and they come in no order.</summary>
    [Fact, Trait("Category", "Slow")]
    public void Build_TenMillionActivities_HoldsLessThan64BytesEach()
    {
        const int Count = 10_000_000;
        CommunityId[] communities = [.. Enumerable.Range(0, 200).Select(i => new CommunityId($"community-{i}"))];
        PersonId[] people = [.. Enumerable.Range(0, 20_000).Select(i => new PersonId($"person-{i}"))];
        ActivityLogBuilder builder = new();
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            int number = (int)(i * 7_368_787L % Count);
            builder.Add(new Activity(communities[number % 200], people[random.Next(people.Length)], SmallCommunities.Start.AddSeconds(number), (Act)(number % 5))
            {
                Id = new ActivityId(number.ToString(CultureInfo.InvariantCulture)),
                InReplyTo = number % 5 > 1 && number >= 200 ? new ActivityId((number - (200 * random.Next(1, Math.Min(number / 200, 40) + 1))).ToString(CultureInfo.InvariantCulture)) : null,
            });
        }

        ActivityLog log = builder.Build();
        double bytes = log.StateBytes / (double)log.Count;
        output.WriteLine($"{log.Count:N0} activities in {log.StateBytes:N0} bytes: {bytes:0.00} bytes an activity");
        Assert.Equal((Count, 200, 0), (log.Count, log.Communities.Count, log.BrokenReplies.Count));
        Assert.InRange(bytes, 14, 64);
        ActivityWindow first = log.Of(new("community-0"));
        Assert.Equal(Count / 200, first.Count);
        Assert.All(first.Replies.ToArray().Where((r, i) => first.Acts[i] > Act.Ask && i > 0), r => Assert.InRange(r, first.Start, first.Start + first.Count - 1));
    }
}

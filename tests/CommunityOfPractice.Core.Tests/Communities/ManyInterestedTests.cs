using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>Interest in a proposal, and in a revival, is gathered one by one: what is kept is the same list as ever, and it costs no copy of it.</summary>
public sealed class ManyInterestedTests
{
    private static readonly CommunityId Id = new("a");

    [Property(MaxTest = 100)]
    public void Interested_AreTheSetInOrder_WhateverComesAndGoes((byte Who, bool Comes)[] steps)
    {
        Community community = Proposed();
        SortedSet<string> model = new(StringComparer.Ordinal) { "ana" };
        foreach ((byte who, bool comes) in steps)
        {
            PersonId person = new($"p{who % 40}");
            community = After(community, comes ? new InterestExpressed(person, World.Start) : new InterestWithdrawn(person));
            _ = comes ? model.Add(person.Text) : model.Remove(person.Text);
            Assert.Equal(model.Contains(person.Text), community.Proposal!.Interested.Holds(person));
            Assert.Equal(model.Count, community.Proposal.Interested.Count);
        }

        Assert.Equal(model, community.Proposal!.Interested.Select(p => p.Text));
        Assert.Equal(model.Select(p => new PersonId(p)).ToValueList(), community.Proposal.Interested);
        Assert.Equal(model.Select(p => new PersonId(p)).ToValueList().GetHashCode(), community.Proposal.Interested.GetHashCode());
        string json = JsonSerializer.Serialize(community);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Community>(json)));
        Assert.Contains($"\"Interested\":[{string.Join(',', model.Select(p => $"\"{p}\""))}]", json, StringComparison.Ordinal);
    }

    /// <summary>A list that was stored in any order, with repetitions, is put in order by the first fact that follows.</summary>
    [Fact]
    public void AStoredList_InAnyOrder_IsTakenOver()
    {
        Community community = Proposed();
        community = community with { Proposal = community.Proposal! with { Interested = [new("zoe"), new("ana"), new("zoe")] } };
        Assert.True(community.Proposal.Interested.Holds(new("zoe")));
        Assert.Equal(["ana", "eva", "zoe"], After(community, new InterestExpressed(new("eva"), World.Start)).Proposal!.Interested.Select(p => p.Text));
        Assert.Equal(["zoe"], After(community, new InterestWithdrawn(new("ana"))).Proposal!.Interested.Select(p => p.Text));
        Assert.Same(ValueList<PersonId>.Empty, community.Proposal.Interested.Without(new("zoe")).Without(new("ana")));
    }

    /// <summary>With 20,000 interested people a copy of the list takes 160,000 bytes; one more person takes some nodes of a tree.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OneMore_OfTwentyThousand_TakesNoCopy(bool proposed)
    {
        Community community = proposed ? Proposed() : new Community(Id) { Status = CommunityStatus.Dormant };
        for (int i = 0; i < 20_000; i++)
        {
            community = After(community, More(i));
        }

        Fact next = More(20_001);
        long before = GC.GetAllocatedBytesForCurrentThread();
        community = After(community, next);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(taken, 1, 8_000);
        Assert.Equal(proposed ? 20_002 : 20_001, proposed ? community.Proposal!.Interested.Count : community.RevivalSupporters.Count);

        Fact More(int i) => proposed ? new InterestExpressed(new($"p{i}"), World.Start) : new RevivalSupported(new($"p{i}"));
    }

    private static Community Proposed() => After(new(Id), new CommunityProposed("A", CommunityKind.CommunityOfPractice, new(World.People[0], "To learn.", null, [World.People[0]], [], World.Start)));

    private static Community After(Community before, Fact fact) => ((CommunityFact)fact).Apply(before, new(World.Start, World.Host, Cause.Unstated, fact));
}

using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityPairingTests
{
    private readonly Hosted host = new();

    [Fact]
    [Trait("Law", "47")]
    public async Task Law47_OnlyMembersWhoAgreed_AreLookedAt_WhateverElseIsSaid()
    {
        await host.Launch(Hosted.Agile);
        CommunityPairing pairing = new(new ParticipantSource(host.Records, new InMemoryPeopleDirectory(), host.Clock));
        Assert.Empty((await pairing.PlanAsync(Hosted.Agile, [], [new(Hosted.Bo) { OptedIn = true }], 1)).Unmatched);

        foreach (PersonId person in (PersonId[])[Hosted.Ana, Hosted.Bo, Hosted.Cem])
        {
            await host.Must(new GiveConsent(Hosted.Agile, person, new(ProcessingPurpose.Matching, "data/1", "web")), person);
        }

        PairingRound round = await pairing.PlanAsync(Hosted.Agile, [], [new(Hosted.Bo) { Blocks = [Hosted.Ana] }, new(new("stranger")) { OptedIn = true }], 1);
        Assert.Contains(Hosted.Cem, Assert.Single(round.Groups).People);
        Assert.Equal(3, round.Groups[0].People.Count + round.Unmatched.Count);

        await host.Must(new WithdrawConsent(Hosted.Agile, Hosted.Cem, ProcessingPurpose.Matching), Hosted.Cem);
        round = await pairing.PlanAsync(Hosted.Agile, [], [], 1);
        Assert.Equal([Hosted.Ana, Hosted.Bo], Assert.Single(round.Groups).People);
        Assert.Empty(round.Unmatched);
    }
}

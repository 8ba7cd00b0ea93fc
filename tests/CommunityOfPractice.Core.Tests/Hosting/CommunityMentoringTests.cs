using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityMentoringTests
{
    private static readonly Dictionary<PersonId, int> Mentees = new() { [Hosted.Bo] = 1, [Hosted.Cem] = 1 }, Mentors = new() { [Hosted.Ana] = 2, [Hosted.Dee] = 1 };

    private readonly Hosted host = new();

    [Fact]
    [Trait("Law", "47")]
    public async Task Law47_WhoDidNotAgree_StandsInNoPartOfIt()
    {
        CommunityMentoring mentoring = await Prepare(Hosted.Ana, Hosted.Bo);
        MentoringResult made = await mentoring.AssignAsync(Hosted.Agile, Mentees, Mentors, [], [new(Hosted.Cem) { OptedIn = true }], MentoringObjective.Stable, 1);
        Assert.Equal((Hosted.Bo, Hosted.Ana), (Assert.Single(made.Pairs).Mentee, made.Pairs[0].Mentor));
        Assert.Empty(made.Unmatched);

        await host.Must(new ObjectToProcessing(Hosted.Agile, Hosted.Bo, ProcessingPurpose.Matching), Hosted.Bo);
        made = await mentoring.AssignAsync(Hosted.Agile, Mentees, Mentors, [], [], MentoringObjective.MaxTotal, 1);
        Assert.Empty(made.Pairs);
        Assert.Empty(made.Unmatched);
    }

    [Fact]
    public async Task RelationsTakePlaces_AndKnownPairsAreNotProposedAgain()
    {
        CommunityMentoring mentoring = await Prepare(Hosted.Ana, Hosted.Bo, Hosted.Cem);
        MentoringRelation first = MentoringRelation.Propose(Hosted.Bo, Hosted.Ana, host.Clock.GetUtcNow(), TimeSpan.FromDays(14)).OrThrow();
        Dictionary<PersonId, int> two = new() { [Hosted.Bo] = 2, [Hosted.Cem] = 1 };

        MentoringResult made = await mentoring.AssignAsync(Hosted.Agile, two, Mentors, [first], [], MentoringObjective.MaxParticipationThenTotal, 1);
        Assert.Equal((Hosted.Cem, Hosted.Ana), (Assert.Single(made.Pairs).Mentee, made.Pairs[0].Mentor));
        Assert.Equal([Hosted.Bo], made.Unmatched);

        made = await mentoring.AssignAsync(Hosted.Agile, two, new Dictionary<PersonId, int> { [Hosted.Ana] = 1 }, [first], [], MentoringObjective.MaxParticipationThenTotal, 1);
        Assert.Empty(made.Pairs);

        host.Clock.Advance(TimeSpan.FromDays(15));
        made = await mentoring.AssignAsync(Hosted.Agile, two, new Dictionary<PersonId, int> { [Hosted.Ana] = 1 }, [first], [], MentoringObjective.MaxParticipationThenTotal, 1);
        Assert.Equal(Hosted.Cem, Assert.Single(made.Pairs).Mentee);
    }

    [Fact]
    public async Task BlocksAndBreaks_AreKept_AndBadSettingsAreRefused()
    {
        CommunityMentoring mentoring = await Prepare(Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Dee);
        Participant[] choices = [new(Hosted.Ana) { Blocks = [Hosted.Bo] }, new(Hosted.Dee) { PausedUntil = host.Clock.GetUtcNow().AddDays(1) }];
        MentoringResult made = await mentoring.AssignAsync(Hosted.Agile, Mentees, Mentors, [], choices, MentoringObjective.Stable, 1);
        Assert.Equal((Hosted.Cem, Hosted.Ana), (Assert.Single(made.Pairs).Mentee, made.Pairs[0].Mentor));
        Assert.Equal([Hosted.Bo], made.Unmatched);
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await mentoring.AssignAsync(Hosted.Agile, Mentees, Mentors, [], [], MentoringObjective.Stable, 1, new PairingRules { GroupSize = 1 }));
    }

    private async Task<CommunityMentoring> Prepare(params PersonId[] agreed)
    {
        await host.Launch(Hosted.Agile);
        foreach (PersonId person in agreed)
        {
            await host.Must(new GiveConsent(Hosted.Agile, person, new(ProcessingPurpose.Matching, "data/1", "web")), person);
        }

        return new(new ParticipantSource(host.Records, new InMemoryPeopleDirectory(), host.Clock));
    }
}

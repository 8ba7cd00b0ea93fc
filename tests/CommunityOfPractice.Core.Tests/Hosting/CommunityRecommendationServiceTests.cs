using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityRecommendationServiceTests
{
    private static readonly PersonId Guest = new("gus");

    [Fact]
    public async Task APerson_GetsTheirOwn_NobodyElseDoes()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        CommunityRecommendationService service = Service(host);

        CommunityRecommendation item = Assert.Single((await service.RecommendAsync(Guest, Actor.Of(Guest), [new(new("agile"), 1)])).OrThrow().Items);
        Assert.Equal(Hosted.Agile, item.Community);
        Assert.Equal(item.Score, item.Shares.Sum(s => s.Amount));
        Assert.Equal(["recommendations.hidden"], (await service.RecommendAsync(Guest, Actor.Of(Hosted.Ana))).Codes());
        Assert.Empty((await service.RecommendAsync(Hosted.Ana, World.Host)).OrThrow().Items);
        Assert.Equal(["recommendations.hidden"], (await service.PairsAsync(Actor.Of(Hosted.Ana))).Codes());
        Assert.Empty((await service.PairsAsync(World.Host)).OrThrow());
    }

    [Fact]
    public async Task AMerge_IsProjectedFromWhatPeopleDid()
    {
        Hosted host = new();
        CommunityId[] two = [Hosted.Agile, new("scrum")];
        foreach (CommunityId community in two)
        {
            await host.Launch(community);
            await host.Must(new AskQuestion(community, new("q1"), "How?", "Really, how?", []), Hosted.Ana);
            await host.Must(new AnswerQuestion(community, new("q1"), new("a1"), "So."), Hosted.Bo);
        }

        CommunityPair pair = Assert.Single((await Service(host).PairsAsync(World.Host)).OrThrow());
        Assert.Equal((TogetherKind.Merge, 1), (pair.Suggestion, pair.Together!.AbsenceFactor));
    }

    [Fact]
    public async Task Law47_WhoObjects_GetsNothing_AndConsentCanBeAskedFor()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Must(new ObjectToProcessing(Hosted.Agile, Guest, ProcessingPurpose.Matching), Guest);

        Assert.Empty((await Service(host).RecommendAsync(Guest, Actor.Of(Guest), [new(new("agile"), 1)])).OrThrow().Items);
        Assert.Empty((await Service(host, AnalyticsBasis.Consent).RecommendAsync(Hosted.Fin, World.Host, [new(new("agile"), 1)])).OrThrow().Items);
    }

    [Fact]
    public async Task ABlock_IsKeptAndNotSpokenOf()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Must(new BlockPerson(Hosted.Agile, Guest, "spam"), Hosted.Ana);
        CommunityRecommendations answer = (await Service(host).RecommendAsync(Guest, Actor.Of(Guest), [new(new("agile"), 1)])).OrThrow();

        Assert.Empty(answer.Items);
        Assert.Empty(answer.Excluded);
    }

    [Fact]
    public async Task ANewcomer_IsShownAQuestionOfOthers()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Must(new AskQuestion(Hosted.Agile, new("q1"), "How?", "Really, how?", []), Hosted.Ana);
        CommunityRecommendationService service = Service(host);

        LearningStep step = Assert.Single((await service.NextTasksAsync(Hosted.Agile, Hosted.Bo, Actor.Of(Hosted.Bo))).OrThrow());
        Assert.Equal((LearningTaskKind.AnswerQuestion, "q1"), (step.Task.Kind, step.Task.Id));
        Assert.Empty((await service.NextTasksAsync(Hosted.Agile, Hosted.Ana, Actor.Of(Hosted.Ana))).OrThrow());
        Assert.Equal(["member.none"], (await service.NextTasksAsync(Hosted.Agile, Guest, Actor.Of(Guest))).Codes());
        Assert.Equal(["recommendations.hidden"], (await service.NextTasksAsync(Hosted.Agile, Hosted.Bo, Actor.Of(Guest))).Codes());
    }

    private static CommunityRecommendationService Service(Hosted host, AnalyticsBasis basis = AnalyticsBasis.Objection) =>
        new(host.Records, host.Directory, new InMemoryPeopleDirectory(), PolicySet.Default, basis: basis);
}

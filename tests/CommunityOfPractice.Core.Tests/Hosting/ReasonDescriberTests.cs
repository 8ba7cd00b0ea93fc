using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class ReasonDescriberTests
{
    [Fact]
    public async Task German_PutsWhatTheSentenceFillsInWhereItBelongs()
    {
        Hosted host = new();
        await host.Propose(Hosted.Agile, 1, Hosted.Ana, Hosted.Bo);
        await host.Must(new AdoptCharter(Hosted.Agile, World.Terms()), Hosted.Ana);
        German german = new();
        Assert.Equal("Zum Start braucht es 3 aktive Mitglieder; es sind 2.", await Say(new LaunchCommunity(Hosted.Agile, World.Start), Hosted.Ana));
        Assert.Equal("'agile' gibt es schon; der Stand ist Chartered.", await Say(World.Proposal(Hosted.Agile), Hosted.Ana));
        Assert.Equal("Das darf 'person:fin' nicht.", await Say(new CheckIn(Hosted.Agile, "Fine."), Hosted.Fin));
        Assert.Equal("A check-in says in a sentence how it is going.", (await Refusal(new CheckIn(Hosted.Agile, " "), Hosted.Ana)).Select(german.Describe).Last()); // no translation yet

        async Task<string> Say(Command command, PersonId by) => german.Describe((await Refusal(command, by))[0]);
        async Task<ValueList<Reason>> Refusal(Command command, PersonId by) => (await host.Commands.ExecuteAsync(command, Actor.Of(by))).Match(_ => [], r => r.Reasons);
    }

    [Fact]
    public void English_IsTheLibrarysOwnSentence() => Assert.Equal("No.", new EnglishReasons().Describe(new("some.code", "No.")));

    private sealed class German : IReasonDescriber
    {
        public string Describe(Reason reason) => (reason.Code, reason.Arguments) switch
        {
            ("community.too-few-members", [var needed, var there]) => $"Zum Start braucht es {needed} aktive Mitglieder; es sind {there}.",
            ("community.exists", [var id, var status]) => $"'{id}' gibt es schon; der Stand ist {status}.",
            ("permission.denied", [var actor, ..]) => $"Das darf '{actor}' nicht.",
            _ => reason.Text,
        };
    }
}

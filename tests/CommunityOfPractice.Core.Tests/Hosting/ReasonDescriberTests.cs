using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
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
        Assert.Equal("CheckIn: nur CoreGroup, Facilitator, Administrator.", await Say(new CheckIn(Hosted.Agile, "Fine."), Hosted.Fin));
        Assert.Equal("A check-in says in a sentence how it is going.", (await Refusal(new CheckIn(Hosted.Agile, " "), Hosted.Ana)).Select(german.Describe).Last()); // no translation yet

        async Task<string> Say(Command command, PersonId by) => german.Describe((await Refusal(command, by))[0]);
        async Task<ValueList<Reason>> Refusal(Command command, PersonId by) => (await host.Commands.ExecuteAsync(command, Actor.Of(by))).Match(_ => [], r => r.Reasons);
    }

    /// <summary>No name of the code stands in a sentence; arguments keep them.</summary>
    [Fact]
    public async Task English_SaysWhatIsToldInWords()
    {
        Hosted host = new();
        await host.Propose(Hosted.Agile, 1, Hosted.Ana, Hosted.Bo);
        await host.Must(new AdoptCharter(Hosted.Agile, World.Terms()), Hosted.Ana);
        Assert.Equal("'agile' exists already; it is chartered.", (await Refusal(host, World.Proposal(Hosted.Agile), Hosted.Ana)).Text);
        Reason denied = await Refusal(host, new LaunchCommunity(Hosted.Agile, World.Start), Hosted.Fin);
        Assert.Equal(("permission.denied", "Only an active facilitator, the sponsor or an administrator may do this: launch community."), (denied.Code, denied.Text));
        Assert.Equal(["Facilitator, Sponsor, Administrator", "LaunchCommunity"], denied.Arguments!);
        Reason alone = await Refusal(host, new AcceptNomination(Hosted.Agile, Hosted.Bo, Role.Facilitator), Hosted.Fin);
        Assert.Equal("Only the person concerned may do this: accept nomination.", alone.Text);
        Assert.Equal(["Self", "AcceptNomination"], alone.Arguments!);

        Hosted nobody = new(permissions: new MatrixPermissions(new([])));
        Reason none = await Refusal(nobody, World.Proposal(Hosted.Agile), Hosted.Ana);
        Assert.Equal("Nobody may do this here: propose community.", none.Text);
        Assert.Equal(["None", "ProposeCommunity"], none.Arguments!);
        Hosted own = new(permissions: new Never());
        Reason unsaid = await Refusal(own, World.Proposal(Hosted.Agile), Hosted.Ana);
        Assert.Equal("You may not do this here: propose community.", unsaid.Text);
        Assert.Equal(["ProposeCommunity"], unsaid.Arguments!);
    }

    private static async Task<Reason> Refusal(Hosted host, Command command, PersonId by) =>
        (await host.Commands.ExecuteAsync(command, Actor.Of(by))).Match(_ => throw new InvalidOperationException(), r => r.Reasons[0]);

    private sealed class Never : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default) => new(false);
    }

    [Fact]
    public void English_IsTheLibrarysOwnSentence() => Assert.Equal("No.", new EnglishReasons().Describe(new("some.code", "No.")));

    private sealed class German : IReasonDescriber
    {
        public string Describe(Reason reason) => (reason.Code, reason.Arguments) switch
        {
            ("community.too-few-members", [var needed, var there]) => $"Zum Start braucht es {needed} aktive Mitglieder; es sind {there}.",
            ("community.exists", [var id, var status]) => $"'{id}' gibt es schon; der Stand ist {status}.",
            ("permission.denied", [var standings, var command]) => $"{command}: nur {Enum.Parse<Standing>(standings)}.",
            _ => reason.Text,
        };
    }
}

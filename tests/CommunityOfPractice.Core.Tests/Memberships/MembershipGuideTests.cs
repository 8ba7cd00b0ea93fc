using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The examples of docs/lifecycle-members.md, run; a test compares the guide with this file.</summary>
public sealed partial class MembershipGuideTests
{
    [Fact]
    public void Example_InviteAndAccept()
    {
        CommunityRecord record = Launched();
        DateTimeOffset now = record.LatestAt!.Value;

        // guide: invite
        CommunityId agile = record.Id;
        PersonId ada = new("ada"), ben = new("ben");
        DecisionContext byAda = new(now, Actor.Of(ada)), byBen = new(now, Actor.Of(ben));

        // Ada joins the open community by her own act, and invites Ben.
        Apply(record.Decide(new JoinCommunity(agile, ada, new JoinConsent("join/2", "web")), byAda));
        Apply(record.Decide(new InviteMember(agile, ben, "You would like this."), byAda));

        // Nobody can accept for him; he does, and is a member.
        Decision<ValueList<Change>> forHim = record.Decide(new AcceptInvitation(agile, ben, new JoinConsent("join/2", "web")), byAda);
        string code = forHim.Match(_ => "", refusal => refusal.Code);   // consent.not-own-act
        Apply(record.Decide(new AcceptInvitation(agile, ben, new JoinConsent("join/2", "chat")), byBen));

        void Apply(Decision<ValueList<Change>> decision)
        {
            foreach (Change change in decision.OrThrow())
            {
                record.Apply(change);
            }
        }

        // end
        Assert.Equal("consent.not-own-act", code);
        Assert.Equal(2, record.Members.Count(MembershipStatus.Active));
    }

    [Fact]
    public void Example_Consent_And_Directory()
    {
        CommunityRecord record = Launched();
        DateTimeOffset now = record.LatestAt!.Value;
        PersonId ada = new("ada"), ben = new("ben"), cleo = new("cleo");
        foreach (Change joined in record.Decide(new JoinCommunity(record.Id, ada, new("join/2", "web")), new(now, Actor.Of(ada))).OrThrow())
        {
            record.Apply(joined);
        }

        // guide: use
        // Asked before every use; being a member says nothing about it.
        bool canBeMatched = record.Members[ada].Allows(ProcessingPurpose.Matching);   // false until she agreed

        // The directory proposes: invitations for newcomers, exits for leavers. It adds nobody.
        ValueList<MembershipCommand> proposed = DirectorySync.Propose(
            record, fitting: [ada, ben], departed: [cleo], new DecisionContext(now, Actor.Host("directory")));

        // What the rules have to do today: expiries, ends of leaves, of warnings and of terms.
        foreach (Membership due in record.Members.DueBy(now))
        {
            Console.WriteLine($"{due.Person}: {due.Status}, {due.NextDate:u}");
        }

        // end
        Assert.False(canBeMatched);
        Assert.Equal([new InviteMember(record.Id, ben)], proposed);
    }

    [Fact]
    public void Guide_ShowsTheseExamples()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle-members.md")).ReplaceLineEndings("\n");
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Memberships", "MembershipGuideTests.cs")).ReplaceLineEndings("\n");
        MatchCollection examples = Example().Matches(source);
        Assert.Equal(2, examples.Count);
        Assert.All(examples, e => Assert.Contains($"```csharp\n{e.Groups[1].Value.Trim('\n').Replace("\n        ", "\n", StringComparison.Ordinal)[8..]}\n```", guide, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^ +// guide: \w+\n(.*?)\n\n +// end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    private static CommunityRecord Launched()
    {
        CommunityRecord record = new(MembershipWorld.Id);
        record.Apply(new(MembershipWorld.Start, MembershipWorld.Host, Cause.Unstated, new CommunityLaunched(MembershipWorld.Start)));
        return record;
    }
}

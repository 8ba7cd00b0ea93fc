using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class DirectorySyncTests
{
    private static readonly CommunityId Id = MembershipWorld.Id;
    private static readonly DateTimeOffset Start = MembershipWorld.Start;
    private static readonly Actor Host = Actor.Host("directory");

    [Property(MaxTest = 50), Trait("Law", "36")]
    public void Law36_TheDirectory_AddsNobody_AndProposesNothingTwice(byte[] fitting, byte[] departed, byte[] joined, byte[] invited)
    {
        CommunityRecord record = Launched();
        Act(record, joined.Select(b => (MembershipCommand)new JoinCommunity(Id, Named(b), MembershipWorld.Consent)), null);
        Act(record, invited.Select(b => (MembershipCommand)new InviteMember(Id, Named(b))), Host);
        int active = record.Members.Count(MembershipStatus.Active);
        PersonId[] fits = [.. fitting.Select(Named)], gone = [.. departed.Select(Named)];

        ValueList<MembershipCommand> proposed = DirectorySync.Propose(record, fits, gone, new(Start.AddDays(1), Host));
        foreach (MembershipCommand command in proposed)
        {
            Assert.True(Act(record, command, Host));
        }

        Assert.True(record.Members.Count(MembershipStatus.Active) <= active);
        Assert.All(gone, p => Assert.False(record.Members[p].IsMember || record.Members[p].Status == MembershipStatus.Invited));
        Assert.All(fits.Except(gone), p => Assert.True(record.Members.Knows(p)));
        Assert.Empty(DirectorySync.Propose(record, fits, gone, new(Start.AddDays(1), Host)));
        Assert.Empty(DirectorySync.Propose(record, fits, gone, new(Start.AddDays(400), Host)));
    }

    [Fact]
    public void Propose_WhoSaidNo_IsNotAskedAgain()
    {
        CommunityRecord record = Launched();
        PersonId ada = MembershipWorld.Ada;
        Act(record, [new InviteMember(Id, ada)], Host);
        Act(record, [new DeclineInvitation(Id, ada)], null);

        Assert.Empty(DirectorySync.Propose(record, [ada], [], new(Start.AddDays(1000), Host)));
    }

    [Fact]
    public void Propose_SaysWhatItIs()
    {
        CommunityRecord record = Launched();
        Act(record, [new JoinCommunity(Id, new("b"), MembershipWorld.Consent), new JoinCommunity(Id, new("c"), MembershipWorld.Consent)], null);
        Act(record, [new InviteMember(Id, new("d"))], Host);

        Assert.Equal(
            [new LeaveCommunity(Id, new("b"), LeaveReason.OrganisationExit), new WithdrawInvitation(Id, new("d")), new InviteMember(Id, new("a"))],
            DirectorySync.Propose(record, [new("c"), new("a"), new("a"), new("b")], [new("d"), new("b"), new("x")], new(Start, Host)));
        Assert.Throws<ArgumentException>(() => DirectorySync.Propose(record, [], [], new(Start, Actor.Of(new("b")))));
    }

    /// <summary>A choice about one's own data is no acquaintance with the community.</summary>
    [Fact]
    public void Propose_WhoOnlyObjected_IsInvitedLikeAnybody()
    {
        CommunityRecord record = Launched();
        PersonId ada = MembershipWorld.Ada;
        Act(record, [new ObjectToProcessing(Id, ada, ProcessingPurpose.Analytics)], null);
        Assert.True(record.Members[ada].ObjectsTo(ProcessingPurpose.Analytics));
        Assert.Equal([new InviteMember(Id, ada)], DirectorySync.Propose(record, [ada], [], new(Start.AddDays(1), Host)));

        Act(record, [new MuteInvitations(Id, ada)], null);
        Assert.Empty(DirectorySync.Propose(record, [ada], [], new(Start.AddDays(1), Host)));
    }

    private static PersonId Named(byte b) => new($"p{b % 12}");

    private static CommunityRecord Launched()
    {
        CommunityRecord record = new(Id);
        record.Apply(new(Start, Host, Cause.Unstated, new CommunityLaunched(Start)));
        return record;
    }

    private static void Act(CommunityRecord record, IEnumerable<MembershipCommand> commands, Actor? by)
    {
        foreach (MembershipCommand command in commands)
        {
            Act(record, command, by ?? Actor.Of(command.Person));
        }
    }

    private static bool Act(CommunityRecord record, MembershipCommand command, Actor by) => record.Decide(command, new(record.LatestAt!.Value, by)).Match(
        changes =>
        {
            foreach (Change change in changes)
            {
                record.Apply(change);
            }

            return true;
        },
        _ => false);
}

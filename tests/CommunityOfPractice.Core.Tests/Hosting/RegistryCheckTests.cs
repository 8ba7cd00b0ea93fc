using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using static CommunityOfPractice.Core.Tests.Hosting.SmallHost;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class RegistryCheckTests
{
    [Fact]
    public async Task CheckAsync_AllCommunities_ThenTheTiesBetweenThem()
    {
        SmallHost host = new();
        await host.Launch("a", "ana", "bo", "cem");
        await host.Launch("b", "ana", "bo", "cem");
        await host.Happens("a", Desk, new RoleAppointed(new("dee"), Role.Facilitator), new ParentSet(new("b")));
        await host.Happens("b", Desk, new ParentSet(new("a")));
        host.Clock.Advance(TimeSpan.FromDays(92));
        Assert.Equal(
            [
                "a registry.role-without-membership", "a registry.check-in-overdue", "a registry.few-facilitators", "b registry.check-in-overdue", "b registry.few-facilitators",
                "a registry.parent-circle",
            ],
            (await All(host.Check().CheckAsync())).Select(f => $"{f.Community} {f.Reason.Code}"));
        Assert.Equal(0, host.Journal.Writes);
    }

    [Fact]
    public async Task CheckAsync_WithoutCommunities_FindsNothing() => Assert.Empty(await All(new SmallHost().Check().CheckAsync()));
}

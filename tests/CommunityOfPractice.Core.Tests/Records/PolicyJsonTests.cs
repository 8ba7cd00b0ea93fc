using System.Text.Json;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Policies come from a file that somebody wrote by hand.</summary>
public sealed class PolicyJsonTests
{
    [Fact]
    public void PolicySet_ComesBackEqual()
    {
        RecordSamples samples = new(1);
        foreach (PolicySet policies in (PolicySet[])[PolicySet.Default, (PolicySet)samples.Value(typeof(PolicySet), Filling.Full), (PolicySet)samples.Value(typeof(PolicySet), Filling.Least), (PolicySet)samples.Value(typeof(PolicySet))])
        {
            string json = JsonSerializer.Serialize(policies, PolicyJson.PolicySet);

            Assert.Equal(policies, JsonSerializer.Deserialize(json, PolicyJson.PolicySet));
            Assert.Equal(policies, PolicyJson.Read(json));
        }
    }

    [Fact]
    public void Read_KeepsTheDefaults_OfWhatIsNotStated()
    {
        PolicySet policies = PolicyJson.Read("""
            {
              // Slower than others.
              "membership": { "lapseAfter": "400.00:00:00", "roles": { "rules": [ { "role": "Facilitator", "endorsements": 2 }, ] } },
              "off": ["no-interaction/1"],
            }
            """);

        Assert.Equal(PolicySet.Default.Community, policies.Community);
        Assert.Equal(PolicySet.Default.Participation, policies.Participation);
        Assert.Equal(["no-interaction/1"], policies.Off);
        Assert.Equal(TimeSpan.FromDays(400), policies.Membership.LapseAfter);
        Assert.Equal(
            MembershipPolicy.Default with
            {
                LapseAfter = TimeSpan.FromDays(400),
                Roles = RoleCatalogue.Default with { Rules = [new RoleRule(Role.Facilitator) { Endorsements = 2 }] },
            },
            policies.Membership);
        Assert.Equal(PolicySet.Default, PolicyJson.Read("{}"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{ "membershp": {} }""")]
    [InlineData("""{ "membership": { "lapse": "400.00:00:00" } }""")]
    [InlineData("""{ "membership": null }""")]
    [InlineData("""{ "membership": 7 }""")]
    [InlineData("""{ "off": null }""")]
    [InlineData("""{ "off": [null] }""")]
    [InlineData("""{ "off": [], "off": [] }""")]
    [InlineData("""{ "membership": { "lapseAfter": 400 } }""")]
    [InlineData("""{ "membership": { "roles": { "rules": [ { "endorsements": 2 } ] } } }""")]
    public void Read_WhatIsNoSetOfPolicies_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => PolicyJson.Read(json));
}

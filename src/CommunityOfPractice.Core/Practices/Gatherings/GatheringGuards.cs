using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Guards that commands about gatherings share: one code, one sentence, one place.</summary>
internal static class GatheringGuards
{
    /// <summary>Whoever may call people together: any active member, unless the policy leaves it to those in charge; and the host.</summary>
    public static void MaySchedule(this Guards guards, PracticeContext context)
    {
        guards.Require(context.IsByMember || context.By.HostName is not null, "actor.not-a-member", "An active member or the host calls people together.");
        guards.Require(context.Policy.MembersSchedule || context.IsInCharge, "actor.not-in-charge", "Only a facilitator or the host calls people together here.");
    }

    /// <summary>Whoever decides about a gathering or a series: those of its hosts who are active members, and those in charge.</summary>
    public static void Runs(this Guards guards, ValueList<PersonId> hosts, PracticeContext context) =>
        guards.Require(IsRunBy(hosts, context), "gathering.not-host", "This is for who hosts it, for a facilitator of the community or for the host application.");

    public static bool IsRunBy(ValueList<PersonId> hosts, PracticeContext context) =>
        context.IsInCharge || (context.IsByMember && hosts.AsSpan().Contains(context.By.Person!.Value));

    /// <summary>Something that a person does for themselves.</summary>
    public static void OwnAct(this Guards guards, PracticeContext context, PersonId person) =>
        guards.Require(context.By.Is(person), "actor.not-own-act", "Only the person can do this.");

    public static bool Planned(this Guards guards, Gathering gathering) =>
        guards.Require(gathering.Status == GatheringStatus.Planned, "gathering.not-planned", $"This is for what is planned; '{gathering.Id}' is {gathering.Status}.");

    public static void NotCancelled(this Guards guards, Gathering gathering) =>
        guards.Require(gathering.Status != GatheringStatus.Cancelled, "gathering.cancelled", $"'{gathering.Id}' was cancelled.");

    public static void NotStarted(this Guards guards, Gathering gathering, PracticeContext context) =>
        guards.Require(context.At < gathering.Start, "gathering.started", $"'{gathering.Id}' started at {gathering.Start:O}.");

    public static bool Started(this Guards guards, Gathering gathering, PracticeContext context) =>
        guards.Require(context.At >= gathering.Start, "gathering.not-started", $"'{gathering.Id}' starts at {gathering.Start:O}.");

    public static void RequireLength(this Guards guards, GatheringTime? time, TimeSpan longest) =>
        guards.Require(time is null || time.End - time.Start <= longest, "time.too-long", $"A gathering lasts at most {longest.TotalHours} hours.");

    public static void RequireHosts(this Guards guards, ValueList<PersonId> hosts, PracticeContext context)
    {
        foreach (PersonId host in hosts)
        {
            guards.Require(context.IsActive(host), "host.not-active", $"'{host}' is no active member and cannot host.");
        }
    }

    /// <summary>Room for somebody, and for everybody who has a place already: lowering a capacity puts nobody out.</summary>
    public static void RequireCapacity(this Guards guards, int? capacity, int going = 0)
    {
        if (guards.Require(capacity is null or >= 1, "capacity.not-positive", "A gathering has room for at least one."))
        {
            guards.Require(capacity is null || capacity >= going, "capacity.below-going", $"{going} have a place already, and nobody is put out.");
        }
    }

    /// <summary>Whether a person may come to gatherings of an audience.</summary>
    public static bool MayCome(GatheringAudience audience, PersonId person, PracticeContext context) =>
        audience == GatheringAudience.Members ? context.IsMember(person) : !context.IsKeptOut(person);
}

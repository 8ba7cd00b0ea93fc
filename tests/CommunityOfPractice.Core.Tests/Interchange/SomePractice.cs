using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using static CommunityOfPractice.Core.Tests.Interchange.SomeData;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Generates what communities do and make, with texts that a format can stumble over.</summary>
internal static class SomePractice
{
    public static Gen<GatheringEntry> Gathering { get; } =
        from community in Name
        from id in Name
        from title in Text
        from start in Time.Where(at => at.Year < 2099)
        from length in Gen.Choose(1, int.MaxValue)
        from zone in Maybe(Text)
        from type in Maybe(Text)
        from formality in Gen.Elements(Enum.GetValues<Formality>())
        from series in Maybe(Text)
        from rule in Maybe(Text)
        from except in ListOf(Time)
        from place in Maybe(Text)
        from link in Maybe(Text)
        from hosts in ListOf(Name.Select(t => new PersonId(t)))
        from capacity in MaybeOf(Gen.Choose(1, int.MaxValue))
        from topics in ListOf(Text.Select(t => new TopicId(t)))
        from status in Gen.Elements(Enum.GetValues<GatheringEntryStatus>())
        from reason in Maybe(Text)
        select new GatheringEntry(new CommunityId(community), id, title, start, start.AddTicks(length))
        {
            TimeZone = zone,
            Type = type,
            Formality = formality,
            Series = series,
            RRule = rule,
            Except = except,
            Place = place,
            Link = link,
            Hosts = hosts,
            Capacity = capacity,
            Topics = topics,
            Status = status,
            Reason = reason,
        };

    public static Gen<AttendanceEntry> Attendance { get; } =
        from community in Name
        from gathering in Name
        from person in Name
        from rsvp in MaybeOf(Gen.Elements(Enum.GetValues<RsvpAnswer>()))
        from at in MaybeOf(Time)
        from attended in MaybeOf(Gen.Elements(true, false))
        from host in Gen.Elements(true, false)
        select new AttendanceEntry(new CommunityId(community), gathering, new PersonId(person)) { Rsvp = rsvp, RsvpAt = at, Attended = attended, Host = host };

    public static Gen<ArtifactEntry> Artifact { get; } =
        from community in Name
        from id in Name
        from type in Text
        from title in Text
        from steward in Maybe(Name)
        from version in Maybe(Text)
        from published in MaybeOf(Time)
        from confirmed in MaybeOf(Time)
        from due in MaybeOf(Time)
        from status in Maybe(Text)
        from successor in Maybe(Text)
        from topics in ListOf(Text.Select(t => new TopicId(t)))
        from links in ListOf(Text)
        from authors in ListOf(Name.Select(t => new PersonId(t)))
        select new ArtifactEntry(new CommunityId(community), id, type, title)
        {
            Steward = steward is null ? null : new PersonId(steward),
            Version = version,
            Published = published,
            Confirmed = confirmed,
            ReviewDue = due,
            Status = status,
            SupersededBy = successor,
            Topics = topics,
            Links = links,
            Authors = authors,
        };

    public static Gen<StoryEntry> Story { get; } =
        from community in Name
        from id in Name
        from title in Text
        from teller in Maybe(Name)
        from at in MaybeOf(Time)
        from published in MaybeOf(Time)
        from consents in ListOf(Name.Select(t => new PersonId(t)))
        from claims in ListOf(Claim)
        select new StoryEntry(new CommunityId(community), id, title)
        {
            ToldBy = teller is null ? null : new PersonId(teller),
            At = at,
            Published = published,
            Consents = consents,
            Claims = claims,
        };

    public static Gen<HeadcountEntry> Headcount { get; } =
        from community in Name
        from at in Time
        from members in Gen.Choose(0, int.MaxValue)
        from source in Maybe(Text)
        select new HeadcountEntry(new CommunityId(community), at, members) { Source = source };

    private static Gen<StoryClaimEntry> Claim =>
        from cycle in Gen.Elements(Enum.GetValues<ValueCycle>())
        from text in Gen.OneOf(Gen.Constant("a"), Text)
        from evidence in ListOf(Text)
        from contributors in ListOf(Name.Select(t => new PersonId(t)))
        select new StoryClaimEntry(cycle, text) { Evidence = evidence, Contributors = contributors };
}

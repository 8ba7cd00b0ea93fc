using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Generates data whose texts hold everything that a format can stumble over.</summary>
public static class SomeData
{
    private static readonly string[] Fragments =
    [
        "a", "B", "0", " ", "  ", "\"", "\"\"", ",", ";", "|", "\\", "\\|", "\n", "\r", "\r\n", "\t", "'", "''", "=", "+", "-", "@", "=1+1", "'=", "\uFEFF", "😀", "👩‍💻", "ü", "e\u0301",
        "\u2028", "\u0085", "\u0001", "\u007f", "\u202E", "{", "}", "[", "]", ":", "null", "true", "\\u0041", "/", "<", "&", "\uFFFD", "\uFFFF", "中",
    ];

    public static Gen<string> Text { get; } =
        from count in Gen.Choose(1, 6)
        from parts in Gen.ArrayOf(Gen.Elements(Fragments), count)
        select string.Concat(parts);

    internal static Gen<string> Name { get; } = Gen.Frequency((3, Gen.Elements("ada", "bob", "=eve", "'", "x,y", "😀")), (1, Text));

    internal static Gen<DateTimeOffset> Time { get; } =
        from days in Gen.Choose(0, 47_481)
        from ticks in Gen.OneOf(Gen.Constant(0L), Gen.Choose(0, 86_399).Select(s => s * TimeSpan.TicksPerSecond), Gen.Choose(0, int.MaxValue).Select(t => (long)t))
        select DateTimeOffset.UnixEpoch.AddDays(days).AddTicks(ticks);

    public static Arbitrary<InterchangeData> Data() =>
        (from activities in Activities
         from people in People
         from communities in Communities
         from memberships in Gen.ListOf(Membership)
         from meetings in Gen.ListOf(Meeting)
         from gatherings in ListOf(SomePractice.Gathering)
         from attendances in ListOf(SomePractice.Attendance)
         from artifacts in ListOf(SomePractice.Artifact)
         from stories in ListOf(SomePractice.Story)
         from headcounts in ListOf(SomePractice.Headcount)
         from aliases in ListOf(from alias in Name from person in Name select (Alias: new PersonId(alias), Person: new PersonId(person)))
         select new InterchangeData(ActivityLog.Of(activities).OrThrow(), people, communities, memberships, meetings)
         {
             Gatherings = gatherings.DistinctBy(g => (g.Community, g.Gathering)).ToValueList(),
             Attendances = attendances.DistinctBy(a => (a.Community, a.Gathering, a.Person)).ToValueList(),
             Artifacts = artifacts.DistinctBy(a => (a.Community, a.Artifact)).ToValueList(),
             Stories = stories.DistinctBy(s => (s.Community, s.Story)).ToValueList(),
             Headcounts = headcounts.ToValueList(),
             Aliases = aliases.Aggregate(PersonAliases.None, (all, a) => all.Merge(a.Alias, a.Person).Match(merged => merged, _ => all)),
         }).ToArbitrary();

    internal static Gen<string?> Maybe(Gen<string> text) => Gen.Frequency((1, Gen.Constant<string?>(null)), (2, text.Select(t => (string?)t)));

    internal static Gen<T?> MaybeOf<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (1, gen.Select(t => (T?)t)));

    internal static Gen<ValueList<T>> ListOf<T>(Gen<T> gen) =>
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(gen, count)
        select items.ToValueList();

    private static Gen<List<Activity>> Activities =>
        from count in Gen.Choose(0, 12)
        from drafts in Gen.ArrayOf(Draft, count)
        select Sound(drafts);

    private static Gen<(Activity Activity, int Step, int Parent)> Draft =>
        from community in Name
        from person in Name
        from act in Gen.Elements(Enum.GetValues<Act>())
        from id in Maybe(Text)
        from to in ListOf(Name.Select(t => new PersonId(t)))
        from thread in Maybe(Name)
        from topics in ListOf(Name.Select(t => new TopicId(t)))
        from accepted in Maybe(Text)
        from formality in Gen.Elements(Enum.GetValues<Formality>())
        from actor in Gen.Elements(Enum.GetValues<ActorKind>())
        from step in Gen.Choose(0, 2)
        from parent in Gen.Choose(-12, 12)
        select (new Activity(new CommunityId(community), new PersonId(person), DateTimeOffset.UnixEpoch, act)
        {
            Id = id is null ? null : new ActivityId(id),
            To = to,
            Thread = thread is null ? null : new ThreadId(thread),
            Topics = topics,
            Accepted = accepted is null ? null : new ActivityId(accepted),
            Formality = formality,
            Actor = actor,
        }, step, parent);

    /// <summary>Ids are made distinct; replies go to earlier activities or to unknown ones.</summary>
    private static List<Activity> Sound((Activity Activity, int Step, int Parent)[] drafts)
    {
        List<Activity> sound = [];
        DateTimeOffset at = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach ((Activity activity, int step, int parent) in drafts)
        {
            at = at.AddTicks(step * 12_345_678L);
            ActivityId? reply = parent < -6 ? new ActivityId("unknown") : parent >= 0 && parent < sound.Count ? sound[parent].Id : null;
            sound.Add(activity with { At = at, Id = activity.Id is { } id ? new ActivityId($"{id.Text}{sound.Count}") : null, InReplyTo = reply });
        }

        return sound;
    }

    private static Gen<List<PersonEntry>> People =>
        from names in Gen.ListOf(Name)
        from entries in Gen.CollectToList(names.Distinct(), History)
        select entries.SelectMany(each => each).ToList();

    private static Gen<List<PersonEntry>> History(string name) =>
        from first in MaybeOf(Time.Where(t => t.Year < 2050))
        from middle in MaybeOf(Gen.Choose(1, 1000))
        from last in MaybeOf(Gen.Choose(1, 1000))
        from before in Entry(new PersonId(name))
        from after in Entry(new PersonId(name))
        select Split(first, middle, last, before, after);

    private static List<PersonEntry> Split(
        DateTimeOffset? first, int? middle, int? last, Func<DateTimeOffset?, DateTimeOffset?, PersonEntry> before, Func<DateTimeOffset?, DateTimeOffset?, PersonEntry> after)
    {
        DateTimeOffset? change = middle is null ? null : first?.AddDays(middle.Value);
        return change is null
            ? [before(first, null)]
            : [before(first, change), after(change, last is null ? null : change.Value.AddTicks(last.Value))];
    }

    private static Gen<Func<DateTimeOffset?, DateTimeOffset?, PersonEntry>> Entry(PersonId person) =>
        from department in Maybe(Text)
        from location in Maybe(Text)
        from zone in Maybe(Text)
        from languages in ListOf(Text)
        from manager in Maybe(Name)
        from seniority in Maybe(Text)
        from topics in ListOf(Text.Select(t => new TopicId(t)))
        select (Func<DateTimeOffset?, DateTimeOffset?, PersonEntry>)((start, end) => new PersonEntry(person, start, end)
        {
            Department = department,
            Location = location,
            TimeZone = zone,
            Languages = languages,
            Manager = manager is null ? null : new PersonId(manager),
            Seniority = seniority,
            Topics = topics,
        });

    private static Gen<List<CommunityEntry>> Communities =>
        from names in Gen.ListOf(Name)
        from entries in Gen.CollectToList(names.Distinct(), Community)
        select entries.ToList();

    private static Gen<CommunityEntry> Community(string id) =>
        from name in Maybe(Text)
        from description in Maybe(Text)
        from topics in ListOf(Text.Select(t => new TopicId(t)))
        from chartered in MaybeOf(Time)
        from status in Maybe(Text)
        select new CommunityEntry(new CommunityId(id)) { Name = name, Description = description, Topics = topics, Chartered = chartered, Status = status };

    private static Gen<MembershipPeriod> Membership =>
        from community in Name
        from person in Name
        from first in Time
        from second in MaybeOf(Time)
        from role in MaybeOf(Gen.Elements(Enum.GetValues<Role>()))
        from status in Gen.Elements(MembershipStatus.Active, MembershipStatus.Paused, MembershipStatus.Lapsed)
        from reason in MaybeOf(Gen.Elements(Enum.GetValues<LeaveReason>()))
        select new MembershipPeriod(new CommunityId(community), new PersonId(person), second < first ? second.Value : first, second < first ? first : second, role)
        {
            Status = status,
            Reason = second is null ? null : reason,
        };

    private static Gen<MeetingEntry> Meeting =>
        from at in Time
        from people in Gen.NonEmptyListOf(Name)
        from met in MaybeOf(Gen.Elements(true, false))
        from useful in MaybeOf(Gen.Choose(0, 5))
        from hosted in Gen.Elements(true, false)
        select new MeetingEntry(at, people.Distinct().Select(p => new PersonId(p)).ToValueList()) { Met = met, Useful = useful, Host = hosted ? new PersonId(people[0]) : null };
}

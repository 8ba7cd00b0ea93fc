using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>A small community in which a lot happens.</summary>
public sealed record LivelyCommunity(SmallCommunity Community);

/// <summary>Generates small communities with everything that makes trouble: ties in time, bots, broken replies, odd windows.</summary>
public static class SmallCommunities
{
    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PersonId[] Names =
    [
        new("ana"), new("Bo"), new("bo"), new("ça"), new("李"), new("p 6"), new("🎈"), new("Zoë"), new("x,\"y\""), new("10"), new("2"), new("ﬁ"),
        .. Enumerable.Range(13, 12).Select(i => new PersonId($"p{i}")),
    ];

    /// <summary>Of which the last two sort one way by UTF-8 bytes and the other way by UTF-16 code units.</summary>
    private static readonly string[] Prefixes = ["a", "Z", "ﬁ", "🎈"];

    private static readonly string?[] Departments = ["sales", "it", "hr", null];

    private static readonly Act[][] Often = [[Act.Ask, Act.Answer, Act.Reply, Act.Post], [Act.Ask, Act.Answer, Act.Answer], [Act.Post, Act.Welcome, Act.Host, Act.Curate], [Act.Post, Act.Reply]];

    public static Arbitrary<SmallCommunity> Any() =>
        Arb.From(
            from size in Gen.Frequency((2, Gen.Choose(0, 12)), (3, Gen.Choose(20, 90)), (2, Gen.Choose(90, 160)))
            from people in Gen.Frequency((3, Gen.Choose(1, 12)), (2, Gen.Choose(12, Names.Length)))
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select SmallPractices.Around(Random(new Random(seed), size, people), new Random(seed)),
            Smaller);

    /// <summary>Communities with enough activity in a quarter for most of them to have a score.</summary>
    public static Arbitrary<LivelyCommunity> Lively() =>
        (from size in Gen.Choose(100, 200)
         from people in Gen.Choose(8, Names.Length)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select new LivelyCommunity(Random(new Random(seed), size, people, new(Start, Start.AddDays(91))))).ToArbitrary();

    public static SmallCommunity Random(Random random, int size, int people, TimeWindow? through = null)
    {
        TimeWindow window = through ?? WindowOf(random);
        PersonId[] names = Names[..people];
        Act[] often = through is null ? Often[random.Next(Often.Length)] : Often[0];
        bool introductions = random.Next(4) == 0;
        List<Activity> all = [];
        for (int i = 0; i < size; i++)
        {
            all.Add(introductions && i % 3 == 0 && i / 3 < people
                ? new Activity(SmallCommunity.Id, names[i / 3], Start.AddHours(random.Next(0, 85 * 24)), Act.Post) { Id = new ActivityId($"hello{i}") }
                : ActivityOf(random, all, names, window, often, i));
        }

        if (random.Next(3) == 0)
        {
            CloseACircle(random, all);
        }

        if (random.Next(3) == 0)
        {
            AcceptReplies(random, all);
        }

        return new([.. all], window, through is null ? RosterOf(random, names, random.Next(5), old: random.Next(4) == 0) : RosterOf(random, names, 4, old: false), PeopleOf(random, names, window));
    }

    private static IEnumerable<SmallCommunity> Smaller(SmallCommunity large)
    {
        int count = large.Activities.Count;
        for (int part = count / 2; part > 0; part /= 2)
        {
            for (int from = 0; from + part <= count; from += part)
            {
                yield return large with { Activities = large.Activities.Where((_, i) => i < from || i >= from + part).ToValueList() };
            }
        }

        if (large.Roster is not null)
        {
            yield return large with { Roster = null };
        }

        if (large.People.Count > 0)
        {
            yield return large with { People = [] };
        }
    }

    private static TimeWindow WindowOf(Random random) => random.Next(12) switch
    {
        0 => new(Start, Start),
        1 => TimeWindow.Last(TimeSpan.FromTicks(1), Start.AddDays(30)),
        2 => new(DateTimeOffset.MinValue, Start.AddDays(91)),
        3 => TimeWindow.Last(TimeSpan.FromDays(91), Start.AddYears(-5)),
        4 => TimeWindow.Last(TimeSpan.FromDays(91), Start.AddYears(5)),
        5 => TimeWindow.Last(TimeSpan.FromDays(7), Start.AddDays(40)),
        _ => TimeWindow.Last(TimeSpan.FromDays(91), Start.AddDays(91)),
    };

    /// <summary>Makes two to four activities reply to each other in a circle at one instant.</summary>
    private static void CloseACircle(Random random, List<Activity> all)
    {
        int[] circle = [.. Enumerable.Range(0, all.Count).Where(i => all[i].Id is not null).OrderBy(_ => random.Next()).Take(random.Next(2, 5))];
        for (int i = 0; i < circle.Length; i++)
        {
            all[circle[i]] = all[circle[i]] with { At = all[circle[0]].At, InReplyTo = all[circle[(i + 1) % circle.Length]].Id };
        }
    }

    /// <summary>Lets every other question have one of its replies accepted.</summary>
    private static void AcceptReplies(Random random, List<Activity> all)
    {
        for (int i = 0; i < all.Count; i++)
        {
            ActivityId?[] replies = [.. all.Where(a => a.Id is not null && a.InReplyTo is not null && a.InReplyTo == all[i].Id).Select(a => a.Id)];
            if (all[i].Act == Act.Ask && replies.Length > 0 && random.Next(2) == 0)
            {
                all[i] = all[i] with { Accepted = replies[random.Next(replies.Length)] };
            }
        }
    }

    private static Activity ActivityOf(Random random, List<Activity> before, PersonId[] names, TimeWindow window, Act[] often, int number)
    {
        Act act = random.Next(4) > 0 ? often[random.Next(often.Length)] : (Act)random.Next(15);
        bool responds = act is Act.Answer or Act.Reply or Act.Withdraw or Act.Comment or Act.Welcome;
        Activity[] recent = [.. before.TakeLast(12).Where(a => !responds || a.Act is Act.Ask or Act.Post || random.Next(3) == 0)];
        Activity? near = recent.Length > 0 ? recent[random.Next(recent.Length)] : null;
        bool replies = random.Next(10) < (responds ? 9 : 2);
        bool bot = random.Next(12) == 0;
        PersonId person = bot && random.Next(2) == 0 ? new PersonId("bot") : act == Act.Withdraw && near is not null ? near.Person : names[random.Next(names.Length)];
        return new Activity(random.Next(9) == 0 ? SmallCommunity.Neighbour : SmallCommunity.Id, person, responds && near is not null && random.Next(2) == 0 ? near.At.AddHours(random.Next(0, 60)) : MomentOf(random, near, window), act)
        {
            Id = random.Next(8) == 0 ? null : new ActivityId($"{Prefixes[random.Next(Prefixes.Length)]}{number}"),
            InReplyTo = replies ? ReplyOf(random, near, before, number) : null,
            To = random.Next(8) == 0 ? Some(names.Append(new PersonId("silent")).ToArray()) : [],
            Thread = random.Next(4) == 0 ? new ThreadId($"t{random.Next(4)}") : null,
            Topics = random.Next(4) == 0 ? Some<TopicId>([new("c#"), new("f#"), new("sql")]) : [],
            Accepted = random.Next(10) == 0 ? near?.Id : null,
            Formality = (Formality)random.Next(3),
            Actor = bot ? ActorKind.Bot : ActorKind.Human,
        };

        ValueList<T> Some<T>(T[] items)
        {
            random.Shuffle(items);
            return [.. items.Take(random.Next(1, 3))];
        }
    }

    private static DateTimeOffset MomentOf(Random random, Activity? near, TimeWindow window)
    {
        DateTimeOffset at = random.Next(16) switch
        {
            0 => window.From,
            1 => window.Until,
            2 when window.Until > DateTimeOffset.MinValue => window.Until.AddTicks(-1),
            3 => window.From.AddTicks(1),
            4 or 5 => near?.At ?? Start,
            6 => (near?.At ?? Start) + TimeSpan.FromHours(48),
            7 => (near?.At ?? Start) + TimeSpan.FromDays(random.Next(2) == 0 ? 7 : 30),
            8 or 9 or 10 => (near?.At ?? Start) + TimeSpan.FromHours(random.Next(1, 60)),
            _ => Start.AddHours(6 * random.Next(-160, 440)),
        };
        return at < Start.AddYears(-6) ? Start : at;
    }

    private static ActivityId? ReplyOf(Random random, Activity? near, List<Activity> before, int number) => random.Next(12) switch
    {
        0 => new ActivityId("gone"),
        1 => new ActivityId($"{Prefixes[random.Next(Prefixes.Length)]}{number + random.Next(-3, 4)}"),
        2 when before.Count > 0 => before[random.Next(before.Count)].Id,
        _ => near?.Id,
    };

    private static Roster? RosterOf(Random random, PersonId[] names, int kind, bool old)
    {
        if (kind == 0)
        {
            return null;
        }

        List<MembershipPeriod> periods = [];
        foreach (PersonId name in names.Append(new PersonId("reader")))
        {
            if (kind > 1 && random.Next(5) > 0)
            {
                periods.Add(Period(name, null));
                if (kind == 4 && random.Next(6) == 0)
                {
                    periods.Add(Away(periods[^1]));
                }
            }

            if (random.Next(4) == 0)
            {
                periods.Add(Period(name, random.Next(2) == 0 ? Role.Facilitator : (Role)random.Next(9)));
            }
        }

        return new(SmallCommunity.Id, [.. periods]);

        MembershipPeriod Period(PersonId name, Role? role)
        {
            DateTimeOffset from = Start.AddDays(old ? random.Next(-500, 20) : random.Next(-40, 80));
            DateTimeOffset? until = random.Next(3) == 0 ? old ? Start.AddDays(random.Next(20, 120)) : from.AddDays(random.Next(0, 60)) : null;
            LeaveReason? reason = role is null && until is not null && random.Next(2) == 0 ? (LeaveReason)random.Next(8) : null;
            return new(SmallCommunity.Id, name, from, until, role) { Reason = reason };
        }

        MembershipPeriod Away(MembershipPeriod from) => new(SmallCommunity.Id, from.Person, from.From.AddDays(random.Next(0, 40)), random.Next(2) == 0 ? from.From.AddDays(random.Next(40, 60)) : null)
        {
            Status = random.Next(2) == 0 ? MembershipStatus.Paused : MembershipStatus.Lapsed,
        };
    }

    private static ValueList<Person> PeopleOf(Random random, PersonId[] names, TimeWindow window)
    {
        if (random.Next(3) == 0)
        {
            return [];
        }

        return names.Where(_ => random.Next(12) > 0).Select(name =>
        {
            DateTimeOffset moved = random.Next(3) == 0 ? window.Until : Start.AddDays(random.Next(0, 90));
            PersonAttributes first = new() { Department = Department(), Location = Location() };
            return random.Next(3) > 0
                ? new Person(name, [first])
                : new Person(name, [new() { From = moved, Department = Department(), Location = Location() }, first with { Until = moved }]);
        }).ToValueList();

        string? Location() => random.Next(4) == 0 ? null : Departments[random.Next(2)];

        string? Department() => Departments[random.Next(random.Next(3) == 0 ? 4 : 2)];
    }
}

using System.Reflection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>Law 46: what a host gets by default tells no measured value about a person.</summary>
public sealed class AggregateOnlyTests
{
    /// <summary>What a measured value is made of.</summary>
    private static readonly HashSet<Type> Measured =
    [
        typeof(Measurement), typeof(Score), typeof(Share), typeof(Reading), typeof(Detail), typeof(double), typeof(float), typeof(decimal), typeof(Core.Vocabulary.Interval),
        typeof(PersonReadings), typeof(ParticipationLevel),
    ];

    /// <summary>
    /// Records of acts, which name people because people act: who belongs, what somebody did or said, what the community's journal holds; and proposals to people. The level of participation,
    /// which rules write into the journal, is shown to the person themselves and, in the journal, to the host; it stands in no list (docs/adr/0052). What stands here is not looked into.
    /// </summary>
    private static readonly Dictionary<Type, string> RecordsOfActs = new()
    {
        [typeof(JournalEntry)] = "the audit trail: what was decided about whom, with the numbers a rule rested on",
        [typeof(Membership)] = "one membership: the level is there for the person themselves only",
        [typeof(PolicyOutcome)] = "what rules decided, as facts of the journal",
        [typeof(Core.Domains.TopicWeight)] = "how much a topic matters to a domain, as people set it",
        [typeof(ArtifactView)] = "an artifact with its authors and steward, and the numbers of the artifact, not of people",
        [typeof(Core.Matching.CommunityRecommendations)] = "which communities are proposed to one person, for that person and the host: scores of communities, none of people",
        [typeof(Core.Matching.PairingRound)] = "who is proposed to meet, for those people and whoever runs the round: the worth of a meeting, of nobody alone",
        [typeof(Core.Matching.ExpertSuggestion)] = "one such proposal, with the answers it rests on",
        [typeof(PersonalExport)] = "everything about one person, for that person",
    };

    [Fact, Trait("Law", "46")]
    public void Law46_NothingReachableByDefault_ReturnsAPersonWithAMeasuredValue()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice();
        Dictionary<Type, Type> reached = [];
        foreach (Type service in services.Select(s => s.ServiceType).Where(Ours).Where(t => t != typeof(IHealthIndicator)))
        {
            foreach (Type result in Results(service))
            {
                Reach(result, service, reached);
            }
        }

        string[] broken = [.. reached.Keys.Where(t => !RecordsOfActs.ContainsKey(t) && Names(t) && Measures(t)).Select(t => $"{t.Name} of {reached[t].Name}").Order(StringComparer.Ordinal)];
        Assert.Empty(broken);
        Assert.Contains(typeof(HealthReport), reached.Keys);
        Assert.Contains(typeof(SiloMap), reached.Keys);
        Assert.Contains(typeof(TrendReport), reached.Keys);
    }

    /// <summary>An exception that is not needed is none.</summary>
    [Fact, Trait("Law", "46")]
    public void Law46_EveryException_NamesAPersonAndAMeasuredValue()
    {
        foreach (Type type in RecordsOfActs.Keys.Where(t => t != typeof(PersonalExport)))
        {
            PropertyInfo[] properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            Assert.True(Measures(type) || properties.Any(p => Holds(p.PropertyType, t => Measured.Contains(t) || t == typeof(Core.Communities.Fact) || t == typeof(JournalEntry), [])), type.Name);
        }

        Assert.False(Measures(typeof(MemberListing)));
    }

    [Fact, Trait("Law", "46")]
    public void Law46_TheTestNoticesAView()
    {
        Dictionary<Type, Type> reached = [];
        Reach(typeof(ValueTask<Decision<PersonReadings>>), typeof(IOwnReadings), reached);
        Assert.Contains(reached.Keys, t => Names(t) && (Measures(t) || Measured.Contains(t)));
    }

    [Fact, Trait("Law", "46")]
    public void Law46_ViewsOfSinglePeople_AreThereOnlyWhenSwitchedOn()
    {
        using ServiceProvider plain = Provider(_ => { });
        Assert.Null(plain.GetService<IOwnReadings>());
        Assert.Null(plain.GetService<IFacilitatorReadings>());
        Assert.Equal(AnalyticsViews.AggregateOnly, plain.GetRequiredService<ProcessingRecord>().Views);
        Assert.Equal("community/2, activity/5", plain.GetRequiredService<ProcessingRecord>().ModelVersion);
        Assert.Equal(PublicationGrid.Weekly, plain.GetRequiredService<ProcessingRecord>().Publication);

        using ServiceProvider both = Provider(b => b.AddOwnReadings().AddFacilitatorReadings<SilentLog>());
        Assert.NotNull(both.GetService<IOwnReadings>());
        Assert.NotNull(both.GetService<IFacilitatorReadings>());
        Assert.Equal(AnalyticsViews.Self | AnalyticsViews.Facilitator, both.GetRequiredService<ProcessingRecord>().Views);
        Assert.NotNull(both.GetRequiredService<IPortfolio>());
        Assert.NotNull(both.GetRequiredService<ICommunityTrends>());
    }

    private static ServiceProvider Provider(Action<Core.DependencyInjection.CommunityOfPracticeBuilder> add)
    {
        ServiceCollection services = new();
        add(services.AddCommunityOfPractice());
        return services.BuildServiceProvider();
    }

    private static bool Ours(Type type) => type.Assembly == typeof(Measurement).Assembly;

    private static IEnumerable<Type> Results(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.DeclaringType is { } d && Ours(d)).Select(m => m.ReturnType);

    /// <summary>Everything that a caller can get at from a value of a type: its properties, and the arguments of generic types.</summary>
    private static void Reach(Type type, Type from, Dictionary<Type, Type> reached)
    {
        foreach (Type argument in type.GetGenericArguments())
        {
            Reach(argument, from, reached);
        }

        if (type.IsArray)
        {
            Reach(type.GetElementType()!, from, reached);
        }

        if (!Ours(type) || type.IsEnum || type.IsGenericType || !reached.TryAdd(type, from) || RecordsOfActs.ContainsKey(type))
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Reach(property.PropertyType, from, reached);
        }
    }

    /// <summary>Whether a type holds a person, itself or in a list or a part of its own.</summary>
    private static bool Names(Type type) => Holds(type, t => t == typeof(PersonId) || t == typeof(Actor), []);

    private static bool Measures(Type type) => Holds(type, Measured.Contains, []);

    private static bool Holds(Type type, Func<Type, bool> what, HashSet<Type> seen)
    {
        if (what(type))
        {
            return true;
        }

        if (type.GetGenericArguments().Any(a => Holds(a, what, seen)) || (type.IsArray && Holds(type.GetElementType()!, what, seen)))
        {
            return true;
        }

        return Ours(type) && !type.IsEnum && !RecordsOfActs.ContainsKey(type) && seen.Add(type)
            && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => Holds(p.PropertyType, what, seen));
    }

    private sealed class SilentLog : IAnalyticsLookLog
    {
        public ValueTask AppendAsync(AnalyticsLook look, CancellationToken cancellationToken = default) => default;
    }
}

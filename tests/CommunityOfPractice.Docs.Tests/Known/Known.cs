using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.EntityFrameworkCore;
using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnownToPages;

// Compiled with the snippets only (SnippetTests). What a page means otherwise stands in a class named after it.

/// <summary>What pages take for granted: services that a host has injected, ids, instants, things that an earlier snippet made.</summary>
public class Known
{
    protected static IServiceCollection services => null!;

    protected static IServiceProvider provider => null!;

    protected static ICommunityCommands commands => null!;

    protected static ICommunityQueries queries => null!;

    protected static ICommunityPolicies policies => null!;

    protected static IActivityRecorder recorder => null!;

    protected static ICommunityHealth health => null!;

    protected static IOwnReadings own => null!;

    protected static IReasonDescriber describer => null!;

    protected static IRegistryCheck check => null!;

    protected static ICommunityStages stages => null!;

    protected static ICalendarQueries calendar => null!;

    protected static IQuestionQueries questionQueries => null!;

    protected static IRecognitionQueries recognitionQueries => null!;

    protected static IDirectorySync directory => null!;

    protected static ISaltSource salts => null!;

    protected static TimeProvider clock => null!;

    protected static CommunityId agile => default;

    protected static CommunityId testers => default;

    protected static CommunityId community => default;

    protected static CommunityId id => default;

    protected static PersonId ada => default;

    protected static PersonId ben => default;

    protected static PersonId cleo => default;

    protected static PersonId person => default;

    protected static PersonId tombstone => default;

    protected static string requestId => null!;

    protected static string connectionString => null!;

    protected static DateTimeOffset at => default;

    protected static DateTimeOffset now => default;

    protected static DateTimeOffset asOf => default;

    protected static DateTimeOffset recordedAt => default;

    protected static DateTimeOffset lastSummer => default;

    protected static DateTimeOffset from => default;

    protected static DateTimeOffset to => default;

    protected static TimeWindow window => default;

    protected static Activity activity => null!;

    protected static List<Activity> activities => null!;

    protected static ActivityLog log => null!;

    protected static Roster roster => null!;

    protected static Dictionary<PersonId, Person> people => null!;

    protected static ValueList<MembershipPeriod> periods => null!;

    protected static HealthEvidence evidence => null!;

    protected static CommunityDraft draft => null!;

    protected static CommunityRecord record => null!;

    protected static DateTimeOffset firstGathering => default;

    protected static Command command => null!;

    protected static CancellationToken stoppingToken => default;

    protected static Stream output => null!;
}

internal class Page_journal : Known
{
    protected static new IActivityStore activities => null!;

    protected static IJournal journal => null!;

    protected static new string id => null!;

    protected static ValueList<JournalEntry> entries => null!;
}

internal class Page_histories : Known
{
    protected static new PolicySet policies => null!;
}

internal class Page_policies : Known
{
    protected static IReadOnlyList<Change> journal => null!;

    protected static new PolicySet policies => null!;

    protected static PolicyEvidence evidence => null!;
}

internal class Page_matching : Known
{
    protected static IReadOnlyList<CommunityCandidate> communities => null!;

    protected static new IReadOnlyList<CommunitySeeker> people => null!;

    protected static IReadOnlyList<MembershipPeriod> memberships => null!;

    protected static TopicVocabulary vocabulary => null!;

    protected static DateTimeOffset cut => default;

    protected static DateTimeOffset until => default;

    protected static IEnumerable<(bool WasMatched, string Round, bool CrossesDepartments)> ties => null!;
}

internal class Page_matchingpairs : Known
{
    protected static DateTimeOffset backFromLeave => default;

    protected static ICommunityPairing pairing => null!;

    protected static List<PastMeeting> history => [];
}

internal class Page_knowledge : Known
{
    protected static new IKnowledgeQueries queries => null!;
}

internal class Page_interchange : Known
{
    protected static Stream activityStream => null!;

    protected static Stream peopleStream => null!;

    protected static Decision<InterchangeData> outcome => null!;

    protected static new InMemoryPeopleDirectory people => null!;

    protected static InMemoryCommunityDirectory rosters => null!;
}

internal class Page_writeyourownstore : Known
{
    protected static OutboxDispatcher<HostContext> dispatcher => null!;
}

internal class Page_simulator : Known
{
    protected static Simulation simulation => null!;
}

/// <summary>A journal of the host's own.</summary>
internal static class MyJournal
{
    public static Task<IJournal> CreateEmptyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>A handler of the host's.</summary>
internal sealed class MailHandler : IOutboxHandler
{
    public string Consumer => "mail";

    public ValueTask HandleAsync(JournalEntry entry, CancellationToken cancellationToken = default) => default;
}

internal sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options);

internal sealed class ShareOfReactions : IHealthIndicator
{
    public IndicatorInfo Info => null!;

    public Reading Read(HealthEvidence evidence) => null!;
}

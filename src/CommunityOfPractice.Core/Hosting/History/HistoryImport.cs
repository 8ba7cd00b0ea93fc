using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Brings the past of communities into their journals, through the same commands and rules as everything else.</summary>
/// <remarks>
/// <para>The outcome follows from the history alone, whatever the order of its periods. Memberships and roles of one person that overlap or
/// touch become one stretch. The host <c>import</c> proposes, invites and nominates; people accept and leave themselves, as recorded own
/// acts (<see cref="Consent"/>): nobody becomes a member silently. The community adopts a charter when somebody facilitates it, and launches
/// when it has members enough.</para>
/// <para>When the last facilitator goes and nobody follows at the same instant, a facilitation grace begins (only the host can begin one without anybody
/// standing in, so the host ends that role). Notice is given and the community goes to rest at its end, as the rule of the facilitation
/// grace would have it; it is revived when somebody facilitates again and enough members are there, who are taken to support it by being members.</para>
/// <para>Whatever a rule refuses is in the outcome, and the rest goes on. The actors need the permissions to do all this. Safe for concurrent use on different communities.</para>
/// </remarks>
public sealed class HistoryImport
{
    private readonly ICommunityCommands commands;
    private readonly PolicySet policies;

    /// <summary>Creates the service.</summary>
    /// <param name="commands">Carries out the commands; with the same policies.</param>
    /// <param name="policies">The policies in force.</param>
    public HistoryImport(ICommunityCommands commands, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(policies);
        this.commands = commands;
        this.policies = policies;
    }

    /// <summary>Gets who does what people do not do themselves.</summary>
    /// <value>The host <c>import</c>.</value>
    public static Actor By { get; } = Actor.Host("import");

    /// <summary>Gets what people are recorded to have agreed to when they joined.</summary>
    /// <value>The text <c>import/1</c>, on the channel <c>import</c>.</value>
    public static Memberships.JoinConsent Consent { get; } = new("import/1", "import");

    /// <summary>Imports the history of one community that has no journal yet.</summary>
    /// <param name="history">The history.</param>
    /// <param name="before">Only what occurred before this instant is imported.</param>
    /// <param name="cancellationToken">Ends the import; what was imported so far stays.</param>
    /// <returns>What was imported and what was refused; a community that has a journal already is refused as a whole.</returns>
    public async ValueTask<HistoryOutcome> ImportAsync(CommunityHistory history, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        HistoryWalk walk = new(commands, policies, history, before.ToUniversalTime(), cancellationToken);
        return await walk.RunAsync().ConfigureAwait(false);
    }
}

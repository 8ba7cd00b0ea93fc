using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community that is compared with others.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="community">Which community it is.</param>
public sealed class ComparedCommunity(CommunityId community)
{
    /// <summary>Gets which community it is.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; } = community;

    /// <summary>Gets its name for people.</summary>
    /// <value>Empty when it has none but its id.</value>
    public string Name { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets its topics.</summary>
    /// <value>Empty when unknown.</value>
    public ValueList<TopicWeight> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="CommunityStatus.Active"/>.</value>
    public CommunityStatus Status { get; init; } = CommunityStatus.Active;

    /// <summary>Gets who belongs to it.</summary>
    /// <value>Distinct people; empty by default.</value>
    public IReadOnlySet<PersonId> Members { get; init => field = value ?? new HashSet<PersonId>(); } = new HashSet<PersonId>();

    /// <summary>Gets who facilitates it.</summary>
    /// <value>Distinct people; empty by default.</value>
    public IReadOnlySet<PersonId> Facilitators { get; init => field = value ?? new HashSet<PersonId>(); } = new HashSet<PersonId>();

    /// <summary>Gets how much each person contributed lately, as counted by the host.</summary>
    /// <value>Zero or more each; empty when unknown.</value>
    public IReadOnlyDictionary<PersonId, int> Contributions { get; init => field = value ?? new Dictionary<PersonId, int>(); } = new Dictionary<PersonId, int>();

    /// <summary>Gets the artifacts that its people use, its own and others'.</summary>
    /// <value>Distinct ids; empty when unknown.</value>
    public IReadOnlySet<string> ArtifactsUsed { get; init => field = value ?? new HashSet<string>(); } = new HashSet<string>();
}

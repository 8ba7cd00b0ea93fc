using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>One community with everything that its journal tells: the fold of its facts, and the place where rules that span its parts are decided.</summary>
/// <remarks>
/// Deciding changes nothing; only <see cref="Apply(Change)"/> does. Reading is safe for any number of readers while nothing is applied.
/// Deciding a command costs O(1) in the number of members unless the command concerns all of them.
/// </remarks>
public sealed partial class CommunityRecord
{
    /// <summary>Creates the record of a community about which nothing has been recorded.</summary>
    /// <param name="id">The community.</param>
    public CommunityRecord(CommunityId id) => Community = new Community(id);

    /// <summary>Gets the community's id.</summary>
    /// <value>Never the default value.</value>
    public CommunityId Id => Community.Id;

    /// <summary>Gets the community.</summary>
    /// <value>As of the latest change.</value>
    public Community Community { get; private set; }

    /// <summary>Gets everybody who stands, or stood, in some relation to it.</summary>
    /// <value>As of the latest change.</value>
    public Members Members { get; } = new();

    /// <summary>Gets what it does and makes.</summary>
    /// <value>As of the latest change.</value>
    public Practice Practice { get; private set; } = Practice.Empty;

    /// <summary>Gets how many facts it is folded from.</summary>
    /// <value>The number of the latest entry in the journal; 0 when there is none.</value>
    public long Version { get; private set; }

    /// <summary>Gets when the latest change occurred.</summary>
    /// <value>In UTC; null when there is none.</value>
    public DateTimeOffset? LatestAt { get; private set; }

    /// <summary>Decides a command.</summary>
    /// <param name="command">The command, put to this community.</param>
    /// <param name="context">Who acts, when, under which policies.</param>
    /// <returns>
    /// Accepted with the changes to record, in order; refused with every unmet guard. Beside the guards of the command: <c>record.time</c>, <c>actor.kept-out</c> (who was removed or blocked does nothing more in its practice than answering a gathering,
    /// taking back a consent and opting out of recognition), and for every text
    /// that would be kept <c>text.too-long</c> (more than 10,000 characters) and <c>text.malformed</c> (half of a surrogate pair, or NUL); <c>id.missing</c> for
    /// every id with its default value and <c>value.missing</c> for every null, in a list or elsewhere, that could not be read back.
    /// </returns>
    /// <exception cref="ArgumentException">The command is put to another community.</exception>
    public Decision<ValueList<Change>> Decide(Command command, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (command.Community != Id)
        {
            throw new ArgumentException($"The command is put to '{command.Community}', not to '{Id}'.", nameof(command));
        }

        if (command is CloseCommunity close)
        {
            return Closing.Decide(this, receivers: [], close, context).Match(o => Decision<ValueList<Change>>.Accept(o.Changes), Decision<ValueList<Change>>.Refuse);
        }

        Guards guards = new();
        RequireTime(context, guards);
        IEnumerable<Fact> facts = command switch
        {
            MembershipCommand or PracticeCommand when !guards.Require(Community.Status != CommunityStatus.None, "community.unknown", "There is no such community.") => [],
            CommunityCommand c => c.Decide(Community, ContextOf(context), guards),
            MembershipCommand m => m.Decide(Members[m.Person], new(context.At, context.By, context.Policies.Membership, Community, Members) { CommunityPolicy = context.Policies.Community }, guards),
            PracticeCommand p when !RequireNotKeptOut(p, context.By, guards) => [],
            PracticeCommand p => p.Decide(Practice, PracticeContextOf(context), guards),
            _ => throw new ArgumentException($"{command.GetType().Name} is not decided here.", nameof(command)),
        };
        IReadOnlyCollection<Fact> made = FactTexts.Require(facts, context.Because, guards);
        return guards.Decide(() => Changes(Consequences.Of(made, Community, Members, Practice, context.At.ToUniversalTime()), context).ToValueList());
    }

    /// <summary>Folds one more change in, before or without its being recorded.</summary>
    /// <remarks>The hash of the latest entry is unknown afterwards: <see cref="Head"/> is null.</remarks>
    /// <param name="change">The change; one that was decided on the state before it.</param>
    [OverloadResolutionPriority(1)] // record.Apply(new(…)) makes a change
    public void Apply(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        switch (change.Fact)
        {
            case MembershipFact fact:
                Members.Apply(fact, change);
                if (fact is MemberErased)
                {
                    Practice = Practice.With(Practice.Repertoire.Erasing(fact.Person));
                }

                break;
            case CommunityFact fact:
                Community = fact.Apply(Community, change);
                break;
            case PracticeFact fact:
                Practice = fact.Apply(Practice, change);
                break;
        }

        Version++;
        LatestAt = change.OccurredAt;
        Head = null;
        handled.Note(change.Because.CommandId, Version);
    }
}

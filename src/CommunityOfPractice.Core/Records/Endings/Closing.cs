using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>C9: a community closes, and what it leaves behind goes where its legacy plan says; needs the records of those who take something over.</summary>
public static class Closing
{
    /// <summary>Returns which communities take over an artifact or an open question when a community closes.</summary>
    /// <param name="record">The community.</param>
    /// <returns>By id; empty when none does, or when it is not closing.</returns>
    public static ValueList<CommunityId> Receivers(CommunityRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Practice.Repertoire.Living().Select(a => ItemOf(record, a)?.TakenOverBy).Concat(record.Practice.Questions.Open.Select(q => TakerOf(record, q)))
            .OfType<CommunityId>().Distinct().Order().ToValueList();
    }

    /// <summary>As <see cref="Receivers"/>, also after it has closed.</summary>
    internal static IEnumerable<CommunityId> Takers(CommunityRecord record) =>
        from item in record.Community.Closing?.Plan.Items ?? []
        where item.TakenOverBy is not null
            && ((ArtifactId.TryParse(item.Name, provider: null, out ArtifactId id) && record.Practice.Repertoire.Find(id) is not null) || Questions.IsItem(item.Name))
        select item.TakenOverBy!.Value;

    /// <summary>Decides a closing.</summary>
    /// <remarks>
    /// Every artifact for which the community answers goes where the item of the legacy plan says that has its id as name: to another community, which has agreed
    /// (<see cref="AgreeToTakeOver"/>), to the archive, or, when it is finished, into retirement; what was superseded and is not planned is archived. An open question arrives, with its
    /// answers, in the community that takes it over, whose agreement is not asked for: it is a question, no duty. Guards: those of
    /// <see cref="CloseCommunity"/> and <c>record.time</c> on all sides; for each community that takes something over <c>legacy.receiver-unknown</c>,
    /// <c>legacy.receiver-not-living</c>, <c>legacy.receiver-not-agreed</c> (for artifacts); for each artifact <c>artifact.id-taken</c>, for each question <c>question.id-taken</c>. Costs O(n log n) in members and artifacts.
    /// </remarks>
    /// <param name="record">The community that closes.</param>
    /// <param name="receivers">The records of the communities that take something over, see <see cref="Receivers"/>; others are left alone.</param>
    /// <param name="command">The command, put to the community that closes.</param>
    /// <param name="context">Who acts, when, under which policies.</param>
    /// <returns>Accepted with the changes of all; refused with every unmet guard.</returns>
    /// <exception cref="ArgumentException">The command is put to another community.</exception>
    public static Decision<ClosingOutcome> Decide(CommunityRecord record, IEnumerable<CommunityRecord> receivers, CloseCommunity command, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(receivers);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (command.Community != record.Id)
        {
            throw new ArgumentException($"The command closes '{command.Community}', not '{record.Id}'.", nameof(command));
        }

        Guards guards = new();
        record.RequireTime(context, guards);
        Fact[] facts = [.. command.Decide(record.Community, record.ContextOf(context), guards)];
        IReadOnlyCollection<Fact> made = FactTexts.Require(facts, context.Because, guards);
        List<(CommunityRecord Receiver, Relocation Relocation, QuestionMove Asked)> moves = [];
        foreach (CommunityId id in Receivers(record))
        {
            CommunityRecord? receiver = receivers.FirstOrDefault(r => r.Id == id);
            if (guards.Require(receiver is not null, "legacy.receiver-unknown", $"'{id}', which takes something over, was not looked up."))
            {
                (Relocation relocation, QuestionMove asked) = Move(record, receiver!, context, guards);
                moves.Add((receiver!, relocation, asked));
            }
        }

        return guards.Decide(() => new ClosingOutcome(
            CommunityRecord.Changes([.. Consequences.Of(made, record.Community, record.Members, record.Practice, context.At.ToUniversalTime()), .. moves.SelectMany(m => m.Relocation.Leaving()), .. Kept(record)], context).ToValueList(),
            moves.Select(m => new Takeover(m.Receiver.Id, CommunityRecord.Changes(m.Relocation.Arriving(m.Receiver.IsActive).Concat(m.Asked.Arriving()), context).ToValueList())).ToValueList()));
    }

    private static (Relocation Artifacts, QuestionMove Asked) Move(CommunityRecord record, CommunityRecord receiver, DecisionContext context, Guards guards)
    {
        receiver.RequireTime(context, guards);
        guards.Require(
            receiver.Community.IsLiving && receiver.Community.Status != CommunityStatus.Closing, "legacy.receiver-not-living", $"'{receiver.Id}' takes nothing over; it is {receiver.Community.Status}.");
        QuestionMove asked = new(record.Practice.Questions, record.Id, receiver.Id, receiver.Practice.Questions, [.. record.Practice.Questions.Open.Where(q => TakerOf(record, q) == receiver.Id)]);
        Relocation relocation = new(record.Community, record.Practice.Repertoire, receiver.Community, receiver.Practice.Repertoire)
        {
            Artifacts = [.. record.Practice.Repertoire.Living().Where(a => ItemOf(record, a)?.TakenOverBy == receiver.Id)],
        };
        relocation.Require(guards);
        asked.Require(guards);
        guards.Require(
            relocation.Artifacts.Count == 0 || receiver.Practice.Repertoire.TakesOverFrom.Contains(record.Id), "legacy.receiver-not-agreed", $"'{receiver.Id}' has not agreed to take anything over from '{record.Id}'.");
        return (relocation, asked);
    }

    private static IEnumerable<Fact> Kept(CommunityRecord record) =>
        from artifact in record.Practice.Repertoire.Living()
        let item = ItemOf(record, artifact)
        where item?.TakenOverBy is null
        select item?.Destination == LegacyDestination.Finished ? (Fact)new ArtifactRetired(artifact.Id, "Its community has closed.") : new ArtifactArchived(artifact.Id);

    private static LegacyItem? ItemOf(CommunityRecord record, Artifact artifact) => ItemOf(record, artifact.Id.Text);

    private static CommunityId? TakerOf(CommunityRecord record, QuestionId question) => ItemOf(record, Questions.ItemOf(question))?.TakenOverBy;

    private static LegacyItem? ItemOf(CommunityRecord record, string name) =>
        record.Community is { Status: CommunityStatus.Closing, Closing: { } closing } ? closing.Plan.Items.FirstOrDefault(i => i.Name == name) : null;
}

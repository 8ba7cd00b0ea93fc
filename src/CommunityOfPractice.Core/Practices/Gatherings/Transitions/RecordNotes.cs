using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>G4: what was noted down at a gathering, and what is to be done; takes the place of what was recorded before.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>gathering.unknown</c>, <c>gathering.not-host</c>, <c>gathering.cancelled</c>, <c>gathering.not-started</c>, <c>notes.empty</c>,
/// <c>follow-up.empty</c>, <c>follow-up.not-a-member</c>, <c>notes.unchanged</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering, or an occurrence of a series.</param>
/// <param name="Notes">What was noted down; null for nothing.</param>
/// <param name="FollowUps">What is to be done.</param>
public sealed record RecordNotes(CommunityId Community, GatheringId Gathering, string? Notes, ValueList<FollowUp> FollowUps) : GatheringCommand(Community, Gathering)
{
    /// <summary>Gets what is to be done.</summary>
    /// <value>Empty when nothing is.</value>
    public ValueList<FollowUp> FollowUps { get; init => field = value ?? []; } = FollowUps ?? [];

    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        guards.Runs(gathering.Info.Hosts, context);
        guards.NotCancelled(gathering);
        guards.Started(gathering, context);
        guards.Require(!string.IsNullOrWhiteSpace(Notes) || FollowUps.Count > 0, "notes.empty", "Notes say something, or what is to be done.");
        foreach (FollowUp followUp in Named.All(FollowUps))
        {
            guards.RequireText(followUp.What, "follow-up.empty", "A follow-up says what is to be done.");
            guards.Require(followUp.Who is not { } who || context.IsMember(who), "follow-up.not-a-member", $"'{followUp.Who}' is no member.");
        }

        guards.Require(Notes != gathering.Info.Notes || !FollowUps.Equals(gathering.Info.FollowUps), "notes.unchanged", "This is recorded already.");
        return [new NotesRecorded(gathering.Id, Notes, FollowUps)];
    }
}

/// <summary>G4 happened: what was noted down is recorded; the gathering was held.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Notes">What was noted down; null for nothing.</param>
/// <param name="FollowUps">What is to be done.</param>
public sealed record NotesRecorded(
    GatheringId Gathering,
    [property: PersonalData] string? Notes,
    [property: JsonConverter(typeof(ValueListJsonConverter<FollowUp>))] ValueList<FollowUp> FollowUps) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) =>
        before.WithInfo(Gathering, info => info with { Status = GatheringStatus.Held, Notes = Notes, FollowUps = FollowUps });

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => GatheringActivities.Of(before, Gathering, []);
}

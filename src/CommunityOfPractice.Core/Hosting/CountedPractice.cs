using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A practice without what people did who are not to be counted: as if they had never come, hosted, used, asked or told.</summary>
/// <remarks>An artifact stays, without them among its authors: it is the community's. Its steward stays as well, since who answers for it is no measure of anybody.</remarks>
internal static class CountedPractice
{
    public static Practice Of(Practice practice, Func<PersonId, bool> counts)
    {
        PracticeState state = practice.ToState();
        return Practice.Of(state with
        {
            Gatherings = state.Gatherings.Select(g => Of(g, counts)).ToValueList(),
            Series = state.Series.Select(s => s with { Hosts = Counted(s.Hosts, counts), EarlierHosts = Of(s.EarlierHosts, counts) }).ToValueList(),
            Questions = state.Questions.Where(q => counts(q.Asker)).Select(q => q with { Answers = q.Answers.Where(a => counts(a.By)).ToValueList() }).ToValueList(),
            Milestones = state.Milestones.Where(m => m.Person is not { } person || counts(person)).ToValueList(),
            Kudos = state.Kudos.Where(k => counts(k.From) && counts(k.To)).ToValueList(),
            Artifacts = state.Artifacts.Select(a => a with { Authors = Counted(a.Authors, counts) }).ToValueList(),
            ArtifactUses = state.ArtifactUses.Where(u => counts(u.Person)).ToValueList(),
            Stories = state.Stories.Where(s => counts(s.Teller))
                .Select(s => s with { Claims = s.Claims.Select(c => c with { Contributors = Counted(c.Contributors, counts) }).ToValueList() }).ToValueList(),
        });
    }

    private static GatheringState Of(GatheringState state, Func<PersonId, bool> counts) => state with
    {
        Info = state.Info with { Hosts = Counted(state.Info.Hosts, counts) },
        Replies = state.Replies.Where(r => counts(r.Person)).ToValueList(),
        Attended = Counted(state.Attended, counts),
    };

    private static HostHistory? Of(HostHistory? history, Func<PersonId, bool> counts) =>
        history is null ? null : new(history.Periods.Select(p => p with { Hosts = Counted(p.Hosts, counts) }).ToValueList());

    private static ValueList<PersonId> Counted(ValueList<PersonId> people, Func<PersonId, bool> counts) => people.All(counts) ? people : people.Where(counts).ToValueList();
}

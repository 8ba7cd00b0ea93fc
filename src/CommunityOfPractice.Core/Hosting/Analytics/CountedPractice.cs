using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A practice without what people did who are not to be counted: as if they had never come, hosted, used, asked or told; everybody else under the person behind their id.</summary>
/// <remarks>An artifact stays, without them among its authors: it is the community's. Its steward stays as well, since who answers for it is no measure of anybody.</remarks>
internal static class CountedPractice
{
    public static Practice Of(Practice practice, Func<PersonId, bool> counts, PersonAliases aliases)
    {
        PracticeState state = practice.ToState();
        PracticeState counted = state with
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
        };
        return Practice.Of(aliases.All.Count == 0 ? counted : Under(counted, aliases));
    }

    /// <summary>Two answers of one person to a gathering are the later one; thanks to oneself are none.</summary>
    private static PracticeState Under(PracticeState state, PersonAliases aliases) => state with
    {
        Gatherings = state.Gatherings.Select(g => g with
        {
            Info = g.Info with { Hosts = Under(g.Info.Hosts, aliases) },
            Replies = g.Replies.GroupBy(r => aliases.PersonOf(r.Person)).Select(own => own.MaxBy(r => r.Number)! with { Person = own.Key }).OrderBy(r => r.Person).ToValueList(),
            Attended = Under(g.Attended, aliases).Order().ToValueList(),
        }).ToValueList(),
        Series = state.Series.Select(s => s with
        {
            Hosts = Under(s.Hosts, aliases),
            EarlierHosts = s.EarlierHosts is null ? null : new(s.EarlierHosts.Periods.Select(p => p with { Hosts = Under(p.Hosts, aliases) }).ToValueList()),
        }).ToValueList(),
        Questions = state.Questions.Select(q => q with
        {
            Asker = aliases.PersonOf(q.Asker),
            Answers = q.Answers.Select(a => a with { By = aliases.PersonOf(a.By) }).ToValueList(),
        }).ToValueList(),
        Milestones = state.Milestones.Select(m => m.Person is { } person ? m with { Person = aliases.PersonOf(person) } : m).ToValueList(),
        Kudos = state.Kudos.Select(k => k with { From = aliases.PersonOf(k.From), To = aliases.PersonOf(k.To) }).Where(k => k.From != k.To).ToValueList(),
        Artifacts = state.Artifacts.Select(a => a with { Authors = Under(a.Authors, aliases), Steward = a.Steward is { } steward ? aliases.PersonOf(steward) : null }).ToValueList(),
        ArtifactUses = state.ArtifactUses.Select(u => u with { Person = aliases.PersonOf(u.Person) }).ToValueList(),
        Stories = state.Stories.Select(s => s with
        {
            Teller = aliases.PersonOf(s.Teller),
            Claims = s.Claims.Select(c => c with { Contributors = Under(c.Contributors, aliases) }).ToValueList(),
        }).ToValueList(),
    };

    private static ValueList<PersonId> Under(ValueList<PersonId> people, PersonAliases aliases) => people.Select(aliases.PersonOf).Distinct().ToValueList();

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

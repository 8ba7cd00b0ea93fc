using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Evidence;

namespace CommunityOfPractice.Tool.Portfolios;

/// <summary>A community in a portfolio made from files.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; null when the files tell none.</param>
/// <param name="Status">The status as the files put it; null when they tell none.</param>
/// <param name="Stage">The stage, as far as files tell: without a journal much is unknown; null when nothing is known yet.</param>
/// <param name="Chartered">Since when it has a charter; null when unknown.</param>
/// <param name="ReviewDue">When the first review of its purpose is due by the usual cadence; null without a charter.</param>
/// <param name="OverdueUnlessReviewed">Whether that is past; files do not tell of reviews.</param>
/// <param name="NeedsFacilitator">Whether nobody facilitates any more; null when the files do not say who facilitates.</param>
internal sealed record FilePortfolioRow(
    CommunityId Id, string? Name, string? Status, CommunityStage? Stage, DateTimeOffset? Chartered, DateTimeOffset? ReviewDue, bool OverdueUnlessReviewed, bool? NeedsFacilitator);

/// <summary>All communities of some files at a glance: in the order of their ids, without scores, small groups withheld.</summary>
internal sealed record PortfolioDocument(
    DateTimeOffset AsOf, TimeWindow Window, int SmallestGroup, IReadOnlyList<FilePortfolioRow> Communities, ValueList<PortfolioOverlap> Overlaps, IReadOnlyList<SiloMap> SiloMaps)
{
    public static PortfolioDocument Of(InterchangeData data, TimeWindow window, SuppressionPolicy policy, CancellationToken cancellationToken)
    {
        FileEvidence files = new(data, window);
        Dictionary<CommunityId, CommunityEntry> entries = data.Communities.ToDictionary(c => c.Community);
        HealthEvidence[] evidence = [.. files.Communities.Select(files.Of)];
        FilePortfolioRow[] rows = [.. evidence.Select(e => RowOf(e, entries.GetValueOrDefault(e.Community), files.StageOf(e.Community, cancellationToken)?.Stage))];
        ValueList<PortfolioOverlap> overlaps = PortfolioOverlaps.Of([.. evidence.Select(e => CandidateOf(e, entries.GetValueOrDefault(e.Community)))], policy);
        SiloMap[] maps = evidence.Length == 0 ? [] : [.. Enum.GetValues<SiloBorder>().Select(border => Core.Health.SiloMaps.Of(evidence, border, policy))];
        return new(window.Until, window, policy.SmallestGroup, rows, overlaps, maps);
    }

    private static FilePortfolioRow RowOf(HealthEvidence evidence, CommunityEntry? entry, CommunityStage? stage)
    {
        DateTimeOffset? chartered = entry?.Chartered < evidence.AsOf ? entry!.Chartered : null;
        TimeSpan cadence = CommunityPolicy.Default.ReviewCadence;
        DateTimeOffset? due = chartered <= DateTimeOffset.MaxValue - cadence ? chartered + cadence : null;
        return new(evidence.Community, entry?.Name, entry?.Status, stage, chartered, due, due < evidence.AsOf, evidence.FacilitatorsKnown ? Facilitators(evidence) == 0 : null);
    }

    private static double Facilitators(HealthEvidence evidence) => new ActiveFacilitators().Read(evidence).Details.First(d => d.Name == "facilitators").Number;

    /// <summary>Members where they are known, and otherwise whoever contributed in the window.</summary>
    private static CandidateCommunity CandidateOf(HealthEvidence evidence, CommunityEntry? entry)
    {
        HashSet<PersonId> members = evidence.MembersKnown ? [.. evidence.Roster!.MembersAt(evidence.AsOf.AddTicks(-1))] : [];
        for (int i = 0; !evidence.MembersKnown && i < evidence.Activity.Count; i++)
        {
            if (!evidence.Activity.IsBot(i) && evidence.Activity.Acts[i].IsContribution())
            {
                members.Add(evidence.Activity.Log.Person(evidence.Activity.People[i]));
            }
        }

        TopicId[] topics = [.. (entry?.Topics ?? []).Distinct()];
        Domain domain = new(topics.Select(t => new TopicWeight(t, 1.0 / topics.Length)).ToValueList(), new(FocusKind.Challenge, string.Empty));
        Charter charter = new(1, entry?.Description ?? string.Empty, domain, string.Empty, null, CommunityPolicy.Default.ReviewCadence, evidence.Window.From, null);
        Community community = new(evidence.Community) { Name = entry?.Name ?? evidence.Community.Text, Status = CommunityStatus.Active, Charters = [charter] };
        return new(community, members);
    }
}

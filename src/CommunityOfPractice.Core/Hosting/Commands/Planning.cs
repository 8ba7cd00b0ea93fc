using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Decides a command with the records that it needs: one; two when communities merge or split; those of all who take something over when one closes.</summary>
internal static class Planning
{
    /// <summary>The communities whose records the command needs.</summary>
    public static IEnumerable<CommunityId> Involved(Command command) => command switch
    {
        MergeInto merge => [merge.Community, merge.Into],
        SplitCommunity split => [split.Community, split.Child],
        _ => [command.Community],
    };

    /// <summary>As <see cref="Involved(Command)"/>, with the communities that take over what a closing one leaves behind: only its plan knows them.</summary>
    public static async ValueTask<IEnumerable<CommunityId>> InvolvedAsync(Command command, CommunityRecords records, CancellationToken cancellationToken)
    {
        if (command is not CloseCommunity)
        {
            return Involved(command);
        }

        using RecordLease lease = await records.AcquireAsync(command.Community, cancellationToken).ConfigureAwait(false);
        return [command.Community, .. Closing.Takers(lease.Record)];
    }

    public static async ValueTask<Decision<Plan>> DecideAsync(
        Command command, RecordLeases records, DecisionContext context, ICommunityDirectory directory, CancellationToken cancellationToken)
    {
        (DecisionContext informed, ValueList<VersionClaim> claims) = await InformAsync(command, context, directory, cancellationToken).ConfigureAwait(false);
        return command switch
        {
            MergeInto merge when merge.Into != merge.Community => Merging.Decide(records[merge.Community], records[merge.Into], merge, informed)
                .Match(m => Accept(claims, (merge.Community, m.From), (merge.Into, m.Into)), Decision<Plan>.Refuse),
            SplitCommunity split when split.Child != split.Community => Splitting.Decide(records[split.Community], records[split.Child], split, informed)
                .Match(s => Decision<Plan>.Accept(PlanOf(claims, (split.Community, s.Parent), (split.Child, s.Child)) with { StillMissing = s.StillMissing }), Decision<Plan>.Refuse),
            CloseCommunity close => Closing.Decide(records[close.Community], records.Records, close, informed)
                .Match(o => Accept(claims, [(close.Community, o.Changes), .. o.Takeovers.Select(t => (t.Community, t.Changes))]), Decision<Plan>.Refuse),
            _ => records[command.Community].Decide(command, informed).Match(c => Accept(claims, (command.Community, c)), Decision<Plan>.Refuse),
        };
    }

    private static Decision<Plan> Accept(ValueList<VersionClaim> claims, params ReadOnlySpan<(CommunityId Community, ValueList<Change> Changes)> parts) =>
        Decision<Plan>.Accept(PlanOf(claims, parts));

    private static Plan PlanOf(ValueList<VersionClaim> claims, params ReadOnlySpan<(CommunityId Community, ValueList<Change> Changes)> parts)
    {
        List<CommunityChanges> all = [];
        foreach ((CommunityId community, ValueList<Change> changes) in parts)
        {
            if (changes.Count > 0)
            {
                all.Add(new(community, changes));
            }
        }

        return new(all.ToValueList(), claims);
    }

    /// <summary>Looks up what stands above a community where that matters, and claims that it still does when the command is committed.</summary>
    public static async ValueTask<(DecisionContext Context, ValueList<VersionClaim> Claims)> InformAsync(
        Command command, DecisionContext context, ICommunityDirectory directory, CancellationToken cancellationToken)
    {
        CommunityId? start = command switch
        {
            SetParent { Parent: { } parent } => parent,
            MergeInto merge => merge.Into,
            _ => null,
        };
        if (start is not { } lowest)
        {
            return (context, []);
        }

        List<CommunityId> above = [];
        List<VersionClaim> claims = [];
        HashSet<CommunityId> seen = [lowest, .. Involved(command)];
        CommunityListing? listing = await directory.FindAsync(lowest, cancellationToken).ConfigureAwait(false);
        for (CommunityId? next = Claim(lowest, listing); next is { } id; next = Claim(id, listing))
        {
            above.Add(id);
            if (!seen.Add(id))
            {
                break;
            }

            listing = await directory.FindAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return (context with { Around = context.Around with { Ancestry = new Ancestry(lowest, above.ToValueList()) } }, claims.ToValueList());

        CommunityId? Claim(CommunityId id, CommunityListing? found)
        {
            if (!Involved(command).Contains(id))
            {
                claims.Add(new(id, found?.Version ?? 0));
            }

            return found?.MergedInto ?? found?.Parent;
        }
    }
}

using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <content>What a merge would do.</content>
public sealed partial class CommunityQueries
{
    /// <inheritdoc/>
    public async ValueTask<Decision<MergeForecast>> SimulateMergeAsync(CommunityId from, CommunityId into, Actor viewer, CancellationToken cancellationToken = default)
    {
        using RecordLeases leases = await records.AcquireAsync([from, into], cancellationToken).ConfigureAwait(false);
        CommunityRecord going = leases[from], staying = leases[into];
        DateTimeOffset at = records.Now.Latest(going.LatestAt).Latest(staying.LatestAt);
        Sight left = Sight.Of(viewer, going, at), right = Sight.Of(viewer, staying, at);
        if (!left.Community || !right.Community)
        {
            return Decision<MergeForecast>.Refuse(Unknown);
        }

        DecisionContext context = new(at, viewer) { Policies = policies };
        (DecisionContext informed, _) = await Planning.InformAsync(new MergeInto(from, into), context, directory, cancellationToken).ConfigureAwait(false);
        MergeForecast forecast = Merging.Forecast(going, staying, informed);
        return Decision<MergeForecast>.Accept(forecast with
        {
            NotYetIn = left.Members && right.Members ? forecast.NotYetIn : null,
            Invited = left.Members && right.All ? forecast.Invited : null,
        });
    }
}

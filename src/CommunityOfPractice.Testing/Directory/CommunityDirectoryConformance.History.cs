namespace CommunityOfPractice.Testing;

public static partial class CommunityDirectoryConformance
{
    private static async Task HistoryAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        LegalHistory history = new(stores, trial.Seed);
        for (int i = 0; i < 4; i++)
        {
            await history.LiveAsync(HistoryConformance.Moves(trial.Options) / 4, trial.Token).ConfigureAwait(false);
            await HistoryConformance.IsRebuildAsync(stores, LegalHistory.Communities).ConfigureAwait(false);
        }
    }
}
